package org.polywire.bench;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.polywire.model.Article;
import org.polywire.model.Block;
import org.polywire.model.Finding;
import org.polywire.model.Finding.Severity;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;
import org.polywire.model.Outlet;
import org.polywire.model.Place;
import org.polywire.model.Route;
import org.polywire.model.SentencePair;
import org.polywire.model.Translation;
import org.polywire.model.Verdict;

/**
 * Lines as an article with its translation: the first line is the headline, the others are paragraphs, each line one sentence
 * pair.
 */
record Trial(Article original, Translation translation) {

    /** What the engine is called that runs the models whose output was kept. */
    static final String NEURAL = "Firefox Translations";

    static Trial of(String from, String to, List<String> source, List<String> target) {
        return of("Bench", from, to, source, target);
    }

    /** The same as the work of an engine. */
    static Trial of(String engine, String from, String to, List<String> source, List<String> target) {
        Article original = article(from, source);
        LanguageTag into = new LanguageTag(to);
        List<SentencePair> pairs = new ArrayList<>();
        for (int i = 0; i < source.size(); i++) {
            pairs.add(new SentencePair(place(i), source.get(i), target.get(i), List.of(), List.of()));
        }
        Route route = new Route.Machine(List.of(new Route.Leg(original.language(), into, engine, "")));
        return new Trial(
                original,
                new Translation(article(to, target), original.language(), route, Instant.EPOCH, List.copyOf(pairs)));
    }

    static Place place(int line) {
        return line == 0 ? Place.HEADLINE : Place.BODY.child(line - 1);
    }

    /**
     * The sentences that a verdict holds, each with why (a code and, in brackets, what the finding shows), for a person to judge.
     *
     * @param numbers of the lines in the corpus
     */
    List<String> held(Verdict verdict, List<Integer> numbers) {
        Map<Place, String> codes = verdict.findings().stream()
                .filter(finding -> finding.severity() != Severity.NOTE)
                .collect(Collectors.groupingBy(
                        Finding::place,
                        Collectors.mapping(
                                finding -> finding.code() + " [" + finding.evidence() + "]",
                                Collectors.collectingAndThen(
                                        Collectors.toCollection(TreeSet::new), all -> String.join("+", all)))));
        List<SentencePair> pairs = translation.sentences();
        return IntStream.range(0, numbers.size())
                .filter(i -> codes.containsKey(place(i)))
                .mapToObj(i -> String.join(
                        " ",
                        original.language() + "-" + translation.article().language(),
                        String.valueOf(numbers.get(i) + 1),
                        codes.get(place(i)),
                        joined(pairs, place(i), SentencePair::source),
                        "→",
                        joined(pairs, place(i), SentencePair::target)))
                .toList();
    }

    private static String joined(List<SentencePair> pairs, Place place, Function<SentencePair, String> text) {
        return pairs.stream()
                .filter(pair -> pair.place().equals(place))
                .map(text)
                .collect(Collectors.joining(" "));
    }

    static Article article(String language, List<String> lines) {
        return Article.of(
                URI.create("https://example.org/story"),
                new Outlet("Example", URI.create("https://example.org/")),
                new LanguageTag(language),
                lines.getFirst(),
                lines.stream()
                        .skip(1)
                        .<Block>map(line -> new Block.Paragraph(Inlines.ofText(line)))
                        .toList());
    }
}
