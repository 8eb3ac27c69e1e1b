package org.polywire.story;

import java.util.List;

/** How a text is written, as far as it decides by what names in it are told. The order is that of the written form. */
enum Writing {
    LATIN,
    /** Cyrillic, Greek, Armenian: names have capitals. */
    CAPITALS,
    /** Arabic, Hebrew, Devanagari, Hangul: any word may be a name. */
    SMALL,
    /** Han, Kana, Thai: words are not parted. */
    LETTERS;

    static Writing of(List<Token> tokens) {
        int[] counts = new int[values().length];
        tokens.stream()
                .filter(token -> token.kind() != Token.Kind.NUMBER)
                .forEach(token -> counts[of(token).ordinal()]++);
        Writing most = LATIN;
        for (Writing writing : values()) {
            most = counts[writing.ordinal()] > counts[most.ordinal()] ? writing : most;
        }
        return most;
    }

    private static Writing of(Token token) {
        int letter = token.text().codePointAt(0);
        if (token.kind() == Token.Kind.LETTER) {
            return LETTERS;
        }
        if (Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN) {
            return LATIN;
        }
        return Character.isUpperCase(letter) || Character.isLowerCase(letter) ? CAPITALS : SMALL;
    }
}
