package org.polywire.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polywire.model.Finding;
import org.polywire.model.FindingCode;
import org.polywire.model.Unit.Role;

/**
 * Sentences begin with a capital where the original's do, and no common word within one has a capital.
 *
 * <p>That a capitalised word is common is sure where the article writes it small elsewhere and the original has fewer capitals
 * in that unit; else it is not reported, since names, titles and abbreviations are many.
 */
final class Casing implements Check {
    /** Languages that write nouns with a capital. */
    private static final Set<String> CAPITAL_NOUNS = Set.of("de", "lb");

    private static final Pattern LOWER_START = Pattern.compile("([\\p{L}\\p{M}.]{2,})\\.[\"”»)\\]]*\\s+(?=\\p{Ll})");

    private final Map<String, Set<String>> abbreviations;

    private Casing(Map<String, Set<String>> abbreviations) {
        this.abbreviations = abbreviations;
    }

    static Casing load() {
        return new Casing(Lists.sets("abbreviations.txt"));
    }

    @Override
    public Stream<Finding> review(Comparison comparison) {
        Set<String> small = Word.of(comparison.targetText()).stream()
                .map(Word::text)
                .filter(word -> Character.isLowerCase(word.codePointAt(0)))
                .collect(Collectors.toSet());
        return comparison.units().stream()
                .flatMap(unit -> Stream.of(afterStop(unit), atStart(unit), within(unit, small))
                        .flatMap(s -> s));
    }

    private Stream<Finding> afterStop(UnitPair unit) {
        List<String> source = lowerStarts(unit.source(), unit.from().language());
        List<String> target = lowerStarts(unit.target(), unit.to().language());
        return target.size() > source.size()
                ? Stream.of(unit.hold(FindingCode.SENTENCE_START_LOWER, String.join(" / ", target)))
                : Stream.empty();
    }

    private List<String> lowerStarts(String text, String language) {
        Set<String> shortForms = abbreviations.getOrDefault(language, Set.of());
        return LOWER_START
                .matcher(text)
                .results()
                .filter(found -> !shortForms.contains(found.group(1).toLowerCase(Locale.ROOT))
                        && !found.group(1).contains("."))
                .map(found -> text.substring(found.start(), Math.min(text.length(), found.end() + 20)))
                .toList();
    }

    private static Stream<Finding> atStart(UnitPair unit) {
        List<Word> source = Word.of(unit.source());
        List<Word> target = Word.of(unit.target());
        if (source.isEmpty() || target.isEmpty() || unit.role() == Role.CELL) {
            return Stream.empty();
        }
        Word first = target.getFirst();
        return source.getFirst().capitalised()
                        && Character.isLowerCase(first.text().codePointAt(0))
                        && source.stream().noneMatch(word -> word.text().equals(first.text()))
                ? Stream.of(unit.hold(FindingCode.SENTENCE_START_LOWER, first.text()))
                : Stream.empty();
    }

    private static Stream<Finding> within(UnitPair unit, Set<String> small) {
        if (CAPITAL_NOUNS.contains(unit.to().language())) {
            return Stream.empty();
        }
        List<Word> target = within(unit.target());
        List<String> suspects = new ArrayList<>(target.stream()
                .filter(word -> small.contains(word.lower()) && word.text().length() > 2)
                .map(Word::text)
                .toList());
        Word.of(unit.source()).stream().map(Word::text).forEach(suspects::remove);
        boolean more = target.size() > within(unit.source()).size();
        if (suspects.isEmpty()) {
            return Stream.empty();
        }
        String evidence = String.join(", ", suspects);
        return Stream.of(
                more
                        ? unit.hold(FindingCode.CAPITAL_MID_SENTENCE, evidence)
                        : unit.note(FindingCode.CAPITAL_MID_SENTENCE, evidence));
    }

    /** The capitalised words that no place in the sentence explains. */
    private static List<Word> within(String text) {
        return Word.of(text).stream()
                .filter(word -> word.capitalised() && !word.initial() && word.hasLetters())
                .toList();
    }
}
