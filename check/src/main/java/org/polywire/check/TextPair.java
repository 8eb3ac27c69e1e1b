package org.polywire.check;

/** A text and what it became. */
record TextPair(Text source, Text target) {
    /**
     * @param from primary subtag of the original's language
     * @param to primary subtag of the translation's
     */
    static TextPair of(String from, String to, String source, String target) {
        return new TextPair(new Text(source, from), new Text(target, to));
    }

    String evidence() {
        return source.written() + " → " + target.written();
    }
}
