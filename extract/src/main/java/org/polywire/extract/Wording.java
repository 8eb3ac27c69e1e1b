package org.polywire.extract;

import java.util.Arrays;
import java.util.List;

/**
 * The words of a text by their hashes, for counting and comparing them without a string for each.
 *
 * @param words the hash of each of {@link Words#of}, in order
 * @param key {@link Words#key}
 */
record Wording(int[] words, String key) {
    /** Keeps pairs of Chinese characters apart, which a small factor does not (D. E. Knuth, as in {@link Phrases}). */
    private static final int SPREAD = 0x9E3779B1;

    private static final byte OTHER = 0;
    private static final byte APART = 1;
    private static final byte LETTER = 2;
    /** Up to here letters are looked up in small; the only one whose small form is two characters is none of {@link #KINDS}. */
    private static final char ALPHABETS = 0x483;

    private static final char TWO_IN_SMALL = 'İ';
    /** What each character does to a word, for scripts whose words are what stands between two spaces or marks. */
    private static final byte[] KINDS = kinds();

    private static final char[] SMALL = small();

    static Wording of(String text) {
        int[] words = new int[text.length() / 2 + 1];
        char[] key = new char[text.length() + 1];
        int count = 0;
        int end = 0;
        int hash = 0;
        boolean within = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            byte kind = KINDS[c];
            if (kind == LETTER) {
                char small = c < ALPHABETS ? SMALL[c] : c;
                hash = SPREAD * hash + small;
                key[end++] = small;
                within = true;
            } else if (kind == OTHER) {
                return byWords(text);
            } else if (within) {
                words[count++] = hash;
                key[end++] = ' ';
                hash = 0;
                within = false;
            }
        }
        if (within) {
            words[count++] = hash;
            end++;
        }
        return new Wording(Arrays.copyOf(words, count), new String(key, 0, Math.max(0, end - 1)));
    }

    private static Wording byWords(String text) {
        List<String> words = Words.of(text);
        return new Wording(
                words.stream().mapToInt(Wording::hash).toArray(),
                Words.isPlain(text) ? String.join(" ", words) : Words.key(text));
    }

    private static int hash(String word) {
        int hash = 0;
        for (int i = 0; i < word.length(); i++) {
            hash = SPREAD * hash + word.charAt(i);
        }
        return hash;
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[Character.MAX_VALUE + 1];
        for (char c = 0; c < Character.MAX_VALUE; c++) {
            boolean known = c < 0xa0 || c != TWO_IN_SMALL && Words.isPlain(c);
            boolean alphabet = c < 0x180 || c >= 0x400 && c < ALPHABETS || c >= 0x5d0 && c <= 0x64a;
            kinds[c] = !known ? OTHER : !Words.isWord(c) ? APART : alphabet ? LETTER : OTHER;
        }
        return kinds;
    }

    private static char[] small() {
        char[] small = new char[ALPHABETS];
        for (char c = 0; c < small.length; c++) {
            small[c] = Character.toLowerCase(c);
        }
        return small;
    }

    /** The different words in ascending order of their hashes. */
    int[] different() {
        return different(words);
    }

    static int[] different(int[] hashes) {
        int[] sorted = hashes.clone();
        Arrays.sort(sorted);
        int count = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[count++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, count);
    }

    /** How many of some words are among others, which are in ascending order. */
    static int count(int[] words, int[] among) {
        int count = 0;
        for (int word : words) {
            count += Arrays.binarySearch(among, word) >= 0 ? 1 : 0;
        }
        return count;
    }
}
