package org.polywire.extract;

/** The make-up of a text in one count. */
record Letters(int letters, int capitals, int digits, int commas, int sentences, int quotes) {
    private static final int LETTER = 1;
    private static final int CAPITAL = 2;
    private static final int DIGIT = 3;
    private static final int COMMA = 4;
    private static final int SENTENCE = 5;
    private static final int QUOTE = 6;
    /** What each character is: all text of a page is counted. */
    private static final byte[] KINDS = kinds();

    static Letters of(String text) {
        int[] counts = new int[QUOTE + 1];
        for (int i = 0; i < text.length(); i++) {
            counts[KINDS[text.charAt(i)]]++;
        }
        return new Letters(
                counts[LETTER] + counts[CAPITAL],
                counts[CAPITAL],
                counts[DIGIT],
                counts[COMMA],
                counts[SENTENCE],
                counts[QUOTE]);
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[Character.MAX_VALUE + 1];
        for (int c = 0; c < kinds.length; c++) {
            kinds[c] = (byte) kind((char) c);
        }
        return kinds;
    }

    private static int kind(char c) {
        if (Character.isLetter(c)) {
            return Character.isUpperCase(c) ? CAPITAL : LETTER;
        }
        if (Character.isDigit(c)) {
            return DIGIT;
        }
        return ",，、،".indexOf(c) >= 0
                ? COMMA
                : ".!?。！？؟।".indexOf(c) >= 0 ? SENTENCE : "\"“”„«»「」".indexOf(c) >= 0 ? QUOTE : 0;
    }
}
