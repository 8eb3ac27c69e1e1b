package org.polywire.check;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.polywire.model.Finding;
import org.polywire.model.FindingCode;

/** Words and phrases that stand twice in a row, or again and again, where the original's do not. */
final class Repetition implements UnitCheck {
    /** Words of a phrase that is looked for. */
    private static final int LONGEST_PHRASE = 12;

    /** Words of a unit that are looked at. */
    private static final int MOST_WORDS = 2_000;

    /** Stands for all words of a language that writes syllables, which meet by chance ({@code hình thành thành phố}). */
    static final String ANY = "*";

    /** Words of a phrase with which a sentence may take up how the one before it ends. */
    private static final int SHORTEST_TAKEN = 3;

    private static final int LONGEST_TAKEN = 4;

    /** Letters of a word that joins two ({@code face to face}, {@code Schritt für Schritt}). */
    private static final int LONGEST_BETWEEN = 3;

    /** Letters of a word that is joined with itself: articles come again by chance. */
    private static final int SHORTEST_TWICE = 3;

    private final Map<String, Set<String>> allowed;

    private Repetition(Map<String, Set<String>> allowed) {
        this.allowed = allowed;
    }

    static Repetition load() {
        return new Repetition(Lists.sets("allowed-doubles.txt"));
    }

    @Override
    public Stream<Finding> review(UnitPair unit) {
        List<String> after = doubles(
                        unit.target(), first(unit.targetWords()), unit.to().language(), false)
                .stream()
                .filter(twice -> !isJoinedIn(unit.whole().source().lower(), twice))
                .toList();
        if (after.isEmpty()) {
            return Stream.empty();
        }
        List<Word> source = first(unit.sourceWords());
        long before =
                doubles(unit.source(), source, unit.from().language(), true).size() + pairs(source);
        return after.size() <= before
                ? Stream.empty()
                : Stream.of(unit.hold(FindingCode.REPETITION, String.join(", ", after)));
    }

    /** Whether the original has the same word twice with a hyphen ({@code Roa-Roa-Hotel}, {@code Roa Roa Hotel}). */
    private static boolean isJoinedIn(String original, String twice) {
        return original.contains(twice.toLowerCase(Locale.ROOT).replace(' ', '-'));
    }

    /** Idioms that say a word twice with a short one between: {@code poco a poco} may become {@code a poc a poc}. */
    private static long pairs(List<Word> words) {
        return IntStream.range(2, words.size())
                .filter(i -> words.get(i).hasLetters()
                        && words.get(i - 1).text().length() <= LONGEST_BETWEEN
                        && words.get(i).text().length() >= SHORTEST_TWICE
                        && words.get(i).lower().equals(words.get(i - 2).lower()))
                .count();
    }

    private static List<Word> first(List<Word> words) {
        return words.subList(0, Math.min(words.size(), MOST_WORDS));
    }

    /**
     * @param taken whether phrases count that the next sentence takes up
     */
    private List<String> doubles(String text, List<Word> words, String language, boolean taken) {
        List<String> doubles = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            for (int length = LONGEST_PHRASE; length > 0; length--) {
                if (standsTwice(text, words, i, length, language)
                        && (taken || length < SHORTEST_TAKEN || !isTakenUp(text, words, i, length))) {
                    doubles.add(text.substring(
                            words.get(i).start(), words.get(i + 2 * length - 1).end()));
                    i += length - 1;
                    break;
                }
            }
        }
        return doubles;
    }

    private boolean standsTwice(String text, List<Word> words, int from, int length, String language) {
        if (from + 2 * length > words.size()) {
            return false;
        }
        for (int k = 0; k < length; k++) {
            if (!words.get(from + k).lower().equals(words.get(from + length + k).lower())) {
                return false;
            }
        }
        return switch (length) {
            case 1 -> isDoubled(text, words.get(from), words.get(from + 1), language);
            case 2 -> joined(text, words, from, length) && !isIdiom(words.get(from), words.get(from + 1), language);
            default -> true;
        };
    }

    /**
     * Whether a phrase ends one sentence and the next, which goes on after it, takes it up
     * ({@code opens in the summer. In the summer it opens}). A sentence that is nothing else has come twice.
     */
    private static boolean isTakenUp(String text, List<Word> words, int from, int length) {
        int to = from + 2 * length;
        return length <= LONGEST_TAKEN
                && from > 0
                && to < words.size()
                && endsSentence(text, words, from + length)
                && !endsSentence(text, words, from)
                && !endsSentence(text, words, to);
    }

    /** Whether a sentence ends before the word at a place. */
    private static boolean endsSentence(String text, List<Word> words, int at) {
        return text.substring(words.get(at - 1).end(), words.get(at).start())
                .codePoints()
                .anyMatch(character -> UCharacter.hasBinaryProperty(character, UProperty.S_TERM));
    }

    /** Whether two words may stand twice, as they end and begin an idiom ({@code से कम से कम}). */
    private boolean isIdiom(Word one, Word two, String language) {
        return allowed(language).contains(one.lower() + "_" + two.lower());
    }

    private Set<String> allowed(String language) {
        return allowed.getOrDefault(language, Set.of());
    }

    /** A doubled word; with a full stop or a comma between it may be meant ({@code to France. France has}, {@code muy, muy}). */
    private boolean isDoubled(String text, Word one, Word two, String language) {
        String between = text.substring(one.end(), two.start());
        return one.hasLetters()
                && one.text().length() > 1
                && !(isJoinedToNext(text, two) && allowed(language).contains(two.lower() + "-"))
                && (between.isBlank() || (between.strip().equals(".") && !two.capitalised()))
                && Collections.disjoint(allowed(language), Set.of(ANY, one.lower()));
    }

    /** Whether a hyphen makes a word the beginning of another ({@code что что-то}). */
    private static boolean isJoinedToNext(String text, Word word) {
        int after = word.end() + 1;
        return after < text.length() && text.charAt(word.end()) == '-' && Character.isLetter(text.codePointAt(after));
    }

    private static boolean joined(String text, List<Word> words, int from, int length) {
        return text.substring(
                                words.get(from + length - 1).end(),
                                words.get(from + length).start())
                        .isBlank()
                && words.get(from).hasLetters();
    }
}
