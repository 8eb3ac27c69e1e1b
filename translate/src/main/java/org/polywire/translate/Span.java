package org.polywire.translate;

/** The range of characters that an inline element holds. */
record Span<T>(int start, int end, Tag<T> tag) {

    /** Whether the element covers a word: holds at least half of its characters, or any of them if it is a link. */
    boolean covers(int from, int to) {
        int held = Math.min(end, to) - Math.max(start, from);
        return held > 0 && (tag.link() || held * 2 >= to - from);
    }
}
