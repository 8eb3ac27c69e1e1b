package org.polywire.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.polywire.app.PolywireCommand;
import org.polywire.app.Progress;
import org.polywire.model.Edition;
import org.polywire.model.Fitness;
import org.polywire.model.LanguageTag;
import org.polywire.pipeline.Overview;
import org.polywire.pipeline.Rhythm;
import org.polywire.store.Stage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Runs the newsroom over a corpus of real pages, served from loopback as a living press, to the end. */
@Command(
        name = "press",
        description =
                "Serves a corpus of real pages from this machine as a living press and runs the newsroom over it to the"
                        + " end. Exits 0 only if no page is lost, stuck or left failing.",
        footer = {
            "",
            "Example: ./polywire bench press --corpus ../shared/corpora/extraction/fundus --to ca --from es,pt,fr,ca"
        })
final class PressCommand extends PolywireCommand {
    private static final Duration LIMIT = Duration.ofMinutes(15);

    @Option(names = "--corpus", required = true, paramLabel = "DIR", description = "The folder that holds index.jsonl.")
    private Path corpus = Path.of("");

    @Option(names = "--to", required = true, split = ",", paramLabel = "LANG", description = "The editions' languages.")
    private List<String> to = List.of();

    @Option(
            names = "--from",
            split = ",",
            paramLabel = "LANG",
            description = "Only pages that declare one of these languages; all if absent.")
    private @Nullable Set<String> from;

    @Option(
            names = "--floor",
            description = "What engines must be good for: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Fitness floor = Fitness.NEWS;

    @Option(names = "--list", description = "Say what became of each page.")
    private boolean list;

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        List<Corpus.Page> pages = Corpus.load(corpus, from == null ? Set.of() : from);
        List<Edition> editions = to.stream()
                .map(LanguageTag::new)
                .map(language -> new Edition(language, language.value(), floor, false))
                .toList();
        PrintWriter progress = err();
        progress.println(pages.size() + " pages, editions " + to);
        PressReport report = run(pages, editions, progress);
        print(report, pages.size());
        return report.whole() ? 0 : 1;
    }

    private static PressReport run(List<Corpus.Page> pages, List<Edition> editions, PrintWriter progress) {
        Path data = temporary();
        try (CorpusPress press = new CorpusPress(pages);
                Workshop workshop = new Workshop(data, editions, press.authorities(), Rhythm.brisk())) {
            workshop.newsroom().start();
            press.sources().forEach(workshop.newsroom()::follow);
            await(workshop, pages.size(), progress);
            return PressReport.of(workshop.archive(), press.addresses());
        } finally {
            Folders.delete(data);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("polywire-press");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(Workshop workshop, int pages, PrintWriter words) {
        long end = System.nanoTime() + LIMIT.toNanos();
        try (Progress progress = Progress.of("Pages taken or refused", words)) {
            while (!workshop.newsroom().isIdle() && System.nanoTime() < end) {
                Overview overview = workshop.archive().overview();
                progress.to(overview.sighted() - overview.stages().getOrDefault(Stage.SIGHTED, 0), pages);
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
    }

    private void print(PressReport report, int pages) {
        PrintWriter out = out();
        if (json) {
            out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(asMap(report, pages)));
        } else {
            printWords(report, pages, out);
        }
        out.flush();
    }

    private Map<String, Object> asMap(PressReport report, int pages) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("pages", pages);
        map.put("outcomes", report.counts());
        map.put("lost", report.lost().stream().map(Object::toString).toList());
        map.put("sentences", report.sentences());
        map.put("untranslatedSentences", report.untranslated());
        map.put("medianSeconds", report.times().median().toMillis() / 1000.0);
        map.put("percentile95Seconds", report.times().percentile95().toMillis() / 1000.0);
        map.put("whole", report.whole());
        if (list) {
            map.put("pagesList", report.lines());
        }
        return map;
    }

    private void printWords(PressReport report, int pages, PrintWriter out) {
        out.println(pages + " pages served, " + report.lost().size() + " lost");
        report.counts().forEach((edition, counts) -> {
            out.println(edition.equals("-") ? "Not taken:" : "Edition " + edition + ":");
            counts.forEach((outcome, number) -> out.println("  " + number + "  " + outcome));
        });
        out.println("Published sentences of five words or more: " + report.sentences() + ", left as they were: "
                + report.untranslated());
        out.println("Sighting to publication: " + report.times().words());
        if (list) {
            report.lines()
                    .forEach(line -> out.println(
                            line.edition() + "  " + line.outcome() + " " + line.code() + "  " + line.title() + "  "
                                    + line.address() + (line.detail().isEmpty() ? "" : "\n      " + line.detail())));
        }
        out.println(report.whole() ? "Every page came to an end." : "Not every page came to an end.");
    }
}
