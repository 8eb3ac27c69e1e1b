package org.polywire.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.polywire.app.PolywireCommand;
import org.polywire.bench.StoriesBench.Pairs;
import org.polywire.model.Article;
import org.polywire.model.ArticleId;
import org.polywire.model.SourceId;
import org.polywire.model.StoryId;
import org.polywire.story.Placement;
import org.polywire.story.Sketch;
import org.polywire.story.Text;
import org.polywire.story.Window;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how well articles that tell the same event are put into one story, and how long that takes in a full window. */
@Command(
        name = "stories",
        description =
                "Measures whether articles of one event come into one story: human translations of news, copies of them as"
                        + " papers make them, the sample press, and Apertium's translations, within a language and across; then how long it takes"
                        + " to place an article in a full window.",
        footer = {
            "",
            "Example: ./polywire bench stories --window 100000",
            "The corpus is not part of this project; its README says where it comes from."
        })
final class StoriesCommand extends PolywireCommand {
    private static final Map<String, String> WAYS = Map.of("es", "ca", "en", "es", "fr", "ca", "pt", "es");
    private static final int TIMED = 500;
    private static final int SOURCES = 1_000;

    @Option(
            names = "--corpus",
            paramLabel = "DIR",
            description = "The folder with ntrex.*.txt (default: ${DEFAULT-VALUE}).")
    private Path corpus = Path.of("../shared/corpora/translation");

    @Option(
            names = "--languages",
            split = ",",
            paramLabel = "LANGUAGE",
            description = "The languages of the articles (default: ${DEFAULT-VALUE}).")
    private List<String> languages = StoriesBench.LANGUAGES;

    @Option(
            names = "--pages",
            split = ",",
            paramLabel = "DIR",
            description = "Folders of news pages whose true text is known, with index.jsonl.")
    private List<Path> pages = List.of();

    @Option(names = "--without-engines", description = "Leave Apertium's translations out.")
    private boolean withoutEngines;

    @Option(names = "--window", description = "Articles in the window that is timed (default: ${DEFAULT-VALUE}).")
    private int window = 100_000;

    @Option(names = "--seed", description = "Repeats the same copies and order (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--fit",
            paramLabel = "FILE",
            description = "Writes the weights of likenesses fitted anew to a file, and measures nothing else.")
    private @Nullable Path fit;

    @Option(names = "--list", description = "Name the events that came together wrongly or apart.")
    private boolean list;

    @Override
    public Integer call() {
        if (!Files.exists(corpus.resolve("ntrex.documents.txt"))) {
            err().println("no corpus in " + corpus + ": it must hold ntrex.*.txt and ntrex.documents.txt");
            return 1;
        }
        if (fit != null) {
            return fit(fit);
        }
        StoriesBench bench = new StoriesBench(new ParallelText(corpus), languages, seed);
        out().println("| articles | pairs | precision | recall | F1 |\n| --- | --- | --- | --- | --- |");
        measure(bench, "development", bench.labelled(false));
        measure(bench, "held-out", bench.labelled(true));
        if (!pages.isEmpty()) {
            report("pages", StoriesBench.placed(StoryPages.of(pages, seed), seed));
        }
        report("sample press", StoriesBench.placed(StoriesBench.press(), seed));
        out().printf(
                        Locale.ROOT,
                        "%nPlacing an article in a window of %,d: %s%n",
                        window,
                        words(timed(new Random(seed))));
        out().flush();
        return 0;
    }

