package org.polywire.check;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The pieces in which a text is read that is longer than any sentence, so that an expression takes time that grows with the text and not with its
 * square: a hostile text of one letter may run on for thousands. A shorter text is one piece.
 */
final class Windows {
    /** Characters of a piece: twice those of the longest sentence of NTREX-128's lines 1–1000, which is a Turkish one of 504. */
    static final int LONGEST = 1_000;

    private Windows() {}

    /** Where a pattern is found, in order; what reaches from one piece into the next is not. */
    static Stream<MatchResult> find(Pattern pattern, CharSequence text) {
        return text.length() <= LONGEST
                ? pattern.matcher(text).results()
                : Stream.iterate(0, start -> start < text.length(), start -> end(text, start))
                        .flatMap(start -> pattern.matcher(text)
                                .region(start, end(text, start))
                                .results());
    }

    /** A text in which all that a pattern finds is blank. */
    static String blanked(Pattern pattern, String text) {
        StringBuilder blank = new StringBuilder(text);
        find(pattern, text).forEach(found -> blank(blank, found.start(), found.end()));
        return blank.toString();
    }

    /** Puts spaces for the characters from one index to another. */
    static void blank(StringBuilder text, int from, int to) {
        for (int i = from; i < to; i++) {
            text.setCharAt(i, ' ');
        }
    }

    /** Where the piece ends that begins at an index: after its last space, or within a word that is longer than half of it. */
    private static int end(CharSequence text, int start) {
        int most = start + LONGEST;
        if (most >= text.length()) {
            return text.length();
        }
        for (int end = most; end > start + LONGEST / 2; end--) {
            if (Character.isWhitespace(text.charAt(end - 1))) {
                return end;
            }
        }
        return Character.isLowSurrogate(text.charAt(most)) ? most - 1 : most;
    }
}
