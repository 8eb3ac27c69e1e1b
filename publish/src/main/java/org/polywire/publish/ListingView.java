package org.polywire.publish;

import java.util.List;

/**
 * The articles of a section or a source.
 *
 * @param kind what the page is of, in a word
 * @param home a link to the source's own site; none for a section
 */
record ListingView(Frame frame, String kind, Html title, Html home, List<Card> cards) {

    boolean empty() {
        return cards.isEmpty();
    }
}
