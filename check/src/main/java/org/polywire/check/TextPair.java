package org.polywire.check;

import org.jspecify.annotations.Nullable;

/** A text and what it became. Used by one thread. */
final class TextPair {
    private final Text source;
    private final Text target;
    private Numbers.@Nullable Difference numbers;

    TextPair(Text source, Text target) {
        this.source = source;
        this.target = target;
    }

    /**
     * @param from primary subtag of the original's language
     * @param to primary subtag of the translation's
     */
    static TextPair of(String from, String to, String source, String target) {
        return new TextPair(new Text(source, from), new Text(target, to));
    }

    Text source() {
        return source;
    }

    Text target() {
        return target;
    }

    /** How their numbers differ, found when the first check asks. */
    Numbers.Difference numbers() {
        Numbers.Difference found = numbers;
        if (found == null) {
            found = Numbers.difference(this);
            numbers = found;
        }
        return found;
    }

    String evidence() {
        return source.written() + " → " + target.written();
    }
}
