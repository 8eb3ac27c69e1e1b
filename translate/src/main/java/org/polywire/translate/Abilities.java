package org.polywire.translate;

/**
 * What an engine can do, and what it costs.
 *
 * @param markup how links and emphasis travel through it
 * @param alignments whether it says of each word which words it comes from
 * @param passages how many it takes at once
 * @param characters how many it takes at once, over all passages
 * @param parallel how many requests it works on side by side
 * @param price of a million characters of source text, in the operator's money; 0 if it is free
 * @param local whether the text stays on this machine
 */
public record Abilities(
        Markup markup, boolean alignments, int passages, int characters, int parallel, double price, boolean local) {

    /** How links and emphasis travel through an engine. */
    public enum Markup {
        /** It carries a mark from a word to its translation by itself, as Apertium's word-bound blanks do. */
        MARKS,
        /** It says where each word comes from. */
        ALIGNMENTS,
        /** It translates HTML. */
        HTML,
        /** It is asked to copy numbered brackets, and may fail to. */
        PLACEHOLDERS
    }

    /**
     * @throws IllegalArgumentException if a limit is not positive, or the price is negative
     */
    public Abilities {
        if (passages < 1 || characters < 1 || parallel < 1 || !(price >= 0)) {
            throw new IllegalArgumentException(
                    passages + " passages, " + characters + " characters, " + parallel + " side by side, " + price);
        }
    }
}
