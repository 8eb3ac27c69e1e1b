package org.polywire.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.polywire.app.Polywire;
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
    private static final int LITTLE_MEMORY = 256;

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
                    "Instead of measuring, cut 50 of the pages off, flip bits in a copy of 1,000, and read pages that are huge in"
                            + " one respect, with 256 MB of memory: none may make the extractor throw or take two seconds. Exits 1"
                            + " if one does.")
    private boolean damaged;

    @Option(
            names = "--cuts",
            paramLabel = "N",
            description = "With --damage, at how many places each page is cut off (default: ${DEFAULT-VALUE}).")
    private int cuts = 100;

    @Override
    public Integer call() {
        List<TruePage> pages = TruePage.load(corpus);
        if (damaged) {
            return damage(pages);
        }
        ExtractionRun run = new ExtractionRun(new Extractor(LanguageIdentifier.load()), !alone);
        List<Result> results = new ArrayList<>();
        try (Progress progress = Progress.of("Readings that do not count", err())) {
            run.warmUp(pages, progress);
        }
        try (Progress progress = Progress.of("Pages read", err())) {
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

    /** In a process with little memory; this one, if it is such. */
    private int damage(List<TruePage> pages) {
        if (Runtime.getRuntime().maxMemory() >> 20 > LITTLE_MEMORY) {
            return damageWithLittleMemory();
        }
        ExtractionDamage damage = new ExtractionDamage();
        boolean sound;
        try (Progress progress = Progress.of("Pages damaged and read", err())) {
            sound = report("Damaged pages", damage.damaged(pages, cuts, progress));
        }
        sound &= report("Hostile pages", damage.hostile());
        out().printf(
                        Locale.ROOT,
                        "Memory: heap at most %d MB, process %d MB%n",
                        LITTLE_MEMORY,
                        ProcessorTime.peakMegabytes());
        out().flush();
        return sound ? 0 : 1;
    }

    private int damageWithLittleMemory() {
        try {
            return JavaProcess.of(
                            Polywire.class,
                            List.of("-Xmx" + LITTLE_MEMORY + "m"),
                            List.of(
                                    "bench",
                                    "extraction",
                                    "--corpus",
                                    corpus.toString(),
                                    "--damage",
                                    "--cuts",
                                    "" + cuts))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private boolean report(String name, Damage.Result result) {
        out().printf(
                        Locale.ROOT,
                        "%s: %d read, %d threw, the slowest took %d ms (%s)%n",
                        name,
                        result.readings(),
                        result.thrown().size(),
                        result.slowestMillis(),
                        result.slowest());
        result.thrown().stream().limit(20).forEach(out()::println);
        return result.thrown().isEmpty() && result.slowestMillis() < SLOW_MILLIS;
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
