package org.polywire.translate;

/** Whether a text ends inside a quotation. Single quotation marks are left out: they look like apostrophes. */
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
                case '«' -> depth++;
                case '”', '»' -> depth--;
                default -> {}
            }
            depth = Math.max(depth, 0);
        }
        return straight || depth > 0;
    }
}
