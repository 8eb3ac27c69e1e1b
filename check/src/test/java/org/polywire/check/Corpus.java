package org.polywire.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.polywire.model.Article;
import org.polywire.model.Block;
import org.polywire.model.Finding;
import org.polywire.model.Finding.Severity;
import org.polywire.model.FindingCode;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;
import org.polywire.model.Outlet;
import org.polywire.model.Place;
import org.polywire.model.Route;
import org.polywire.model.SentencePair;
import org.polywire.model.Translation;

/** The development lines of NTREX-128 as articles: the first line of a document is the headline, the others paragraphs. */
final class Corpus {
    static final Path FOLDER =
            Path.of(System.getenv().getOrDefault("POLYWIRE_REPOSITORY", "."), "..", "shared", "corpora", "translation");
    private static final Map<String, String> FILES = Map.of(
            "es", "spa", "ca", "cat", "gl", "glg", "pt", "por", "fr", "fra", "en", "eng", "ar", "arb", "it", "ita",
            "de", "deu");

    private Corpus() {}

    static boolean present() {
        return Files.exists(FOLDER);
    }

    static List<String> lines(String language) {
        return read("ntrex." + FILES.getOrDefault(language, language) + ".txt");
    }

    /** The numbers of the lines of every fourth document, which nothing that the checks learned has seen. */
    static List<List<Integer>> documents() {
        List<String> names = read("ntrex.documents.txt");
        Map<String, List<Integer>> documents = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            documents.computeIfAbsent(names.get(i), any -> new ArrayList<>()).add(i);
        }
        List<List<Integer>> all = List.copyOf(documents.values());
        return IntStream.range(0, all.size())
                .filter(i -> i % 4 == 3)
                .mapToObj(all::get)
                .toList();
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

    static Translation translation(Article original, Article target, List<SentencePair> sentences) {
        return new Translation(
                target,
                original.language(),
                new Route.Machine(List.of(new Route.Leg(original.language(), target.language(), "Test", ""))),
                Instant.EPOCH,
                sentences);
    }

    /** The codes for which lines are held as the translation of others, the first of each the headline. */
    static List<FindingCode> held(Checks checks, String from, String to, List<String> source, List<String> target) {
        Article original = article(from, source);
        Article article = article(to, target);
        return checks.review(original, translation(original, article, paired(original, article))).findings().stream()
                .filter(finding -> finding.severity() != Severity.NOTE)
                .map(Finding::code)
                .distinct()
                .toList();
    }

    static List<SentencePair> paired(Article original, Article target) {
        Map<Place, String> targets = new LinkedHashMap<>();
        target.units().forEach(unit -> targets.put(unit.place(), unit.text()));
        return original.units().stream()
                .map(unit -> new SentencePair(
                        unit.place(), unit.text(), targets.getOrDefault(unit.place(), ""), List.of(), List.of()))
                .toList();
    }

    private static List<String> read(String name) {
        try {
            return List.of(Files.readString(FOLDER.resolve(name)).split("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
