package org.polywire.samples;

import java.net.URI;
import java.util.Map;

/**
 * What must have become of one article when the sample press has finished.
 *
 * @param article the canonical address
 * @param paper the id of its {@link Paper}
 * @param editions by language, for each edition of the demo newsroom
 * @param truth what a reader of the article's last version finds in it
 */
public record Expectation(URI article, String paper, Map<String, Outcome> editions, Truth truth) {
    public Expectation {
        editions = Map.copyOf(editions);
    }
}
