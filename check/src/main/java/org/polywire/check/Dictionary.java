package org.polywire.check;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.polywire.check.Stems.Stem;

/**
 * The words of one language that a hand-written dictionary gives for the usual English words of news, as keys ({@link Stems}), so that a lexicon
 * knows more than the few parallel lines it was learned from. Immutable.
 *
 * <p>A line of {@code dictionary/xx.txt} is {@code English words: word, word}; each word stands for each of the English ones.
 */
final class Dictionary {
    /** Nothing is known. */
    static final Dictionary EMPTY = new Dictionary(Map.of(), Set.of(), "");

    /** How often one of a word's English words is there in a translation (NTREX-128, lines 1–1000, 19 languages: .50 of 60,021 words that no lexicon has). */
    private static final double KEPT = 0.5;

    /** How many sentences have a given one: few, as the lexica would know it else; what {@link Languages} supposes of a word that no lexicon has. */
    private static final double SHARE = 0.001;

    /** Words that stand for more English ones say nothing ({@code unter} for 69, {@code công} for 64); a guess, no fitted bound. */
    private static final int MOST_ENGLISH = 12;

    /** What makes surnames of words as often as other forms: {@code Müller}, {@code Weber}. */
    private static final String OF_SURNAMES = "er";

    /** The language that writes syllables apart, so that a name's are common words in other places ({@code Công}). */
    private static final String OF_SYLLABLES = "vi";

    private final Map<String, Known> words;
    private final Set<String> whole;
    private final ShortWords shortWords;

    /**
     * What is known of a key.
     *
     * @param english keys of the English words, those of earlier lines first
     * @param name whether every word with the key is written with a capital, without a phrase's: those are common words in other places
     * @param whole whether it is a whole word, no beginning of one
     */
    private record Known(Set<String> english, boolean name, boolean whole) {
        static Known of(Stem word, Set<String> english, String language) {
            return new Known(
                    new LinkedHashSet<>(english),
                    word.large() && english.size() == 1 && !language.equals("de"),
                    word.text().length() <= word.key().length());
        }

        Known with(Known other) {
            english.addAll(other.english);
            return new Known(english, name && other.name, whole || other.whole);
        }

        Lexicon.Entry entry() {
            return new Lexicon.Entry(List.copyOf(english), KEPT, SHARE, name ? 1 : 0);
        }
    }

    private Dictionary(Map<String, Known> words, Set<String> whole, String language) {
        this.words = words;
        this.whole = whole;
        this.shortWords = ShortWords.of(
                words.entrySet().stream()
                        .filter(word -> word.getValue().whole())
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, word -> word.getValue().entry())),
                language);
    }

    /** The dictionary of a language; that of English has the English side of the others. */
    static Dictionary load(String language) {
        String file = language.equals("en") ? "es" : language;
        return Tongues.ALL.contains(language) ? read(Lists.lines("dictionary/" + file + ".txt"), language) : EMPTY;
    }

    /** Lines with one English word go first: of a phrase only words that stand for none of its parts say anything new. */
    static Dictionary read(Stream<String> lines, String language) {
        Map<String, Known> words = new HashMap<>();
        List<Line> all = lines.map(line -> Line.of(line, language)).toList();
        all.stream().filter(line -> !line.isPhrase()).forEach(line -> add(words, line, language));
        all.stream().filter(Line::isPhrase).forEach(line -> add(words, line, language));
        keepNames(words, language.equals(OF_SYLLABLES) ? List.of() : all);
        Set<String> whole = all.stream()
                .flatMap(line -> line.words().stream())
                .map(word -> Stems.withoutMarks(word.lower()))
                .flatMap(word -> Stream.of(word, ShortWords.stem(word, language)))
                .collect(Collectors.toUnmodifiableSet());
        return new Dictionary(words, whole, language);
    }

    /** Of words that stand for too many, only what lines of names say stays: {@code Střední východ}, {@code Middle East}. */
    private static void keepNames(Map<String, Known> words, List<Line> lines) {
        Map<String, Set<String>> names = new HashMap<>();
        lines.stream()
                .filter(Line::isName)
                .forEach(line -> line.words()
                        .forEach(word -> names.computeIfAbsent(word.key(), key -> new HashSet<>())
                                .addAll(keys(line.english()))));
        words.forEach((key, word) -> {
            if (word.english().size() > MOST_ENGLISH) {
                word.english().retainAll(names.getOrDefault(key, Set.of()));
            }
        });
        words.values()
                .removeIf(word -> word.english().isEmpty() || word.english().size() > MOST_ENGLISH);
    }

    /**
     * A line.
     *
     * @param english its English words
     * @param words of the language; of English the same
     */
    private record Line(List<Stem> english, List<Stem> words) {
        static Line of(String line, String language) {
            int colon = line.indexOf(':');
            List<Stem> english = Stems.of(line.substring(0, colon), "en");
            return new Line(english, language.equals("en") ? english : Stems.of(line.substring(colon + 1), language));
        }

        boolean isName() {
            return english.getFirst().large();
        }

        boolean isPhrase() {
            return english.size() > 1;
        }
    }

    private static void add(Map<String, Known> words, Line line, String language) {
        for (Stem word : line.words()) {
            Set<String> english = language.equals("en") ? Set.of(word.key()) : keys(line.english());
            Known old = words.get(word.key());
            Known known = Known.of(word, english, language);
            if (old == null) {
                words.put(word.key(), known);
            } else if (english.size() == 1 || Collections.disjoint(old.english(), english)) {
                words.put(word.key(), old.with(known));
            }
        }
    }

    /** Those of words that tell one name from another, if there are such: {@code Jersey}, but not {@code New}. */
    private static Set<String> keys(List<Stem> words) {
        Set<String> all = words.stream().map(Stem::key).collect(Collectors.toCollection(LinkedHashSet::new));
        boolean telling = words.getFirst().large() && all.stream().anyMatch(key -> !Nameness.isBody(key));
        if (telling) {
            all.removeIf(Nameness::isBody);
        }
        return all;
    }

    /** The English keys of a key. */
    Set<String> english(String key) {
        Known word = words.get(key);
        return word == null ? Set.of() : Set.copyOf(word.english());
    }

    /** Adds to what was learned: words that it lacks, and further English words of those that it has. */
    void addTo(Map<String, Lexicon.Entry> entries) {
        words.forEach((key, word) -> entries.merge(key, word.entry(), Lexicon.Entry::with));
    }

    /** What it says of a short word of which a key is another form. */
    Lexicon.@Nullable Entry shortWord(String key) {
        return shortWords.get(key);
    }

    /** Whether it has just this word, in small letters, or one of which it is another form. */
    boolean hasWord(String lower) {
        String bare = Stems.withoutMarks(lower);
        return whole.contains(bare)
                || !bare.endsWith(OF_SURNAMES) && shortWords.stems(bare).anyMatch(whole::contains);
    }
}
