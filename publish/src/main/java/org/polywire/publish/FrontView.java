package org.polywire.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A front page: one story leads, some stand below it, the others are listed.
 *
 * @param lead one card, or none on an empty page
 */
record FrontView(Frame frame, List<Card> lead, List<Card> second, List<Card> listed) {
    private static final int SECOND = 6;
    private static final int CANDIDATES = 6;

    /** @param cards the newest first */
    static FrontView of(Frame frame, List<Card> cards) {
        List<Card> lead = leading(cards);
        List<Card> rest = new ArrayList<>(cards);
        rest.removeAll(lead);
        int split = Math.min(SECOND, rest.size());
        return new FrontView(
                frame, lead, List.copyOf(rest.subList(0, split)), List.copyOf(rest.subList(split, rest.size())));
    }

    boolean empty() {
        return lead.isEmpty();
    }

    /** The newest that has a picture and a summary, if there is one among the newest few; else the newest. */
    private static List<Card> leading(List<Card> cards) {
        Stream<Card> full = cards.stream()
                .limit(CANDIDATES)
                .filter(card -> card.pictured() && !card.summary().isEmpty());
        return Stream.concat(full, cards.stream()).limit(1).toList();
    }
}
