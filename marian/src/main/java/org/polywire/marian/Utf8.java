package org.polywire.marian;

/** Characters in UTF-8 bytes that may be malformed. */
final class Utf8 {
    private static final int[] LEAST = {0, 0, 0x80, 0x800, 0x10000};

    private Utf8() {}

    /** The length of the well-formed character at a place (The Unicode Standard, table 3-7); 0 if there is none. */
    static int wellFormed(byte[] text, int at, int end) {
        int size = announced(text[at]);
        if (size == 1) {
            return text[at] >= 0 ? 1 : 0;
        }
        if (at + size > end) {
            return 0;
        }
        int code = text[at] & 0x7F >> size;
        for (int i = 1; i < size; i++) {
            if ((text[at + i] & 0xC0) != 0x80) {
                return 0;
            }
            code = code << 6 | text[at + i] & 0x3F;
        }
        boolean surrogate = code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
        return code >= LEAST[size] && code <= Character.MAX_CODE_POINT && !surrogate ? size : 0;
    }

    /** The length that a first byte announces, from 1 to 4. */
    static int announced(byte first) {
        int value = first & 0xFF;
        if (value < 0xC0) {
            return 1;
        }
        return value < 0xE0 ? 2 : value < 0xF0 ? 3 : 4;
    }

    /**
     * For each byte of a well-formed text and its end, the index of the {@code char} that it belongs to; the bytes of a character
     * outside the basic plane belong to its first {@code char}.
     */
    static int[] characterIndexes(byte[] text) {
        int[] indexes = new int[text.length + 1];
        int index = 0;
        int at = 0;
        while (at < text.length) {
            int size = announced(text[at]);
            for (int i = 0; i < size; i++) {
                indexes[at + i] = index;
            }
            at += size;
            index += size == 4 ? 2 : 1;
        }
        indexes[text.length] = index;
        return indexes;
    }
}
