package org.polywire.check;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.polywire.model.EditDistance;
import org.polywire.model.Finding;
import org.polywire.model.FindingCode;

/**
 * Of a name of two words no word was exchanged for another name: {@code Gjorge Ivanov} does not become {@code Gjorge Hatch}.
 *
 * <p>Held where one of the two came over as it is, the other is nowhere in the translation of the unit, and in its place stands a
 * word with a capital that the whole original does not have and that is not like it; neither may stand in small letters anywhere in the
 * original. Of the first word only where it was copied
 * elsewhere in the article, as titles stand before names, too ({@code King Felipe}, {@code Rey Felipe}); likewise in German, where
 * every noun has a capital. Nor was a first name taken for a country ({@code first-names.txt}).
 */
final class NamePartners implements Check {
    private static final int LEAST_LETTERS = 4;

    /** Letters of a word before a country that may be a preposition. */
    private static final int LONGEST_PREPOSITION = 3;

    /** The part of the letters in which two spellings of one name differ at most ({@code Mikhail}, {@code Mijaíl}). */
    private static final double MOST_DIFFERENT = 0.6;

    private final Set<String> exonyms;
    private final Set<String> firstNames;
    private final Supplier<Signals> signals;

    private NamePartners(Set<String> exonyms, Set<String> firstNames, Supplier<Signals> signals) {
        this.exonyms = exonyms;
        this.firstNames = firstNames;
        this.signals = signals;
    }

    /**
     * @param signals asked for the lexicon when a first word seems exchanged
     */
    static NamePartners load(Supplier<Signals> signals) {
        return new NamePartners(all("exonyms.txt"), all("first-names.txt"), signals);
    }

    private static Set<String> all(String name) {
        return Lists.sets(name).getOrDefault("all", Set.of());
    }

    @Override
    public Stream<Finding> review(Comparison comparison) {
        CopiedNames copied = comparison.copied();
        return comparison.units().stream().flatMap(unit -> Stream.concat(exchanged(unit, copied), translated(unit)));
    }

    private Stream<Finding> exchanged(UnitPair unit, CopiedNames copied) {
        List<Word> source = unit.sourceWords();
        List<Word> target = unit.targetWords();
        Set<String> there = target.stream().map(Word::text).collect(Collectors.toSet());
        boolean german = unit.to().language().equals("de");
        boolean namesShow = !german && !unit.from().language().equals("de");
        return IntStream.range(0, source.size() - 1)
                .filter(i -> areName(source.get(i), source.get(i + 1), unit.source()))
                .filter(i -> Stream.of(source.get(i), source.get(i + 1))
                        .noneMatch(word -> copied.small().contains(word.lower())))
                .boxed()
                .flatMap(i -> Stream.of(true, false)
                        .filter(last -> isGone(source.get(last ? i + 1 : i), there))
                        .flatMap(last -> strangers(source.get(last ? i : i + 1), last, target, unit.target())
                                .filter(stranger ->
                                        isStrange(stranger, source.get(last ? i + 1 : i), copied.original()))
                                .filter(stranger -> !isTranslated(source.get(last ? i + 1 : i), stranger, copied, unit))
                                .filter(stranger -> (last && !german)
                                        || copied.all()
                                                .contains(source.get(last ? i + 1 : i)
                                                        .text())
                                        || (namesShow && mayBothBeNames(source.get(last ? i + 1 : i), stranger, unit)))
                                .map(stranger -> source.get(last ? i + 1 : i).text() + " → " + stranger.text())))
                .limit(1)
                .map(evidence -> unit.hold(FindingCode.NAME_CHANGED, evidence));
    }

    /** Whether two words with capitals, which their places do not explain, stand side by side. */
    private static boolean areName(Word first, Word second, String text) {
        return first.capitalised()
                && second.capitalised()
                && !second.initial()
                && isLongEnough(first)
                && isLongEnough(second)
                && text.substring(first.end(), second.start()).equals(" ");
    }

    private static boolean isLongEnough(Word word) {
        return word.text().length() >= LEAST_LETTERS && word.text().codePoints().allMatch(Character::isLetter);
    }

    private boolean isGone(Word word, Set<String> target) {
        return !target.contains(word.text()) && !exonyms.contains(word.lower());
    }

    /** What stands beside the word that came over: after it, or before it. */
    private static Stream<Word> strangers(Word kept, boolean after, List<Word> target, String text) {
        return IntStream.range(after ? 0 : 1, after ? target.size() - 1 : target.size())
                .filter(i -> target.get(i).text().equals(kept.text()))
                .mapToObj(i ->
                        after ? List.of(target.get(i), target.get(i + 1)) : List.of(target.get(i - 1), target.get(i)))
                .filter(pair -> areName(pair.getFirst(), pair.getLast(), text))
                .map(pair -> after ? pair.getLast() : pair.getFirst());
    }

    private boolean mayBothBeNames(Word gone, Word came, UnitPair unit) {
        return signals.get().mayBeName(gone.text(), unit.from().language())
                && signals.get().mayBeName(came.text(), unit.to().language());
    }

    /** Whether a common word of a name was translated ({@code Street}, {@code Caddesi}): it is copied nowhere alone, and no name stands for it. */
    private boolean isTranslated(Word gone, Word came, CopiedNames copied, UnitPair unit) {
        return !copied.alone().contains(gone.text())
                && !signals.get().isNameOfItsOwn(came.text(), unit.to().language())
                && signals.get()
                        .haveOneMeaning(
                                gone.text(),
                                unit.from().language(),
                                came.text(),
                                unit.to().language());
    }

    /** First names that were taken for the country of that name ({@code Jordan Henderson}, {@code Jordania Henderson}). */
    private Stream<Finding> translated(UnitPair unit) {
        List<Word> source = unit.sourceWords();
        return IntStream.range(0, source.size() - 1)
                .filter(i -> firstNames.contains(source.get(i).lower())
                        && areName(source.get(i), source.get(i + 1), unit.source())
                        && !mayBePlace(source, i)
                        && mayBeName(source.get(i + 1), unit))
                .boxed()
                .flatMap(i -> strangers(source.get(i + 1), false, unit.targetWords(), unit.target())
                        .filter(stranger -> isCountry(source.get(i), stranger, unit))
                        .map(stranger -> source.get(i).text() + " → " + stranger.text()))
                .limit(1)
                .map(evidence -> unit.hold(FindingCode.NAME_CHANGED, evidence));
    }

    /** Whether a country's name stands after what may be a preposition, beside another's name by chance ({@code In Kenya Ruto faces protests}). */
    private static boolean mayBePlace(List<Word> words, int at) {
        return at > 0 && words.get(at - 1).text().length() <= LONGEST_PREPOSITION;
    }

    private boolean mayBeName(Word word, UnitPair unit) {
        return signals.get().mayBeName(word.text(), unit.from().language());
    }

    private static boolean isCountry(Word name, Word other, UnitPair unit) {
        return !name.text().equals(other.text())
                && Places.isOneCountry(
                        name.text(),
                        unit.from().language(),
                        other.text(),
                        unit.to().language());
    }

    private boolean isStrange(Word word, Word gone, Set<String> original) {
        String one = Likeness.plain(word.text()).strip().toLowerCase(Locale.ROOT);
        String other = Likeness.plain(gone.text()).strip().toLowerCase(Locale.ROOT);
        double different = (double) EditDistance.of(one, other) / Math.max(one.length(), other.length());
        return different > MOST_DIFFERENT && !original.contains(word.lower()) && !exonyms.contains(word.lower());
    }
}
