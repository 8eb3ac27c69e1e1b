package org.polywire.story;

import java.util.List;
import org.polywire.model.EditDistance;

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
                && EditDistance.of(before, after) <= MOST_EDITS
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
}
