package org.polywire.translate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.polywire.translate.Sentences.Range;
import org.polywire.translate.Term.Kind;

/**
 * The terms of a glossary that count for one article. An expression is found word by word, also in another form: its words may end
 * otherwise within bounds. What stands as the glossary has it is fixed; of another form it is only checked that a form of the target
 * stands for it, since no rule of ours inflects. Safe to share between threads.
 */
final class Terms {
    /** Words with fewer letters have one form only. */
    private static final int LEAST_INFLECTED = 5;

    /** How many letters at the end of a word may differ. */
    private static final int ENDING = 3;

    private static final int KEY = 3;

    /**
     * An expression of the glossary in a text.
     *
     * @param fixed what must stand for it; empty if it is in another form, which is only checked
     */
    record Match(Range range, Term term, String fixed) {}

    private final Map<String, List<Expression>> sources = new HashMap<>();
    private final List<Term> forbiddenAnywhere = new ArrayList<>();

    private record Expression(Term term, List<String> words) {}

    Terms(List<Term> terms) {
        for (Term term : terms) {
            List<String> words = words(term.source());
            if (words.isEmpty()) {
                forbiddenAnywhere.add(term);
            } else {
                sources.computeIfAbsent(key(words.getFirst()), key -> new ArrayList<>())
                        .add(new Expression(term, words));
            }
        }
        // Longer ones first; of two alike the one that is meant for this site alone.
        sources.values()
                .forEach(all -> all.sort(
                        Comparator.comparingInt((Expression one) -> -one.words().size())
                                .thenComparingInt(one -> -one.term().site().length())));
    }

    boolean isEmpty() {
        return sources.isEmpty() && forbiddenAnywhere.isEmpty();
    }

    private static String key(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.substring(0, Math.min(KEY, lower.length()));
    }

    private static List<String> words(String text) {
        return Words.in(text).stream().map(range -> range.of(text)).toList();
    }

    /** What of the glossary stands in a text and must be, or is, translated in its way; in order, without overlaps. */
    List<Match> in(String text) {
        List<Match> matches = new ArrayList<>();
        if (sources.isEmpty()) {
            return matches;
        }
        List<Range> words = Words.in(text);
        for (int i = 0; i < words.size(); i++) {
            int length = addMatch(text, words, i, matches);
            i += Math.max(0, length - 1);
        }
        return matches;
    }

    /** Adds the best match that begins at a word; returns how many words it has. */
    private int addMatch(String text, List<Range> words, int at, List<Match> matches) {
        Match inflected = null;
        int length = 0;
        for (Expression expression : sources.getOrDefault(key(words.get(at).of(text)), List.of())) {
            int end = at + expression.words().size();
            if (expression.term().kind() != Kind.FORBIDDEN
                    && end <= words.size()
                    && agree(text, words, at, expression, false)) {
                matches.add(match(text, words, at, end, expression.term(), true));
                return end - at;
            }
            if (inflected == null
                    && expression.term().kind() == Kind.PREFERRED
                    && end <= words.size()
                    && agree(text, words, at, expression, true)) {
                inflected = match(text, words, at, end, expression.term(), false);
                length = end - at;
            }
        }
        if (inflected != null) {
            matches.add(inflected);
        }
        return length;
    }

    private static Match match(String text, List<Range> words, int at, int end, Term term, boolean exact) {
        Range range = new Range(words.get(at).start(), words.get(end - 1).end());
        return new Match(range, term, exact ? cased(range.of(text), term) : "");
    }

    /** The target with a capital where the text has one and the term has none. */
    private static String cased(String text, Term term) {
        boolean raised = Character.isUpperCase(text.codePointAt(0))
                && Character.isLowerCase(term.source().codePointAt(0));
        return term.kind() == Kind.KEEP ? text : raised ? raised(term.target()) : term.target();
    }

    private static String raised(String text) {
        int end = text.offsetByCodePoints(0, 1);
        return text.substring(0, end).toUpperCase(Locale.ROOT) + text.substring(end);
    }

    private static boolean agree(String text, List<Range> words, int at, Expression expression, boolean inflected) {
        for (int i = 0; i < expression.words().size(); i++) {
            String word = words.get(at + i).of(text);
            String wanted = expression.words().get(i);
            if (!(same(word, wanted) || inflected && isFormOf(word, wanted))) {
                return false;
            }
        }
        return true;
    }

    /** A term in small letters is also found with a capital; one with capitals only so. */
    private static boolean same(String word, String wanted) {
        return word.equals(wanted) || word.toLowerCase(Locale.ROOT).equals(wanted);
    }

    /** Whether two words differ in nothing but a short ending. */
    static boolean isFormOf(String word, String wanted) {
        String left = word.toLowerCase(Locale.ROOT);
        String right = wanted.toLowerCase(Locale.ROOT);
        int shorter = Math.min(left.length(), right.length());
        int common = 0;
        while (common < shorter && left.charAt(common) == right.charAt(common)) {
            common++;
        }
        return left.equals(right)
                || shorter >= LEAST_INFLECTED
                        && common >= LEAST_INFLECTED - 1
                        && left.length() - common <= ENDING
                        && right.length() - common <= ENDING;
    }

    /** What a translated sentence has against the glossary, in plain words. */
    List<String> faults(String source, String target) {
        List<String> faults = new ArrayList<>();
        List<String> words = words(target);
        Map<String, Integer> wanted = new HashMap<>();
        for (Match match : in(source)) {
            Term term = match.term();
            int count = wanted.merge(term.target(), 1, Integer::sum);
            if (count > occurrences(words, term.target(), match.fixed().isEmpty())) {
                faults.add("the glossary wants \"" + term.target() + "\" for \""
                        + match.range().of(source) + "\"");
            }
        }
        forbidden(source).stream()
                .filter(term -> occurrences(words, term.target(), true) > 0)
                .forEach(term -> faults.add("the glossary forbids \"" + term.target() + "\""
                        + (term.source().isEmpty() ? "" : " for \"" + term.source() + "\"")));
        return faults;
    }

    private List<Term> forbidden(String source) {
        List<Term> found = new ArrayList<>(forbiddenAnywhere);
        List<Range> words = Words.in(source);
        for (int i = 0; i < words.size(); i++) {
            for (Expression expression : sources.getOrDefault(key(words.get(i).of(source)), List.of())) {
                boolean here = expression.term().kind() == Kind.FORBIDDEN
                        && i + expression.words().size() <= words.size()
                        && agree(source, words, i, expression, true);
                if (here && !found.contains(expression.term())) {
                    found.add(expression.term());
                }
            }
        }
        return found;
    }

    private static int occurrences(List<String> words, String expression, boolean inflected) {
        List<String> wanted = words(expression);
        int count = 0;
        for (int i = 0; i + wanted.size() <= words.size(); i++) {
            boolean all = true;
            for (int j = 0; j < wanted.size() && all; j++) {
                String word = words.get(i + j);
                all = word.equalsIgnoreCase(wanted.get(j)) || inflected && isFormOf(word, wanted.get(j));
            }
            count += all ? 1 : 0;
        }
        return count;
    }
}
