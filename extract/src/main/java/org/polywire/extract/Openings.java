package org.polywire.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How what an expression matches can begin, so that most expressions need not be tried on most texts.
 *
 * <p>Understands groups, alternatives, classes of single letters, quantifiers and {@code \\b}; whatever else may stand at the
 * beginning means that anything may. Letters are {@link Needs#fold folded}, and every digit is {@link #DIGIT}.
 */
final class Openings {
    /** How many letters of a beginning are told at most. */
    static final int DEPTH = 4;

    /** More beginnings of one part are told by their first letters alone. */
    private static final int MOST = 400;

    /** The number of the empty beginning. */
    static final long ANYTHING = 0;

    private static final char DIGIT = '0';
    private final String expression;
    private int at;

    /**
     * The beginnings of what a part of an expression matches.
     *
     * @param whole what the part may match, nothing more
     * @param begun what it may begin with, whatever follows
     */
    private record First(Set<String> whole, Set<String> begun) {
        First or(First other) {
            return new First(union(whole, other.whole), union(begun, other.begun)).bounded();
        }

        First then(First next) {
            if (whole.isEmpty() || next.equals(NOTHING)) {
                return this;
            }
            return equals(NOTHING) ? next.bounded() : joined(next);
        }

        private First joined(First next) {
            Set<String> both = new HashSet<>();
            Set<String> more = new HashSet<>(begun);
            for (String start : whole) {
                next.whole.forEach(end -> (start.length() + end.length() < DEPTH ? both : more).add(cut(start + end)));
                next.begun.forEach(end -> more.add(cut(start + end)));
            }
            return new First(both, more).bounded();
        }

        /** The same as often as one likes, but at least once. */
        First repeated() {
            return new First(Set.of(), union(whole, begun));
        }

        private First bounded() {
            return whole.size() + begun.size() <= MOST
                    ? this
                    : new First(
                            Set.of(),
                            union(whole, begun).stream()
                                    .map(start -> start.substring(0, Math.min(1, start.length())))
                                    .collect(Collectors.toSet()));
        }

        private static Set<String> union(Set<String> one, Set<String> other) {
            Set<String> both = new HashSet<>(one);
            both.addAll(other);
            return both;
        }

        private static String cut(String start) {
            return start.substring(0, Math.min(DEPTH, start.length()));
        }
    }

    private static final First NOTHING = new First(Set.of(""), Set.of());
    private static final First ANY = new First(Set.of(), Set.of(""));

    private Openings(String expression) {
        this.expression = expression;
    }

    /** The beginnings, none of which begins with another; the empty one alone if anything may be the beginning. */
    static Set<String> of(String expression) {
        Set<String> all = new Openings(expression).alternatives().repeated().begun();
        return all.stream().filter(start -> !isLonger(start, all)).collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isLonger(String start, Set<String> all) {
        for (int end = 0; end < start.length(); end++) {
            if (all.contains(start.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    /**
     * The numbers of the beginnings that expressions which match a text may have: the first letters of the text, from none to {@link
     * #DEPTH}.
     */
    static long[] ofText(String text) {
        long[] beginnings = new long[Math.min(DEPTH, text.length()) + 1];
        for (int i = 1; i < beginnings.length; i++) {
            beginnings[i] = beginnings[i - 1] << Character.SIZE | folded(text.charAt(i - 1));
        }
        return beginnings;
    }

    /** A beginning as a number that all its letters are in. */
    static long number(String beginning) {
        long[] numbers = ofText(beginning);
        return numbers[numbers.length - 1];
    }

    private static char folded(char c) {
        return Character.isDigit(c) ? DIGIT : Needs.fold(c);
    }

    /** The same expression in as many as it has alternatives, if they stand in one group at its beginning. */
    static List<String> alternatives(String expression) {
        int end = expression.startsWith("(?:") ? end(expression) : -1;
        if (end < 0 || end + 1 < expression.length() && "?*+{".indexOf(expression.charAt(end + 1)) >= 0) {
            return List.of(expression);
        }
        String tail = expression.substring(end + 1);
        return split(expression.substring(3, end)).stream()
                .map(alternative -> "(?:" + alternative + ")" + tail)
                .toList();
    }

    /** Where the group at the beginning ends. */
    static int end(String expression) {
        int depth = 0;
        for (int i = 0; i < expression.length(); i = after(expression, i)) {
            char c = expression.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** The place after one character, an escaped one or a class. */
    static int after(String expression, int at) {
        if (expression.charAt(at) == '\\') {
            return at + 2;
        }
        int next = at;
        while (expression.charAt(at) == '[' && expression.charAt(next) != ']') {
            next += expression.charAt(next) == '\\' ? 2 : 1;
        }
        return next + 1;
    }

    static List<String> split(String alternatives) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < alternatives.length(); i = after(alternatives, i)) {
            char c = alternatives.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == '|' && depth == 0) {
                parts.add(alternatives.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(alternatives.substring(start));
        return parts;
    }

    private First alternatives() {
        First first = sequence();
        while (at < expression.length() && expression.charAt(at) == '|') {
            at++;
            first = first.or(sequence());
        }
        return first;
    }

    private First sequence() {
        First first = NOTHING;
        while (at < expression.length() && expression.charAt(at) != '|' && expression.charAt(at) != ')') {
            First atom = atom();
            first = first.then(quantified(atom));
        }
        return first;
    }

    private First quantified(First atom) {
        if (at >= expression.length()) {
            return atom;
        }
        char c = expression.charAt(at);
        boolean none = c == '?' || c == '*' || expression.startsWith("{0", at);
        if (c == '{') {
            at = expression.indexOf('}', at) + 1;
        } else if (c == '?' || c == '*' || c == '+') {
            at++;
        }
        if (at < expression.length() && "?+".indexOf(expression.charAt(at)) >= 0 && "?*+}".indexOf(c) >= 0) {
            at++;
        }
        First some = "*+{".indexOf(c) >= 0 ? atom.repeated() : atom;
        return none ? some.or(NOTHING) : some;
    }

    private First atom() {
        char c = expression.charAt(at++);
        return switch (c) {
            case '(' -> group();
            case '[' -> letters();
            case '\\' -> escape();
            case '.' -> ANY;
            case '^', '$' -> NOTHING;
            default -> letter(c);
        };
    }

    private static First letter(char c) {
        return new First(Set.of(String.valueOf(folded(c))), Set.of());
    }

    private First group() {
        boolean plain = expression.startsWith("?:", at);
        boolean looking = expression.charAt(at) == '?' && !plain;
        at += plain ? 2 : looking ? expression.startsWith("?<", at) ? 3 : 2 : 0;
        First inner = alternatives();
        at++;
        return looking ? NOTHING : inner;
    }

    /** A class; one with more than single letters may be anything. */
    private First letters() {
        int end = at;
        boolean simple = expression.charAt(at) != '^';
        while (expression.charAt(end) != ']') {
            char c = expression.charAt(end);
            simple &= c != '-' && c != '\\' && c != '[' && c != '&';
            end += c == '\\' ? 2 : 1;
        }
        Set<String> letters = new HashSet<>();
        expression.substring(at, end).chars().forEach(c -> letters.add(String.valueOf(folded((char) c))));
        at = end + 1;
        return simple ? new First(letters, Set.of()) : ANY;
    }

    private First escape() {
        char c = expression.charAt(at++);
        if (c == 'p' || c == 'P') {
            at = expression.indexOf('}', at) + 1;
            return ANY;
        }
        if (c == 'b' || c == 'B') {
            return NOTHING;
        }
        if (c == 'd') {
            return letter(DIGIT);
        }
        return Character.isLetterOrDigit(c) ? ANY : letter(c);
    }
}
