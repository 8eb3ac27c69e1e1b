package org.polywire.story;

import java.util.List;

/** Differences that only spelling makes. */
final class Spelling {
    /** A corrected typing error: a letter more, less or other, or two that changed places. */
    private static final int MOST_EDITS = 2;

    /** Another letter makes another word of a short one. */
    private static final int SHORTEST = 5;

    private Spelling() {}

    /**
     * Whether two sentences have the same words but for typing errors. Numbers and words with a capital must be the same, as
     * a letter makes another name of one.
     */
    static boolean same(String before, String after) {
        List<Token> old = Token.of(before, false);
        List<Token> now = Token.of(after, false);
        if (old.size() != now.size()) {
            return false;
        }
        for (int i = 0; i < old.size(); i++) {
            if (!same(old.get(i), now.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(Token old, Token now) {
        String before = old.folded();
        String after = now.folded();
        if (before.equals(after)) {
            return true;
        }
        boolean words = old.kind() == Token.Kind.WORD && now.kind() == Token.Kind.WORD;
        boolean name = (old.capital() && !old.initial()) || (now.capital() && !now.initial());
        return words
                && !name
                && Math.min(before.length(), after.length()) >= SHORTEST
                && before.codePointAt(0) == after.codePointAt(0)
                && edits(before, after) <= MOST_EDITS
                && !isInflected(before, after);
    }

    /** Another ending may be another number, tense or person: «firmó» and «firmará», «vote» and «votes». */
    private static boolean isInflected(String before, String after) {
        int same = 0;
        while (same < Math.min(before.length(), after.length()) && before.charAt(same) == after.charAt(same)) {
            same++;
        }
        return same >= Math.min(before.length(), after.length()) - 2;
    }

    /** The distance of Levenshtein. */
    private static int edits(String before, String after) {
        int[] last = new int[after.length() + 1];
        for (int j = 0; j <= after.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= before.length(); i++) {
            int[] row = new int[after.length() + 1];
            row[0] = i;
            for (int j = 1; j <= after.length(); j++) {
                int change = before.charAt(i - 1) == after.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(last[j - 1] + change, Math.min(last[j], row[j - 1]) + 1);
            }
            last = row;
        }
        return last[after.length()];
    }
}
