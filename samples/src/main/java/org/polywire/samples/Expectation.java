package org.polywire.samples;

import java.net.URI;
import java.util.Map;

/**
 * What must have become of one article when the sample press has finished.
 *
 * @param article the canonical address
 * @param paper the id of its {@link Paper}
 * @param editions by language, for each edition of the demo newsroom
 * @param signal the stable name of what the record of its rights must show with its evidence; empty if nothing of its own
 * @param wire the name of the agency's text that it is, which other papers may carry as well; empty if the paper wrote it
 * @param truth what a reader of the article's last version finds in it
 */
public record Expectation(
        URI article, String paper, Map<String, Outcome> editions, String signal, String wire, Truth truth) {
    public Expectation {
        editions = Map.copyOf(editions);
    }
}