    private int fit(Path file) {
        try {
            Files.write(file, new LikenessFit(new ParallelText(corpus), pages).lines(out()));
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void measure(StoriesBench bench, String name, List<StoryTrial> trials) {
        List<StoryTrial> all = new ArrayList<>(trials);
        if (!withoutEngines) {
            all.addAll(bench.translated(trials, WAYS, err()));
        }
        report(name, StoriesBench.placed(all, seed));
    }

    private void report(String name, Map<StoryTrial, StoryId> stories) {
        row(name + ", within a language", StoriesBench.pairs(stories, StoriesBench::sameLanguage));
        row(
                name + ", across languages",
                StoriesBench.pairs(stories, (one, other) -> !StoriesBench.sameLanguage(one, other)));
        relations(stories);
        if (list) {
            strays(stories);
        }
    }

    private void row(String name, Pairs pairs) {
        out().printf(
                        Locale.ROOT,
                        "| %s | %d | %.3f | %.3f | %.3f |%n",
                        name,
                        pairs.wanted(),
                        pairs.precision(),
                        pairs.recall(),
                        pairs.f1());
        out().flush();
    }

    /** Of the pairs that belong together, how many of each kind came together. */
    private void relations(Map<StoryTrial, StoryId> stories) {
        Map<String, int[]> counts = new TreeMap<>();
        List<StoryTrial> all = List.copyOf(stories.keySet());
        for (int i = 0; i < all.size(); i++) {
            for (StoryTrial other : all.subList(0, i)) {
                if (all.get(i).event() == other.event()) {
                    count(counts, all.get(i), other, stories);
                }
            }
        }
        counts.forEach((relation, count) -> out().printf(
                        Locale.ROOT,
                        "| of these %s | %d | | %.3f | |%n",
                        relation,
                        count[0],
                        (double) count[1] / count[0]));
    }

    private static void count(
            Map<String, int[]> counts, StoryTrial one, StoryTrial other, Map<StoryTrial, StoryId> stories) {
        String within = StoriesBench.sameLanguage(one, other) ? "within" : "across";
        int[] count = counts.computeIfAbsent(within + ": " + StoriesBench.relation(one, other), any -> new int[2]);
        count[0]++;
        count[1] += Objects.equals(stories.get(one), stories.get(other)) ? 1 : 0;
    }

    /** For each story the events that are in it, where they are several; and for each event its stories. */
    private void strays(Map<StoryTrial, StoryId> stories) {
        Map<StoryId, Map<Integer, Integer>> events = new HashMap<>();
        stories.forEach((trial, story) ->
                events.computeIfAbsent(story, any -> new HashMap<>()).merge(trial.event(), 1, Integer::sum));
        events.values().stream().filter(some -> some.size() > 1).forEach(some -> err().println("together: " + some));
        Map<Integer, Map<StoryId, List<String>>> parts = new HashMap<>();
        stories.forEach((trial, story) -> parts.computeIfAbsent(trial.event(), any -> new HashMap<>())
                .computeIfAbsent(story, any -> new ArrayList<>())
                .add(trial.language() + trial.text()));
        parts.forEach((event, some) -> {
            if (some.size() > 1) {
                err().println("apart: " + event + " " + some.values());
            }
        });
        err().flush();
    }

    private Times timed(Random random) {
        InventedText invented = new InventedText(60_000, random);
        Window full = new Window();
        Instant at = Instant.EPOCH;
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < window + TIMED; i++) {
            Text text = text(i, invented, random, at.plusSeconds(i));
            long start = System.nanoTime();
            Placement placement = full.place(text);
            if (i >= window) {
                times.add(Duration.ofNanos(System.nanoTime() - start));
            }
            full.keep(text, placement.alone() ? new StoryId(text.article()) : placement.story());
        }
        return Times.of(times);
    }

    /** An article of twelve sentences with names that other articles have, too. */
    private static Text text(int number, InventedText invented, Random random, Instant at) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String sentence = invented.sentence(14);
            String name = invented.next();
            lines.add(
                    Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + " " + (random.nextInt(900) + 10)
                            + " " + Character.toUpperCase(name.charAt(0)) + name.substring(1) + ".");
        }
        SourceId source = new SourceId("paper-" + number % SOURCES);
        Article article = Trial.article("es", lines);
        ArticleId id = ArticleId.of(URI.create("https://bench.example/window/" + number));
        return new Text(id, source, article.language(), true, at, Sketch.of(article));
    }

    private static String words(Times times) {
        return String.format(
                Locale.ROOT,
                "median %.2f ms, 95 %% within %.2f ms, longest %.2f ms",
                times.median().toNanos() / 1e6,
                times.percentile95().toNanos() / 1e6,
                times.longest().toNanos() / 1e6);
    }
}
