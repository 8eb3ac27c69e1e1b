package org.polywire.model;

import java.util.stream.IntStream;

/**
 * How many letters must be inserted, removed or exchanged to make one text of another (V. I. Levenshtein, “Binary codes capable of
 * correcting deletions, insertions, and reversals”, Soviet Physics Doklady 10, 1966).
 */
public final class EditDistance {
    private EditDistance() {}

    /** In UTF-16 units, from 0 to the longer length; the time grows with the product of both lengths. */
    public static int of(String one, String other) {
        int[] row = IntStream.rangeClosed(0, other.length()).toArray();
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int exchanged = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(exchanged, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
