package org.polywire.translate;

/**
 * Whether a text ends inside a quotation. Signs that open in one language close in another (<i>»so«</i>, <i>”så”</i>), so their place counts: what
 * stands at the beginning of a word opens. Single quotation marks are left out: they look like apostrophes.
 */
final class Quotations {
    private Quotations() {}

    static boolean open(String text) {
        int depth = 0;
        boolean straight = false;
        boolean low = false;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '"' -> straight = !straight;
                case '„' -> {
                    depth++;
                    low = true;
                }
                case '“' -> {
                    depth += low ? -1 : 1;
                    low = false;
                }
                case '「', '『' -> depth++;
                case '」', '』' -> depth--;
                case '«' -> depth += isAfterWord(text, i) ? -1 : 1;
                case '”', '»' -> depth += isBeforeWord(text, i) ? 1 : -1;
                default -> {}
            }
            depth = Math.max(depth, 0);
        }
        return straight || depth > 0;
    }

    private static boolean isAfterWord(String text, int at) {
        return at > 0
                && !isSpaceOrOpening(text.charAt(at - 1))
                && (at + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 1)));
    }

    private static boolean isBeforeWord(String text, int at) {
        return (at == 0 || isSpaceOrOpening(text.charAt(at - 1)))
                && at + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(at + 1));
    }

    private static boolean isSpaceOrOpening(char character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || character == '('
                || character == '—';
    }
}
