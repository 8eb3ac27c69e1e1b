package org.polywire.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.polywire.app.PolywireCommand;
import org.polywire.app.Progress;
import org.polywire.bench.ForestTrainer.Settings;
import org.polywire.bench.Shingles.Means;
import org.polywire.bench.Shingles.Score;
import org.polywire.extract.Extractor;
import org.polywire.extract.Specimen;
import org.polywire.language.LanguageIdentifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains the classifier of pieces and writes its file. */
@Command(
        name = "train-extraction",
        description = {
            "Trains the classifier that decides which pieces of a page are its story, from folders in the format of bench"
                    + " extraction, and writes the file that the extractor reads. The same pages give the same file.",
            "First tells, by parting the pages four times by domain, how well the classifier does on domains that it has not"
                    + " seen."
        },
        footer = {
            "",
            "Example (the shipped file; C stands for ../shared/corpora/extraction):",
            "  ./polywire bench train-extraction --corpus C/fundus=2,C/naeb=1.5,C/wcxb=0.3,C/trafilatura=0.5 \\",
            "      --out extract/src/main/resources/org/polywire/extract/body.forest"
        })
final class TrainingCommand extends PolywireCommand {
    private static final Settings SETTINGS = new Settings(160, 16, 0.08, 0.25, 0.6, 3, 3, 1);

    @Option(
            names = "--corpus",
            required = true,
            split = ",",
            paramLabel = "DIR=WEIGHT",
            description = "The folders that hold an index.jsonl, and what a page of each counts.")
    private Map<Path, Double> corpora = new LinkedHashMap<>();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file to write.")
    private Path out = Path.of("");

    @Override
    public Integer call() {
        List<TrainingPage> pages = read();
        CrossValidation validation = new CrossValidation(pages, SETTINGS);
        out().println(pages.size() + " pages; figures on unseen domains, without suspects:");
        try (Progress progress = Progress.of("Parts trained", err())) {
            int[] done = {0};
            int whole = CrossValidation.folds() + 1;
            Map<TrainingPage, float[]> unseen = validation.unseen(() -> progress.to(++done[0], whole));
            for (Path corpus : corpora.keySet()) {
                report(validation, corpus, unseen);
            }
            Forest forest = validation.trainOnAll();
            progress.to(whole, whole);
            out().println("  most asked: " + CrossValidation.asked(forest, Specimen.features()));
            write(forest, pages.size());
        }
        out().flush();
        return 0;
    }

    private List<TrainingPage> read() {
        Extractor extractor = new Extractor(LanguageIdentifier.load());
        List<TruePage> pages = corpora.keySet().stream()
                .flatMap(folder -> TruePage.load(folder).stream())
                .toList();
        List<TrainingPage> read = new ArrayList<>();
        try (Progress progress = Progress.of("Pages read", err())) {
            for (TruePage page : pages) {
                read.add(TrainingPage.of(page, corpora.getOrDefault(page.folder(), 1.0), extractor));
                progress.to(read.size(), pages.size());
            }
        }
        return read;
    }

    private void report(CrossValidation validation, Path corpus, Map<TrainingPage, float[]> unseen) {
        String folder = corpus.getFileName().toString();
        line(
                folder + ", rules alone",
                validation,
                folder,
                (page, i) -> page.specimen().parts().get(i).kept());
        line(
                folder + ", classifier",
                validation,
                folder,
                (page, i) ->
                        page.specimen().parts().get(i).inDoubt() && Objects.requireNonNull(unseen.get(page))[i] >= 0.5);
        line(folder + ", best possible", validation, folder, (page, i) -> page.labels()[i] >= 0.5);
    }

    private void line(String name, CrossValidation validation, String folder, BiPredicate<TrainingPage, Integer> kept) {
        List<Score> scores = validation.scores(folder, kept);
        if (!scores.isEmpty()) {
            Means means = Means.of(scores);
            out().println(String.format(
                    Locale.ROOT,
                    "  %s: F1 %.4f ± %.4f, precision %.4f, recall %.4f",
                    name,
                    means.f1(),
                    Shingles.spread(scores),
                    means.precision(),
                    means.recall()));
        }
    }

    private void write(Forest forest, int pages) {
        List<String> lines = new ArrayList<>();
        lines.add("# Which pieces of a page are its story: boosted trees, trained on " + pages + " pages.");
        lines.add("# Written by ./polywire bench train-extraction; do not edit.");
        lines.add("features " + String.join(" ", Specimen.features()));
        lines.addAll(forest.lines());
        try {
            Files.write(out, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
