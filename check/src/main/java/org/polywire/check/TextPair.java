package org.polywire.check;

/** A text and what it became. */
record TextPair(String source, String target) {
    String evidence() {
        return source + " → " + target;
    }
}
