package org.polywire.publish;

/** The characters that may leave the house. */
final class Plain {
    private static final int LEFT_TO_RIGHT_EMBEDDING = 0x202A;
    private static final int RIGHT_TO_LEFT_OVERRIDE = 0x202E;
    private static final int LEFT_TO_RIGHT_ISOLATE = 0x2066;
    private static final int POP_DIRECTIONAL_ISOLATE = 0x2069;

    private Plain() {}

    /**
     * The text without what XML 1.0 forbids (most control characters, lone surrogates, non-characters) and without the
     * directional embeddings, overrides and isolates by which a text can show other words than it holds ("Trojan source").
     * Marks (U+200E, U+200F, U+061C) and joiners (U+200C, U+200D) stay: Arabic, Persian and Indic writing need them.
     *
     * <p>It is the last thing done to everything that is served.
     */
    static String clean(String text) {
        return plain(text) ? text : filtered(text);
    }

    private static boolean plain(String text) {
        int at = 0;
        while (at < text.length() && allowed(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at == text.length();
    }

    private static String filtered(String text) {
        return text.codePoints()
                .filter(Plain::allowed)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean allowed(int c) {
        if (c < 0x20) {
            return c == '\t' || c == '\n' || c == '\r';
        }
        return !(c >= 0x7F && c <= 0x9F)
                && !(c >= LEFT_TO_RIGHT_EMBEDDING && c <= RIGHT_TO_LEFT_OVERRIDE)
                && !(c >= LEFT_TO_RIGHT_ISOLATE && c <= POP_DIRECTIONAL_ISOLATE)
                && !(c >= 0xD800 && c <= 0xDFFF)
                && !(c >= 0xFDD0 && c <= 0xFDEF)
                && (c & 0xFFFE) != 0xFFFE;
    }
}
