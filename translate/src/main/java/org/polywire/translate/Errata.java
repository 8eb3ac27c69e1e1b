package org.polywire.translate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.polywire.translate.Answer.Evidence;
import org.polywire.translate.Answer.Sentence;
import org.polywire.translate.Answer.Word;

/**
 * Corrects what a pair of Apertium gets wrong again and again, by the rules of the data file {@code apertium-errata.txt}. Safe to
 * share between threads.
 */
final class Errata {
    private static final String KEEP = "=";
    private static final String DELETE = "-";
    private static final Pattern COPIED = Pattern.compile("\\$\\d");
    /** A pattern that fits nothing. */
    private static final String NOTHING = "(?!)";

    private static final Pattern WORDS = Pattern.compile("\\p{L}+(?:\\|\\p{L}+)*");

    /**
     * @param words a pattern for each word of the target, in a row
     * @param instead for each of them a word, or two as one, {@link #KEEP} or {@link #DELETE}
     * @param source what the source must hold for the rule to apply; there {@code $2} is the second word, if the engine did not know and copied it
     * @param telling of which one must be in the sentence, else the rule need not be looked at; empty if that cannot be told
     */
    private record Rule(List<Pattern> words, List<String> instead, String source, Set<String> telling) {
        /** What the source must hold with any word for those that are copied. */
        Pattern anySource() {
            return expression(COPIED.matcher(source).replaceAll("\\\\S+"));
        }

        boolean fits(List<Word> sentence, int at) {
            for (int i = 0; i < words.size(); i++) {
                String word = sentence.get(at + i).text();
                boolean found = words.get(i).matcher(word).matches();
                if (!found
                        && !(startsSentence(sentence, at + i)
                                && words.get(i).matcher(lowerFirst(word)).matches())) {
                    return false;
                }
            }
            return true;
        }

        /** Whether the copied words stand in the source where they should. */
        boolean copies(List<Word> sentence, int at, String text) {
            String wanted = source;
            for (int i = 0; i < words.size() && COPIED.matcher(wanted).find(); i++) {
                Word word = sentence.get(at + i);
                boolean copied = word.evidence() == Evidence.UNKNOWN;
                wanted = wanted.replace("$" + (i + 1), copied ? Pattern.quote(word.text()) : NOTHING);
            }
            return wanted.equals(source) || expression(wanted).matcher(text).find();
        }
    }

    private final List<Rule> rules;
    private final List<Pattern> sources;

    /** The numbers of the rules by the words that tell of them; by the empty word those that no word tells of. */
    private final Map<String, BitSet> told = new HashMap<>();

    /**
     * @param code of the pair, such as {@code es-pt}
     * @throws IllegalStateException if a rule of the data file has not as many replacements as words
     */
    Errata(String code) {
        this.rules = Lines.of("apertium-errata.txt").stream()
                .filter(line -> line.getFirst().equals(code))
                .map(Errata::rule)
                .toList();
        this.sources = rules.stream().map(Rule::anySource).toList();
        for (int i = 0; i < rules.size(); i++) {
            int number = i;
            Set<String> telling = rules.get(i).telling();
            (telling.isEmpty() ? Set.of("") : telling)
                    .forEach(word ->
                            told.computeIfAbsent(word, key -> new BitSet()).set(number));
        }
    }

    private static Rule rule(List<String> line) {
        List<List<String>> fields = new ArrayList<>(List.of(new ArrayList<>()));
        for (String token : line.subList(1, line.size())) {
            if (token.equals("|")) {
                fields.add(new ArrayList<>());
            } else {
                fields.getLast().add(token);
            }
        }
        if (fields.size() != 4 || fields.get(1).size() != fields.get(2).size()) {
            throw new IllegalStateException("not a rule: " + String.join(" ", line));
        }
        return new Rule(
                fields.get(1).stream().map(Pattern::compile).toList(),
                fields.get(2).stream().map(word -> word.replace('_', ' ')).toList(),
                String.join(" ", fields.get(3)),
                telling(fields.get(1)));
    }

    private static Pattern expression(String source) {
        return Pattern.compile("(?<!\\p{L})(?:" + source + ")");
    }

    /** The words that one of the patterns allows: of those made of nothing but words the one without short words, which are in every sentence. */
    private static Set<String> telling(List<String> patterns) {
        return patterns.stream()
                .filter(pattern -> WORDS.matcher(pattern).matches())
                .map(pattern -> Set.of(pattern.split("\\|", -1)))
                .max(Comparator.comparingInt(Errata::shortest))
                .orElse(Set.of());
    }

    private static int shortest(Set<String> words) {
        return words.stream().mapToInt(String::length).min().orElse(0);
    }

    /**
     * The sentence as it should be.
     *
     * @param text of the source; most sentences need none
     */
    Sentence corrected(Sentence sentence, Supplier<String> text) {
        BitSet likely = likely(sentence.words());
        if (likely.isEmpty()) {
            return sentence;
        }
        String source = text.get();
        List<Word> words = new ArrayList<>(sentence.words());
        for (int i = likely.nextSetBit(0); i >= 0; i = likely.nextSetBit(i + 1)) {
            if (sources.get(i).matcher(source).find() && apply(rules.get(i), words, source)) {
                likely = likely(words);
            }
        }
        return new Sentence(words);
    }

    /** The numbers of the rules that may fit. A word may have a capital because it starts the sentence. */
    private BitSet likely(List<Word> words) {
        BitSet likely = new BitSet();
        add("", likely);
        for (Word word : words) {
            add(word.text(), likely);
            if (Character.isUpperCase(word.text().codePointAt(0))) {
                add(lowerFirst(word.text()), likely);
            }
        }
        return likely;
    }

    private void add(String word, BitSet likely) {
        BitSet numbers = told.get(word);
        if (numbers != null) {
            likely.or(numbers);
        }
    }

    /** Whether it changed anything. */
    private static boolean apply(Rule rule, List<Word> words, String source) {
        boolean changed = false;
        for (int at = words.size() - rule.words().size(); at >= 0; at--) {
            if (rule.fits(words, at) && rule.copies(words, at, source)) {
                replace(rule, words, at);
                changed = true;
            }
        }
        return changed;
    }

    private static void replace(Rule rule, List<Word> words, int at) {
        for (int i = rule.instead().size() - 1; i >= 0; i--) {
            String instead = rule.instead().get(i);
            Word word = words.get(at + i);
            if (instead.equals(DELETE) && at + i + 1 < words.size()) {
                Word next = words.get(at + i + 1);
                words.set(at + i + 1, new Word(word.before(), next.text(), next.marks(), next.evidence()));
                words.remove(at + i);
            } else if (!instead.equals(KEEP)) {
                words.set(at + i, new Word(word.before(), instead, word.marks(), Evidence.GOOD));
            }
        }
    }

    private static boolean startsSentence(List<Word> sentence, int at) {
        return sentence.subList(0, at).stream().noneMatch(word -> Words.hasLetterOrDigit(word.text()));
    }

    private static String lowerFirst(String word) {
        int length = Character.charCount(word.codePointAt(0));
        return new StringBuilder()
                .appendCodePoint(Character.toLowerCase(word.codePointAt(0)))
                .append(word.substring(length))
                .toString();
    }
}
