package org.polywire.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.polywire.bench.Mutation.Line;

/**
 * Faults that only the whole article shows: a quotation given to another person of the article, and a headline that has another name or
 * number than the text below it.
 */
final class Told {
    /** One name or several words of one, whose place does not give it its capital. */
    private static final Pattern NAMES = Pattern.compile("(?<=[\\p{L},;] )\\p{Lu}\\p{Ll}{3,}(?: \\p{Lu}\\p{Ll}{3,})*");

    private static final Pattern QUOTATION = Pattern.compile("[\"“”„«»][^\"“”„«»]+[\"“”„«»]");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\d.,])\\d{2,}(?![.,]?\\d)");

    /** Lines of the text that must have what the headline has. */
    private static final int LEAST_LINES = 2;

    private Told() {}

    /** Of a line with a quotation and one name beside it, another name of the article in place of that. */
    static Optional<String> speaker(Line line, RandomGenerator random) {
        if (!QUOTATION.matcher(line.source()).find()
                || !QUOTATION.matcher(line.target()).find()) {
            return Optional.empty();
        }
        String narration = QUOTATION
                .matcher(line.target())
                .replaceAll(found -> " ".repeat(found.group().length()));
        List<MatchResult> said = names(line, narration).toList();
        List<String> others = line.article().stream()
                .map(line::at)
                .flatMap(other -> names(other, other.target()).map(MatchResult::group))
                .filter(name -> Stream.of(name.split(" ", -1))
                        .noneMatch(word ->
                                line.target().contains(word) || line.source().contains(word)))
                .distinct()
                .toList();
        return said.size() != 1 || others.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Mutation.replaced(line.target(), said.getFirst(), others.get(random.nextInt(others.size()))));
    }

    private static Stream<MatchResult> names(Line line, String text) {
        return NAMES.matcher(text)
                .results()
                .filter(found -> Stream.of(found.group().split(" ", -1)).allMatch(word -> Named.isName(line, word)));
    }

    /** Of a headline a name of another article, or another number, in place of one that two lines below it have as well. */
    static Optional<String> headline(Line line, RandomGenerator random) {
        if (line.number() != line.article().getFirst()) {
            return Optional.empty();
        }
        List<String> changed = new ArrayList<>();
        Mutation.NAME
                .matcher(line.target())
                .results()
                .filter(found -> Named.isName(line, found.group()) && isBelow(line, found.group()))
                .forEach(found -> Named.swap(line, found, random).ifPresent(changed::add));
        NUMBER.matcher(line.target())
                .results()
                .filter(found -> isBelow(line, found.group()))
                .forEach(found -> changed.add(
                        Mutation.replaced(line.target(), found, Mutation.otherDigit(found.group(), random))));
        return changed.isEmpty() ? Optional.empty() : Optional.of(changed.get(random.nextInt(changed.size())));
    }

    private static boolean isBelow(Line headline, String word) {
        Pattern whole = Pattern.compile("(?<![\\p{L}\\d])" + Pattern.quote(word) + "(?![\\p{L}\\d])");
        return headline.article().stream()
                        .skip(1)
                        .filter(number ->
                                whole.matcher(headline.at(number).target()).find())
                        .count()
                >= LEAST_LINES;
    }
}
