package org.polywire.check;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.polywire.model.EditDistance;
import org.polywire.model.Finding;
import org.polywire.model.FindingCode;
import org.polywire.model.SentencePair;

/**
 * A name is written as in the original.
 *
 * <p>Engines rightly translate the names of countries and bodies, so a changed name is held only where it is sure to be a
 * misspelt one: it differs by a consonant or two, nothing like it is a common word here, and either the engine did not know the word, or it stands beside another name that was
 * copied ({@code Yuri Borissov}), or the same name was copied elsewhere in the article; or, between languages that are not close, a letter
 * of it is one that no language puts there ({@link Slip}) and the lexicon knows no such word. Else it is a note.
 */
final class Names implements Check {
    /** Letters that a name must have to be compared by similarity. */
    private static final int LEAST_LETTERS = 5;

    private static final int MOST_EDITS = 2;

    /** Capitalised words of a unit that are compared. */
    private static final int MOST_NAMES = 400;

    /** Spellings of the same sound or ending in the Romance languages, in the order in which they are made one. */
    private static final List<Map.Entry<String, String>> SPELLINGS = List.of(
            Map.entry("cion", "tion"),
            Map.entry("zion", "tion"),
            Map.entry("nh", "n"),
            Map.entry("ny", "n"),
            Map.entry("lh", "l"),
            Map.entry("ll", "l"),
            Map.entry("z", "c"),
            Map.entry("x", "g"),
            Map.entry("j", "g"),
            Map.entry("qu", "c"),
            Map.entry("ph", "f"));

    private final Set<String> exonyms;
    private final Likeness likeness;
    private final Supplier<Signals> signals;

    private Names(Set<String> exonyms, Likeness likeness, Supplier<Signals> signals) {
        this.exonyms = exonyms;
        this.likeness = likeness;
        this.signals = signals;
    }

    /**
     * @param likeness tells which languages are close
     * @param signals asked for the lexicon when the first name seems misspelt
     */
    static Names load(Likeness likeness, Supplier<Signals> signals) {
        return new Names(Lists.sets("exonyms.txt").getOrDefault("all", Set.of()), likeness, signals);
    }

    @Override
    public Stream<Finding> review(Comparison comparison) {
        Map<String, Integer> copied = new HashMap<>();
        comparison.units().forEach(unit -> {
            Set<String> target = texts(unit.targetWords());
            texts(unit.sourceWords()).stream()
                    .filter(target::contains)
                    .forEach(name -> copied.merge(name, 1, Integer::sum));
        });
        Set<String> small = Stream.concat(comparison.sourceWords(), comparison.targetWords())
                .filter(word -> !word.capitalised())
                .map(Word::lower)
                .collect(Collectors.toSet());
        return comparison.units().stream().flatMap(unit -> changed(unit, copied.keySet(), small));
    }

    private Stream<Finding> changed(UnitPair unit, Set<String> copied, Set<String> small) {
        List<Word> source = unit.sourceWords();
        List<Word> target = unit.targetWords();
        Set<String> sourceTexts = texts(source);
        Set<String> targetTexts = texts(target);
        List<String> candidates = target.stream()
                .filter(Word::capitalised)
                .map(Word::text)
                .filter(name ->
                        !sourceTexts.contains(name) && !exonyms.contains(lower(name)) && !small.contains(lower(name)))
                .distinct()
                .limit(MOST_NAMES)
                .toList();
        Set<String> unknown = unit.sentences().stream()
                .map(SentencePair::unknown)
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        return IntStream.range(0, Math.min(source.size(), MOST_NAMES))
                .filter(i -> isLost(source.get(i), targetTexts)
                        && !small.contains(source.get(i).lower()))
                .boxed()
                .flatMap(i -> {
                    String name = source.get(i).text();
                    boolean known = unknown.contains(name)
                            || copied.contains(name)
                            || besideCopied(source, i, unit.source(), targetTexts);
                    return misspelt(unit, source.get(i), candidates, known);
                });
    }

