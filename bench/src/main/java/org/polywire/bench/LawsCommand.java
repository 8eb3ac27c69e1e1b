package org.polywire.bench;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polywire.app.PolywireCommand;
import org.polywire.bench.LawAudit.Violation;
import org.polywire.check.Checks;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Article;
import org.polywire.model.Edition;
import org.polywire.model.Fitness;
import org.polywire.model.Translation;
import org.polywire.translate.Apertium;
import org.polywire.translate.EnginePair;
import org.polywire.translate.EngineStatus;
import org.polywire.translate.TranslationOutcome.EngineFailed;
import org.polywire.translate.TranslationOutcome.NoRoute;
import org.polywire.translate.TranslationOutcome.Translated;
import org.polywire.translate.Translator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Translates news with every installed pair and asks whether blocks, links, figures and numbers are as in the source. */
@Command(
        name = "laws",
        description =
                "Translates articles with links, lists, quotations, figures and tables in every Apertium pair that is installed,"
                        + " and looks whether blocks, links, figures and numbers are the same. What is not must have been"
                        + " noticed: exits 0 only if every violation has a finding or a fault.",
        footer = {
            "",
            "Example: ./polywire bench laws --lines 200 --list",
            "The corpus is not part of this project; its README says where it comes from."
        })
final class LawsCommand extends PolywireCommand {
    @Option(
            names = "--corpus",
            paramLabel = "DIR",
            description = "The folder with ntrex.*.txt (default: ${DEFAULT-VALUE}).")
    private Path corpus = Path.of("../shared/corpora/translation");

    @Option(names = "--pairs", split = ",", paramLabel = "FROM-TO", description = "Only these pairs, as in spa-cat.")
    private @Nullable List<String> pairs;

    @Option(
            names = "--lines",
            paramLabel = "N",
            description = "Lines of one article; begun anew at the end of the corpus (default: ${DEFAULT-VALUE}).")
    private int lines = 200;

    @Option(names = "--list", description = "Print every violation.")
    private boolean list;

    private final HeapPeak heap = HeapPeak.watched();
    private int silent;

    @Override
    public Integer call() {
        LanguageIdentifier languages = LanguageIdentifier.load();
        ParallelText text = new ParallelText(corpus);
        Checks checks = new Checks(languages);
        try (Translator translator = new Translator(List.of(Apertium.installed()), languages, InstantSource.system())) {
            for (EngineStatus engine : translator.engines()) {
                engine.pairs().stream().filter(this::wanted).forEach(pair -> run(pair, text, translator, checks));
            }
        }
        out().println("Not noticed: " + silent);
        out().flush();
        return silent == 0 ? 0 : 1;
    }

    private boolean wanted(EnginePair pair) {
        boolean plain = pair.from().value().equals(pair.from().language())
                && pair.to().value().equals(pair.to().language());
        return pairs == null
                ? plain && ParallelText.languages().contains(pair.from().language())
                : pairs.contains(pair.code());
    }

    private void run(EnginePair pair, ParallelText text, Translator translator, Checks checks) {
        List<String> corpusLines = text.news(pair.from().language());
        List<String> own = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            own.add(corpusLines.get(i % corpusLines.size()));
        }
        Article article = LawArticle.of(pair.from(), own);
        long start = System.nanoTime();
        switch (translator.translate(article, new Edition(pair.to(), "", Fitness.GIST, false))) {
            case Translated(Translation translation) -> {
                long seconds = (System.nanoTime() - start) / 1_000_000_000;
                List<Violation> violations = new LawAudit(
                                article,
                                translation,
                                checks.review(article, translation).findings())
                        .violations();
                report(pair, translation, violations, seconds);
            }
            case NoRoute noRoute -> out().println(pair.code() + ": " + noRoute.reason() + " " + noRoute.detail());
            case EngineFailed failed -> out().println(pair.code() + ": " + failed.reason() + " " + failed.detail());
        }
        out().flush();
    }

    private void report(EnginePair pair, Translation translation, List<Violation> violations, long seconds) {
        long unnoticed =
                violations.stream().filter(violation -> !violation.noticed()).count();
        silent += (int) unnoticed;
        out().println(pair.code() + ": " + translation.sentences().size() + " sentences, " + count("blocks", violations)
                + " blocks, " + count("links", violations) + " links, " + count("numbers", violations)
                + " numbers not as in the source, " + unnoticed + " of them not noticed; " + seconds + " s, at most "
                + heap.megabytes() + " MB of heap so far");
        violations.stream()
                .filter(violation -> list || !violation.noticed())
                .forEach(violation -> out().println("  " + (violation.noticed() ? "noticed" : "NOT NOTICED") + " "
                        + violation.law() + " at " + violation.place() + ": " + violation.evidence()));
    }

    private static long count(String law, List<Violation> violations) {
        return violations.stream()
                .filter(violation -> violation.law().equals(law))
                .count();
    }
}
