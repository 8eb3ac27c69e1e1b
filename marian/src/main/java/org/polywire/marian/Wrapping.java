package org.polywire.marian;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts sentences that are longer than models were trained on: after a mark that ends a clause, else before a word, else
 * anywhere. Firefox cuts every 127 tokens.
 */
final class Wrapping {
    /** Marian's {@code max-length-break} of 128 less the end of the sentence. */
    static final int LONGEST = 127;

    private static final Set<Integer> CLAUSE_ENDS =
            Set.copyOf(".,;:!?\u2026\u037E\u060C\u061B\u061F\u06D4\u0964\u3001\u3002\uFF01\uFF0C\uFF1A\uFF1B\uFF1F"
                    .codePoints()
                    .boxed()
                    .toList());

    private Wrapping() {}

    /** Where each part ends, counted in tokens. */
    static List<Integer> ends(String text, Vocabulary.Tokens tokens) {
        List<Integer> ends = new ArrayList<>();
        int begin = 0;
        while (tokens.size() - begin > LONGEST) {
            begin = end(text, tokens, begin);
            ends.add(begin);
        }
        ends.add(tokens.size());
        return ends;
    }

    private static int end(String text, Vocabulary.Tokens tokens, int begin) {
        int latest = begin + LONGEST;
        int earliest = begin + LONGEST / 2;
        for (int end = latest; end > earliest; end--) {
            if (startsWord(text, tokens, end) && endsClause(text, tokens, end - 1)) {
                return end;
            }
        }
        for (int end = latest; end > earliest; end--) {
            if (startsWord(text, tokens, end)) {
                return end;
            }
        }
        return latest;
    }

    private static boolean endsClause(String text, Vocabulary.Tokens tokens, int token) {
        int end = tokens.ends()[token];
        return end > tokens.begins()[token] && CLAUSE_ENDS.contains(text.codePointBefore(end));
    }

    /** After a space, or after a mark of a script that has no spaces. */
    private static boolean startsWord(String text, Vocabulary.Tokens tokens, int token) {
        int begin = tokens.begins()[token];
        return begin < text.length()
                && (Character.isSpaceChar(text.codePointAt(begin))
                        || begin > 0
                                && CLAUSE_ENDS.contains(text.codePointBefore(begin))
                                && text.charAt(begin - 1) > 0x2FFF);
    }
}
