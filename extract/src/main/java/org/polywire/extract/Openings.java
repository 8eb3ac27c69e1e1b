package org.polywire.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The letters that what an expression matches can begin with, so that most expressions need not be tried on most texts.
 *
 * <p>Understands groups, alternatives, classes of single letters, quantifiers and {@code \b}; whatever else may stand at the
 * beginning means that any letter may.
 */
final class Openings {
    private final String expression;
    private int at;

    /**
     * @param letters in lower case
     * @param any whether it may be any letter
     * @param optional whether the part may match nothing
     */
    private record First(Set<Character> letters, boolean any, boolean optional) {
        First or(First other) {
            Set<Character> both = new HashSet<>(letters);
            both.addAll(other.letters);
            return new First(both, any || other.any, optional || other.optional);
        }

        First then(First next) {
            if (!optional) {
                return this;
            }
            First both = or(next);
            return new First(both.letters, both.any, next.optional);
        }
    }

    private static final First NOTHING = new First(Set.of(), false, true);
    private static final First DIGIT =
            new First(Set.of('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'), false, false);
    private static final First ANY = new First(Set.of(), true, false);

    private Openings(String expression) {
        this.expression = expression;
    }

    /** The letters in lower case; empty if it may be any. */
    static Optional<Set<Character>> of(String expression) {
        First first = new Openings(expression).alternatives();
        return first.any() || first.optional() ? Optional.empty() : Optional.of(Set.copyOf(first.letters()));
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
        return none ? new First(atom.letters(), atom.any(), true) : atom;
    }

    private First atom() {
        char c = expression.charAt(at++);
        return switch (c) {
            case '(' -> group();
            case '[' -> letters();
            case '\\' -> escape();
            case '.' -> ANY;
            case '^', '$' -> NOTHING;
            default -> new First(Set.of(Character.toLowerCase(c)), false, false);
        };
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
        Set<Character> letters = new HashSet<>();
        expression.substring(at, end).chars().forEach(c -> letters.add(Character.toLowerCase((char) c)));
        at = end + 1;
        return simple ? new First(letters, false, false) : ANY;
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
            return DIGIT;
        }
        return Character.isLetterOrDigit(c) ? ANY : new First(Set.of(c), false, false);
    }
}
