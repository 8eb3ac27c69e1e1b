package org.polywire.translate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The places in a text where a name of several words may stand: sequences of capitalised words, with the word before. They are a tenth of
 * a news text, and all that an analyser needs to see to find the names.
 */
final class NameCandidates {
    private static final String WORD = "[\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N}'’·-]*+";
    private static final String CAPITALISED = "\\p{Lu}[\\p{L}\\p{M}'’·-]*+";
    private static final Pattern SEQUENCE = Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}])(?:" + WORD
            + "[^\\p{L}\\p{N}\\n]{1,3})?" + CAPITALISED + "(?: (?:\\p{Ll}{1,3} ){0,2}+" + CAPITALISED + "){1,12}+");

    private NameCandidates() {}

    /**
     * Each once, in pieces that hold no more than some characters.
     *
     * @param most how many characters a piece may have, unless a single candidate is longer
     */
    static List<String> in(String text, int most) {
        Set<String> found = new LinkedHashSet<>();
        SEQUENCE.matcher(text).results().map(MatchResult::group).forEach(found::add);
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (String candidate : found) {
            if (!piece.isEmpty() && piece.length() + candidate.length() > most) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.append(candidate).append(" . ");
        }
        if (!piece.isEmpty()) {
            pieces.add(piece.toString());
        }
        return pieces;
    }
}
