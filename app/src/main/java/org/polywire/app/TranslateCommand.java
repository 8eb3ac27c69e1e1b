package org.polywire.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.polywire.check.Checks;
import org.polywire.extract.Extraction;
import org.polywire.extract.Extraction.Extracted;
import org.polywire.extract.Extraction.NotAnArticle;
import org.polywire.extract.Extraction.Withheld;
import org.polywire.language.Guess;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Article;
import org.polywire.model.Block;
import org.polywire.model.Block.Paragraph;
import org.polywire.model.Edition;
import org.polywire.model.Finding;
import org.polywire.model.Fitness;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;
import org.polywire.model.Outlet;
import org.polywire.model.Reason;
import org.polywire.model.SentencePair;
import org.polywire.model.Translation;
import org.polywire.model.Verdict;
import org.polywire.translate.TranslationOutcome;
import org.polywire.translate.TranslationOutcome.EngineFailed;
import org.polywire.translate.TranslationOutcome.NoRoute;
import org.polywire.translate.TranslationOutcome.Translated;
import org.polywire.translate.Translator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "translate",
        description =
                "Translates a text, a text file or the article on a web page, checks the translation, and prints it. A"
                        + " configuration, if there is one, says which services and which glossary are used.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./polywire translate \"El puerto abre mañana.\" --from es --to ca",
            "  ./polywire translate notes.txt --to gl --explain",
            "  ./polywire translate https://elfaro.example/2026/11/puerto --to ca --json"
        })
final class TranslateCommand extends PolywireCommand {
    private static final URI NOWHERE = URI.create("about:blank");

    @Parameters(paramLabel = "TEXT|FILE|URL", description = "What to translate.")
    private String what = "";

    @Option(names = "--from", paramLabel = "LANGUAGE", description = "Its language; found out if not given.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "LANGUAGE", required = true, description = "The language to translate into.")
    private String to = "";

    @Option(names = "--allow-host", paramLabel = "HOST[:PORT]", description = "A host that may be on this machine.")
    private List<String> allowedHosts = List.of();

    @Option(names = "--json", description = "Print JSON, sentence by sentence, with the findings of the checks.")
    private boolean json;

    @Option(
            names = "--explain",
            description = "Print each sentence with its translation, the way it took, and what is to be said of it.")
    private boolean explain;

    @Mixin
    private ConfigurationOption configuration = new ConfigurationOption();

    @Override
    public Integer call() {
        LanguageIdentifier languages = LanguageIdentifier.load();
        Article original = original(languages);
        Edition edition = new Edition(WebPage.language(to), "", Fitness.GIST, false);
        InstantSource clock = InstantSource.system();
        try (Translator translator =
                configuration.exists() ? House.translator(configuration.read(), clock) : House.translator(clock)) {
            TranslationOutcome outcome = translator.translate(original, edition);
            return switch (outcome) {
                case Translated(Translation translation) ->
                    print(original, translation, new Checks(languages).review(original, translation));
                case NoRoute(Reason reason, String detail) -> throw WebPage.refusal(reason, detail);
                case EngineFailed(Reason reason, String detail) -> throw WebPage.refusal(reason, detail);
            };
        }
    }

    private Article original(LanguageIdentifier languages) {
        if (!WebPage.isAddress(what)) {
            return article(WebPage.file(what).map(TranslateCommand::read).orElse(what), languages);
        }
        Extraction extraction = WebPage.extract(WebPage.fetch(WebPage.address(what), allowedHosts));
        return switch (extraction) {
            case Extracted extracted -> extracted.article();
            case NotAnArticle(Reason reason, String detail) -> throw WebPage.refusal(reason, detail);
            case Withheld(Reason reason, String detail) -> throw WebPage.refusal(reason, detail);
        };
    }

    private static String read(Path file) {
        try {
            if (Files.size(file) > WebPage.LARGEST_FILE) {
                throw new CannotGoOn(Exit.ENVIRONMENT, file + " is larger than " + WebPage.LARGEST_FILE + " bytes.");
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new CannotGoOn(Exit.ENVIRONMENT, "The file " + file + " cannot be read as UTF-8: " + e.getMessage());
        }
    }

    /** The first paragraph takes the place of the headline: an article has one, and it is translated like all else. */
    private Article article(String text, LanguageIdentifier languages) {
        List<String> paragraphs = Stream.of(text.split("\\R\\s*\\R"))
                .map(paragraph -> paragraph.replaceAll("\\s+", " ").strip())
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
        if (paragraphs.isEmpty()) {
            throw new CannotGoOn(Exit.USAGE, "There is no text to translate.");
        }
        List<Block> body = paragraphs.stream()
                .skip(1)
                .<Block>map(paragraph -> new Paragraph(Inlines.ofText(paragraph)))
                .toList();
        return Article.of(NOWHERE, new Outlet("", NOWHERE), language(text, languages), paragraphs.getFirst(), body);
    }

    private LanguageTag language(String text, LanguageIdentifier languages) {
        return Optional.ofNullable(from)
                .map(WebPage::language)
                .or(() -> languages.guesses(text).stream().map(Guess::language).findFirst())
                .orElseThrow(() -> new CannotGoOn(Exit.USAGE, "The language cannot be told. Name it with --from."));
    }

    private int print(Article original, Translation translation, Verdict verdict) {
        if (json) {
            out().println(json(original, translation, verdict).toPrettyString());
        } else {
            print(explain ? TranslationText.of(translation) : ArticleText.of(translation.article()));
            verdict.findings().forEach(finding -> err().println(line(finding)));
        }
        return verdict instanceof Verdict.Passed ? Exit.DONE : Exit.NOT_AS_EXPECTED;
    }

    private static String line(Finding finding) {
        return finding.severity() + " " + finding.code() + " at " + finding.place() + ": "
                + finding.code().words() + (finding.evidence().isBlank() ? "" : " " + finding.evidence());
    }

    private static ObjectNode json(Article original, Translation translation, Verdict verdict) {
        ObjectNode node = Json.object()
                .put("from", original.language().value())
                .put("to", translation.article().language().value())
                .put("way", Routes.way(translation.route()))
                .put("verdict", verdict.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        node.set(
                "findings",
                Json.array(verdict.findings().stream()
                        .map(finding -> Json.object()
                                .put("code", finding.code().name())
                                .put("severity", finding.severity().name())
                                .put("place", finding.place().path())
                                .put("evidence", finding.evidence()))
                        .toList()));
        node.set(
                "sentences",
                Json.array(translation.sentences().stream()
                        .map(TranslateCommand::json)
                        .toList()));
        return node.set("article", ArticleJson.of(translation.article()));
    }

    private static ObjectNode json(SentencePair pair) {
        ObjectNode node = Json.object()
                .put("place", pair.place().path())
                .put("source", pair.source())
                .put("target", pair.target());
        node.set("unknown", Json.texts(pair.unknown()));
        node.set("faults", Json.texts(pair.faults()));
        return node;
    }
}
