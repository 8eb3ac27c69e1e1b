package org.polywire.extract;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a text must hold for an expression to match: one of a few strings that every match has in it, so that most expressions
 * need not be tried on most texts.
 *
 * <p>Looks at runs of plain letters, digits and spaces, and at groups of which each alternative needs something; whatever else stands in
 * an expression is disregarded, which can only mean that less is needed. Letters are compared as {@link #fold folded}.
 */
final class Needs {
    private static final int SHORTEST = 3;
    /** Two of these letters say as much as three of an alphabet: syllables and signs for words, from Devanagari on. */
    private static final char RICH = 0x900;

    /** Every character folded: all text of a page passes through it. */
    private static final char[] FOLDED = allFolded();

    private Needs() {}

    /** One of these, folded, is in every match; empty if nothing is needed for sure. */
    static Set<String> of(String expression) {
        return ofAlternatives(expression).orElse(Set.of());
    }

    private static Optional<Set<String>> ofAlternatives(String expression) {
        Set<String> together = new HashSet<>();
        for (String alternative : Openings.split(expression)) {
            Optional<Set<String>> needs = ofSequence(alternative);
            if (needs.isEmpty()) {
                return Optional.empty();
            }
            together.addAll(needs.get());
        }
        return Optional.of(together);
    }

    /** The need of the part that says most. */
    private static Optional<Set<String>> ofSequence(String sequence) {
        Optional<Set<String>> best = Optional.empty();
        int at = 0;
        while (at < sequence.length()) {
            int end = partEnd(sequence, at);
            boolean certain = end >= sequence.length() || "?*{".indexOf(sequence.charAt(end)) < 0;
            Optional<Set<String>> needs = certain ? ofPart(sequence.substring(at, end)) : Optional.empty();
            best = better(best, needs);
            at = Math.max(at + 1, end);
        }
        return best;
    }

    /** Where the group, the class, the sign or the run of letters that begins there ends. */
    private static int partEnd(String sequence, int at) {
        if (sequence.charAt(at) == '(') {
            return at + Openings.end(sequence.substring(at)) + 1;
        }
        int end = at;
        while (end < sequence.length() && isPlain(sequence.charAt(end))) {
            end++;
        }
        boolean last = end < sequence.length() && "?*{".indexOf(sequence.charAt(end)) >= 0;
        if (end == at) {
            return skipped(sequence, at);
        }
        return last && end > at + 1 ? end - 1 : end;
    }

    private static int skipped(String sequence, int at) {
        if (sequence.charAt(at) == '{') {
            return sequence.indexOf('}', at) + 1;
        }
        boolean property = sequence.startsWith("\\p{", at) || sequence.startsWith("\\P{", at);
        return property ? sequence.indexOf('}', at) + 1 : Openings.after(sequence, at);
    }

    private static boolean isPlain(char c) {
        int type = Character.getType(c);
        boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
        return mark || Character.isLetterOrDigit(c) || c == ' ' || c == '-';
    }

    private static Optional<Set<String>> ofPart(String part) {
        if (part.startsWith("(?:")) {
            return ofAlternatives(part.substring(3, part.length() - 1));
        }
        boolean rich = part.length() == SHORTEST - 1 && part.chars().allMatch(c -> c >= RICH);
        boolean plain = (rich || part.length() >= SHORTEST) && part.chars().allMatch(c -> isPlain((char) c));
        return plain ? Optional.of(Set.of(folded(part))) : Optional.empty();
    }

    private static Optional<Set<String>> better(Optional<Set<String>> one, Optional<Set<String>> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        return shortest(other.get()) > shortest(one.get()) ? other : one;
    }

    private static int shortest(Set<String> needs) {
        return needs.stream()
                .min(Comparator.comparingInt(String::length))
                .map(String::length)
                .orElse(0);
    }

    /** A letter as expressions compare it that disregard the case. */
    static char fold(char c) {
        return FOLDED[c];
    }

    private static char[] allFolded() {
        char[] folded = new char[Character.MAX_VALUE + 1];
        for (int c = 0; c < folded.length; c++) {
            folded[c] = Character.toLowerCase(Character.toUpperCase((char) c));
        }
        return folded;
    }

    static String folded(String text) {
        char[] letters = text.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            letters[i] = fold(letters[i]);
        }
        return new String(letters);
    }
}