    private Stream<Finding> misspelt(UnitPair unit, Word word, List<String> candidates, boolean known) {
        String name = word.text();
        boolean isName = known || !word.initial(); // a capital that its place explains makes no name
        return candidates.stream()
                .filter(candidate -> isNear(name, candidate))
                .limit(1)
                .filter(candidate -> isName || isSlip(name, candidate, unit))
                .filter(candidate -> !Places.isOneCountry(
                        name, unit.from().language(), candidate, unit.to().language()))
                .map(candidate -> isMisspelt(name, candidate, known, unit)
                        ? unit.hold(FindingCode.NAME_CHANGED, name + " → " + candidate)
                        : unit.note(FindingCode.NAME_CHANGED, name + " → " + candidate));
    }

    private boolean isMisspelt(String name, String candidate, boolean known, UnitPair unit) {
        return !Romanization.areOne(name, candidate)
                && ((known && differsInConsonants(name, candidate)) || isSlip(name, candidate, unit));
    }

    /**
     * Whether a letter was exchanged that makes no other word, as far as the lexicon knows the beginnings of words. Close languages
     * write words of one origin with such letters ({@code Cámara}, {@code Cambra}; {@code Sopla}, {@code Sopra}).
     */
    private boolean isSlip(String name, String candidate, UnitPair unit) {
        int at = Slip.at(name, candidate);
        return at >= 0
                && (at >= Stems.LETTERS
                        || !signals.get().knows(candidate, unit.to().language()))
                && (!likeness.knows(unit.from().language(), unit.to().language())
                        || signals.get().mayBeName(name, unit.from().language()));
    }

    /**
     * Whether two words differ only by consonants, as when a third language spells a name ({@code Borisov}, {@code Borissov});
     * words that languages share differ by accents, the end or vowels ({@code Demócrata}, {@code Serviço}).
     */
    private static boolean differsInConsonants(String one, String other) {
        String left = sounds(one);
        String right = sounds(other);
        int start = 0;
        while (start < Math.min(left.length(), right.length()) && left.charAt(start) == right.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < Math.min(left.length(), right.length()) - start
                && left.charAt(left.length() - 1 - end) == right.charAt(right.length() - 1 - end)) {
            end++;
        }
        if (end == 0) {
            return false;
        }
        String difference = left.substring(start, left.length() - end) + right.substring(start, right.length() - end);
        return !difference.isEmpty() && difference.chars().noneMatch(c -> "aeiou ".indexOf(c) >= 0);
    }

    /** A word without what close languages write differently by rule. */
    private static String sounds(String word) {
        String plain = Likeness.plain(word).strip();
        for (Map.Entry<String, String> spelling : SPELLINGS) {
            plain = plain.replace(spelling.getKey(), spelling.getValue());
        }
        return plain;
    }

    private boolean isLost(Word word, Set<String> targetTexts) {
        return word.capitalised()
                && word.text().length() >= LEAST_LETTERS
                && !targetTexts.contains(word.text())
                && !exonyms.contains(word.lower());
    }

    /** Whether the word before or after it, with one space between, is a name that the translation has too. */
    private static boolean besideCopied(List<Word> words, int i, String text, Set<String> targetTexts) {
        return Stream.of(i - 1, i)
                .filter(first -> first >= 0 && first + 1 < words.size())
                .anyMatch(first -> {
                    Word one = words.get(first);
                    Word two = words.get(first + 1);
                    Word other = first == i ? two : one;
                    return text.substring(one.end(), two.start()).equals(" ")
                            && other.capitalised()
                            && other.text().length() > 2
                            && targetTexts.contains(other.text());
                });
    }

    private static Set<String> texts(List<Word> words) {
        return words.stream().filter(Word::capitalised).map(Word::text).collect(Collectors.toSet());
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** At most two letters added, left out or exchanged, and the first one the same. */
    private static boolean isNear(String one, String other) {
        return other.length() >= LEAST_LETTERS - 1
                && one.charAt(0) == other.charAt(0)
                && Math.abs(one.length() - other.length()) <= MOST_EDITS
                && EditDistance.of(lower(one), lower(other)) <= MOST_EDITS;
    }
}
