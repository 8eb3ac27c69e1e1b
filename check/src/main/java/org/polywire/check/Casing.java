package org.polywire.check;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.polywire.check.Stems.Stem;
import org.polywire.model.Finding;
import org.polywire.model.FindingCode;
import org.polywire.model.Unit.Role;

/**
 * Sentences begin with a capital where the original's do, and no common word within one has a capital.
 *
 * <p>A capitalised word is common where the article writes it small elsewhere and the original has nothing like it with a
 * capital. It is held where the wording is literal and the original has no capital to spare in that unit; else a note.
 */
final class Casing implements Check {
    /** Languages that write nouns with a capital, or names that are made of common words syllable by syllable ({@code Cơ quan Nghiên cứu}). */
    private static final Set<String> CAPITAL_NOUNS = Set.of("de", "lb", "vi");

    private static final int LEAST_LETTERS_OF_BRAND = 5;

    /** Words of a title at most; a guess, no fitted bound. */
    private static final int MOST_WORDS_OF_TITLE = 12;

    /** Letters of words that English titles may write small: how long those are differs from one book of style to the next, four are the most. */
    private static final int LONGEST_SMALL = 4;

    /** The stop of a quotation is none of the sentence that it stands in ({@code "Gelecek." dedi.}). */
    static final Pattern LOWER_START =
            Pattern.compile("(?<![\\p{L}\\p{M}.])([\\p{L}\\p{M}.]{2,})\\.[)\\]]*\\s+(?=\\p{Ll})");

    /** A number that a stop makes one of a row ({@code XIX. und 20. Jahrhundert}). */
    private static final Pattern ORDINAL = Pattern.compile("[IVXL]+");

    private final Set<String> abbreviations;
    private final Likeness likeness;

    private Casing(Set<String> abbreviations, Likeness likeness) {
        this.abbreviations = abbreviations;
        this.likeness = likeness;
    }

    /** Short forms are often copied, so those of all languages count in each. */
    static Casing load(Likeness likeness) {
        Set<String> all = Lists.sets("abbreviations.txt").values().stream()
                .flatMap(Set::stream)
                .collect(Collectors.toUnmodifiableSet());
        return new Casing(all, likeness);
    }

    @Override
    public Stream<Finding> review(Comparison comparison) {
        Set<String> small = comparison
                .targetWords()
                .map(Word::text)
                .filter(word -> Character.isLowerCase(word.codePointAt(0)))
                .collect(Collectors.toSet());
        return comparison.units().stream()
                .flatMap(unit -> Stream.of(afterStop(unit), atStart(unit), within(unit, small))
                        .flatMap(s -> s));
    }

    private Stream<Finding> afterStop(UnitPair unit) {
        List<String> target = lowerStarts(unit.target());
        return !target.isEmpty() && target.size() > lowerStarts(unit.source()).size()
                ? Stream.of(unit.hold(FindingCode.SENTENCE_START_LOWER, String.join(" / ", target)))
                : Stream.empty();
    }

    private List<String> lowerStarts(String text) {
        int stop = text.indexOf('.');
        if (stop < 0 || stop >= text.length() - 2) {
            return List.of();
        }
        return LOWER_START
                .matcher(text)
                .results()
                .filter(found -> !abbreviations.contains(found.group(1).toLowerCase(Locale.ROOT))
                        && !found.group(1).contains(".")
                        && !ORDINAL.matcher(found.group(1)).matches())
                .map(found -> text.substring(found.start(), Math.min(text.length(), found.end() + 20)))
                .toList();
    }

    private static Stream<Finding> atStart(UnitPair unit) {
        List<Word> source = unit.sourceWords();
        List<Word> target = unit.targetWords();
        if (source.isEmpty() || target.isEmpty() || unit.role() == Role.CELL) {
            return Stream.empty();
        }
        Word first = target.getFirst();
        return source.getFirst().capitalised()
                        && Character.isLowerCase(first.text().codePointAt(0))
                        && source.stream()
                                .noneMatch(word -> isBrand(word) && word.text().equals(first.text()))
                ? Stream.of(unit.hold(FindingCode.SENTENCE_START_LOWER, first.text()))
                : Stream.empty();
    }

    /** Whether a word may be a name that is written small ({@code adidas}, {@code iPhone}); short words are often the same by chance. */
    private static boolean isBrand(Word word) {
        return word.text().length() >= LEAST_LETTERS_OF_BRAND;
    }

    private Stream<Finding> within(UnitPair unit, Set<String> small) {
        if (CAPITAL_NOUNS.contains(unit.to().language()) || isTitle(unit)) {
            return Stream.empty();
        }
        List<Word> source = unit.sourceWords();
        List<Word> target = within(unit.targetWords());
        List<Word> suspects = target.stream()
                .filter(word -> small.contains(word.lower()) && word.text().length() > 2)
                .filter(word -> !isBody(word, unit.to().language()))
                .filter(word -> source.stream().noneMatch(other -> other.capitalised() && isSame(word, other)))
                .toList();
        if (suspects.isEmpty()) {
            return Stream.empty();
        }
        boolean sure = suspects.size() > unmatched(unit)
                && (likeness.isLiteral(unit.source(), unit.target(), unit)
                        || isLiteral(suspects, unit.targetWords(), source));
        String evidence = suspects.stream().map(Word::text).collect(Collectors.joining(", "));
        return Stream.of(
                sure
                        ? unit.hold(FindingCode.CAPITAL_MID_SENTENCE, evidence)
                        : unit.note(FindingCode.CAPITAL_MID_SENTENCE, evidence));
    }

    /** Whether a unit is an English title, in which every longer word has a capital ({@code The Long Way to the Book}). */
    private static boolean isTitle(UnitPair unit) {
        List<Word> words = unit.targetWords();
        return unit.to().language().equals("en")
                && words.size() <= MOST_WORDS_OF_TITLE
                && words.stream()
                        .filter(word -> word.text().length() > LONGEST_SMALL)
                        .allMatch(Word::capitalised);
    }

    /** Institutions have a capital or none, as a paper likes it ({@code la Policía}, {@code el Tribunal}). */
    private static boolean isBody(Word word, String language) {
        return Stems.of(word.text(), language).stream().map(Stem::key).anyMatch(Nameness::isBody);
    }

    /** Capitals of the original that no word of the translation takes up: {@code l'Ajuntament} may have become {@code a Câmara}. */
    private static long unmatched(UnitPair unit) {
        List<Word> target = unit.targetWords();
        return within(unit.sourceWords()).stream()
                .filter(word -> target.stream().noneMatch(other -> other.capitalised() && isSame(word, other)))
                .count();
    }

    private static boolean isLiteral(List<Word> suspects, List<Word> words, List<Word> source) {
        return suspects.stream().anyMatch(word -> Likeness.sameSurroundings(words, words.indexOf(word), source));
    }

    private static boolean isSame(Word word, Word other) {
        return word.text().equals(other.text()) || Likeness.cognates(word.text(), other.text());
    }

    /** Those capitalised words that neither their place in the sentence nor a capitalised neighbour explains. */
    private static List<Word> within(List<Word> words) {
        return IntStream.range(0, words.size())
                .filter(i -> words.get(i).capitalised()
                        && !words.get(i).initial()
                        && words.get(i).hasLetters())
                .filter(i -> !words.get(i - 1).capitalised() || words.get(i - 1).initial())
                .filter(i -> i + 1 == words.size() || !words.get(i + 1).capitalised())
                .mapToObj(words::get)
                .toList();
    }
}
