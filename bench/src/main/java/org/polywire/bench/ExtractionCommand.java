package org.polywire.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.polywire.app.PolywireCommand;
import org.polywire.app.Progress;
import org.polywire.bench.ExtractionRun.Result;
import org.polywire.extract.Extractor;
import org.polywire.language.LanguageIdentifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the extractor on pages whose true text is known. */
@Command(
        name = "extraction",
        description = {
            "Compares what is taken from pages with what people took from them: the body by the public measure of"
                    + " scrapinghub/article-extraction-benchmark, title, day, set of authors, lead figure with caption and"
                    + " credit, and the thread's processor time beside that of jsoup's parse. Pages are read one at a time, nothing is fetched.",
            "A corpus is a folder with index.jsonl (id, html, url, host, lang, title, authors, date, body, images; a field"
                    + " without a truth absent or empty) and html/*.html.gz. suspects.json, if there, names pages with a"
                    + " doubtful truth."
        },
        footer = {"", "Example: ./polywire bench extraction --corpus ../shared/corpora/extraction/fundus --worst 10"})
final class ExtractionCommand extends PolywireCommand {
    private static final long SLOW_MILLIS = 2_000;
    private static final long SEED = 20_261_127;

    @Option(names = "--corpus", required = true, paramLabel = "DIR", description = "The folder that holds index.jsonl.")
    private Path corpus = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "Also write one JSON object a page: id, title, authors, date, body, standfirst, images, pageType,"
                            + " access, quality, milliseconds.")
    private @Nullable Path out;

    @Option(
            names = "--worst",
            paramLabel = "N",
            description = "How many of the worst pages to list (default: ${DEFAULT-VALUE}).")
    private int worst = 10;

    @Option(
            names = "--with-host-memory",
            description =
                    "Read each page with what all other pages of its host in the corpus teach of the host's template. The"
                            + " figures then say nothing of pages from hosts that are new.")
    private boolean remembering;

    @Option(names = "--no-baseline", description = "Leave out Readability4J, which takes most of the time.")
    private boolean alone;

    @Option(
            names = "--damage",
            description =
                    "Instead of measuring, cut 50 of the pages off at 100 places each and flip bits in a copy of 1,000:"
                            + " none may make the extractor throw or take two seconds. Exits 1 if one does.")
    private boolean damaged;

    @Override
    public Integer call() {
        List<TruePage> pages = TruePage.load(corpus);
        if (damaged) {
            return damage(pages);
        }
        ExtractionRun run = new ExtractionRun(new Extractor(LanguageIdentifier.load()), !alone);
        List<Result> results = new ArrayList<>();
        try (Progress progress = Progress.of("Pages read", err())) {
            run.warmUp(pages);
            if (remembering) {
                run.learn(pages);
            }
            for (TruePage page : pages) {
                results.add(run.run(page));
                progress.to(results.size(), pages.size());
            }
        }
        write(results);
        new ExtractionReport(results).print(out(), worst);
        out().flush();
        return 0;
    }

    private int damage(List<TruePage> pages) {
        Damage.Result damage;
        try (Progress progress = Progress.of("Pages damaged and read", err())) {
            damage = ExtractionDamage.of(pages, new Random(SEED), progress);
        }
        out().printf(
                        Locale.ROOT,
                        "Damaged pages: %d read, %d threw, the slowest took %d ms (%s)%n",
                        damage.readings(),
                        damage.thrown().size(),
                        damage.slowestMillis(),
                        damage.slowest());
        damage.thrown().stream().limit(20).forEach(out()::println);
        out().flush();
        return damage.thrown().isEmpty() && damage.slowestMillis() < SLOW_MILLIS ? 0 : 1;
    }

    private void write(List<Result> results) {
        if (out == null) {
            return;
        }
        try {
            Files.write(
                    out, results.stream().map(result -> result.ours().json()).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
