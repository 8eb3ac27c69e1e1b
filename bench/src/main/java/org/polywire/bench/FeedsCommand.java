package org.polywire.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.polywire.app.PolywireCommand;
import org.polywire.app.Progress;
import org.polywire.bench.FeedCorpus.Case;
import org.polywire.bench.FeedReport.Tally;
import org.polywire.gather.FeedReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the feed reader on the feedparser corpus, beside ROME, and torments it with damaged feeds. */
@Command(
        name = "feeds",
        description =
                "Reads a corpus of feeds with an expectation each, beside ROME in the same run, then each of them cut"
                        + " off and with flipped bits. Exits 0 only if 95 %% of the expectations that concern us are met and"
                        + " nothing was thrown.",
        footer = {"", "Example: ./polywire bench feeds --corpus ../shared/corpora/feeds"})
final class FeedsCommand extends PolywireCommand {
    /** The share of concerned expectations that must come out right. */
    static final double BAR = 0.95;

    private static final int SLOW_MILLIS = 5_000;

    @Option(
            names = "--corpus",
            required = true,
            paramLabel = "DIR",
            description = "The folder with expectations.jsonl.")
    private Path corpus = Path.of("");

    @Option(
            names = "--cuts",
            defaultValue = "20",
            description = "Places to cut each feed off at. Default: ${DEFAULT-VALUE}.")
    private int cuts = 20;

    @Option(
            names = "--flips",
            defaultValue = "200",
            description = "Bits to flip in each feed, one by one. Default: ${DEFAULT-VALUE}.")
    private int flips = 200;

    @Option(names = "--seed", defaultValue = "1", description = "Where the bits are. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(names = "--list", description = "Name the files whose expectations are not met, and what is set aside.")
    private boolean list;

    @Override
    public Integer call() {
        List<Case> cases = FeedCorpus.load(corpus);
        FeedReport ours = FeedReport.of(cases, FeedView::ours);
        FeedReport rome = FeedReport.of(cases, FeedView::romes);
        print("Polywire", ours);
        print("ROME", rome);
        if (list) {
            printList(ours);
        }
        Damage.Result damage = damage(cases);
        out().printf(
                        Locale.ROOT,
                        "Damaged feeds: %d read, %d threw, the slowest took %d ms (%s)%n",
                        damage.readings(),
                        damage.thrown().size(),
                        damage.slowestMillis(),
                        damage.slowest());
        damage.thrown().stream().limit(20).forEach(out()::println);
        out().flush();
        boolean met = ours.all().share() >= BAR && damage.thrown().isEmpty() && damage.slowestMillis() < SLOW_MILLIS;
        return met ? 0 : 1;
    }

    private void print(String reader, FeedReport report) {
        out().println(reader);
        report.tallies().forEach((folder, tally) -> print(folder, tally, out()));
        print("all", report.all(), out());
    }

    private static void print(String folder, Tally tally, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "  %-12s %5d files, %5d read; %5d concern us, %5d right (%.1f %%)%n",
                folder,
                tally.files(),
                tally.read(),
                tally.concerned(),
                tally.right(),
                100 * tally.share());
    }

    private void printList(FeedReport report) {
        out().println("Not as expected:");
        report.wrong().forEach(file -> out().println("  " + file));
        out().println("Set aside:");
        report.aside().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .forEach(entry -> out().println("  " + entry.getValue() + "  " + entry.getKey()));
    }

    private Damage.Result damage(List<Case> cases) {
        Random random = new Random(seed);
        Damage.Result result = Damage.NOTHING;
        try (Progress progress = Progress.of("Feeds damaged and read", err())) {
            for (int i = 0; i < cases.size(); i++) {
                result = result.and(of(cases.get(i), random));
                progress.to(i + 1, cases.size());
            }
        }
        return result;
    }

    private Damage.Result of(Case one, Random random) {
        return Damage.of(one.file(), one.capture(), cuts, flips, random, FeedReader::read);
    }
}
