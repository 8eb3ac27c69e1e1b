package org.polywire.translate;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.polywire.translate.Sentences.Range;

/**
 * The places in a text where a name of several words may stand: sequences of capitalised words, with the word before. They are a tenth of
 * a news text, and all that an analyser needs to see to find the names.
 */
final class NameCandidates {
    private static final String CAPITALISED = "\\p{Lu}[\\p{L}\\p{M}'’·-]*+";
    private static final Pattern SEQUENCE =
            Pattern.compile(CAPITALISED + "(?: (?:\\p{Ll}{1,3} ){0,2}+" + CAPITALISED + "){1,12}+");

    /** What may stand inside of a word, but not at its start. */
    private static final String JOINING = "'’·-";

    private static final int LONGEST_GAP = 3;

    private NameCandidates() {}

    /** Those that do not end with a name of several words. */
    static List<String> without(Set<String> names, Collection<String> candidates) {
        return candidates.stream()
                .filter(candidate -> !endsWithAny(candidate, names))
                .toList();
    }

    /** Their words that may begin a name, each once: capitalised ones, but neither abbreviations nor what stands last. */
    static Set<String> beginnings(Collection<String> candidates) {
        Set<String> words = new LinkedHashSet<>();
        for (String candidate : candidates) {
            List<Range> ranges = Words.in(candidate);
            ranges.subList(0, Math.max(0, ranges.size() - 1)).stream()
                    .map(range -> range.of(candidate))
                    .filter(NameCandidates::mayBegin)
                    .forEach(words::add);
        }
        return words;
    }

    private static boolean mayBegin(String word) {
        return Character.isUpperCase(word.codePointAt(0)) && !word.equals(word.toUpperCase(Locale.ROOT));
    }

    /** Those in which one of some words stands. */
    static List<String> having(Set<String> words, Collection<String> candidates) {
        return candidates.stream()
                .filter(candidate -> words(candidate).anyMatch(words::contains))
                .toList();
    }

    private static Stream<String> words(String candidate) {
        return Words.in(candidate).stream().map(range -> range.of(candidate));
    }

    private static boolean endsWithAny(String candidate, Set<String> names) {
        for (int start = 0; candidate.indexOf(' ', start) > 0; start = candidate.indexOf(' ', start) + 1) {
            if (names.contains(candidate.substring(start))) {
                return true;
            }
        }
        return false;
    }

    /** Each once. Looks only where a word begins with a capital, since a pattern that is tried everywhere takes long. */
    static Set<String> in(String text) {
        Set<String> found = new LinkedHashSet<>();
        Matcher sequence = SEQUENCE.matcher(text);
        int end = 0;
        for (int at = 0; at < text.length(); at++) {
            if (isCapital(text.charAt(at))
                    && (at == 0 || !isInWord(text.charAt(at - 1)))
                    && sequence.region(at, text.length()).lookingAt()) {
                int before = wordBefore(text, at);
                found.add(text.substring(before < end ? at : before, sequence.end()));
                end = sequence.end();
                at = end - 1;
            }
        }
        return found;
    }

    /**
     * Where the word before begins, if it is in the same line and no more than a few characters part it from this place, or nothing as in
     * <i>l'Hospital</i>; else this place.
     */
    private static int wordBefore(String text, int at) {
        int letters = at;
        while (letters > 0 && !isInWord(text.charAt(letters - 1)) && text.charAt(letters - 1) != '\n') {
            letters--;
        }
        int end = letters;
        while (end < at && isJoining(text.charAt(end))) {
            end++;
        }
        int start = wordStart(text, letters);
        boolean elided = end == at && letters < at;
        return start < letters && (elided || end < at && at - end <= LONGEST_GAP) ? start : at;
    }

    /** Where the word begins that ends here. */
    private static int wordStart(String text, int end) {
        int start = end;
        while (start > 0 && (isInWord(text.charAt(start - 1)) || isJoining(text.charAt(start - 1)))) {
            start--;
        }
        while (start < end && !isInWord(text.charAt(start))) {
            start++;
        }
        return start;
    }

    private static boolean isCapital(char character) {
        return character >= 'A' && (character < 'a' || character > 'z') && Character.isUpperCase(character);
    }

    private static boolean isJoining(char character) {
        return JOINING.indexOf(character) >= 0;
    }

    private static boolean isInWord(char character) {
        return Character.isLetterOrDigit(character) || isMark(character);
    }

    private static boolean isMark(char character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }
}
