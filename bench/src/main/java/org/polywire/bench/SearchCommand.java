package org.polywire.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.polywire.app.PolywireCommand;
import org.polywire.app.Progress;
import org.polywire.model.Access;
import org.polywire.model.Article;
import org.polywire.model.ArticleId;
import org.polywire.model.Block;
import org.polywire.model.Dates;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;
import org.polywire.model.Outlet;
import org.polywire.model.Publication;
import org.polywire.model.Publication.Entry;
import org.polywire.model.Publication.Published;
import org.polywire.model.Route;
import org.polywire.model.SourceId;
import org.polywire.model.Translation;
import org.polywire.search.Filters;
import org.polywire.search.SearchIndex;
import org.polywire.search.SearchQuery;
import org.polywire.search.SearchQuery.Order;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the search index on many articles of invented words. */
@Command(
        name = "search",
        description =
                "Fills a search index with articles of invented words whose frequencies are like a language's, and measures searches:"
                        + " one to three words, some in quotation marks, some mistyped, some with filters, a page of 20 with"
                        + " excerpts. Exits 0 only if 95 of 100 take no longer than allowed.",
        footer = {"", "Example: ./polywire bench search --articles 100000"})
final class SearchCommand extends PolywireCommand {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final List<LanguageTag> EDITIONS =
            Stream.of("ca", "es", "en").map(LanguageTag::new).toList();
    private static final int VOCABULARY = 80_000;
    private static final int SENTENCES = 20;
    private static final int BATCH = 1_000;
    private static final int WARMING = 500;
    private static final Route ROUTE = new Route.Original();

    @Option(names = "--articles", description = "How many (default: ${DEFAULT-VALUE}).")
    private int articles = 100_000;

    @Option(names = "--searches", description = "How many are measured (default: ${DEFAULT-VALUE}).")
    private int searches = 2_000;

    @Option(names = "--allowed", description = "Milliseconds that 95 of 100 may take (default: ${DEFAULT-VALUE}).")
    private int allowed = 50;

    @Option(names = "--seed", description = "Of the text (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("polywire-search");
        Random random = new Random(seed);
        InventedText text = new InventedText(VOCABULARY, random);
        try (SearchIndex index = SearchIndex.in(folder)) {
            long start = System.nanoTime();
            fill(index, text, random);
            double seconds = (System.nanoTime() - start) / 1e9;
            measure(index, text, random, WARMING);
            List<Duration> times = measure(index, text, random, searches);
            return report(folder, seconds, Times.of(times));
        } finally {
            Folders.delete(folder);
        }
    }

    private void fill(SearchIndex index, InventedText text, Random random) {
        List<Publication> batch = new ArrayList<>();
        try (Progress progress = Progress.of("Articles", err())) {
            for (int i = 1; i <= articles; i++) {
                batch.add(article(i, text, random));
                if (batch.size() == BATCH || i == articles) {
                    index.apply(batch);
                    batch.clear();
                    progress.to(i, articles);
                }
            }
        }
    }

    private Publication article(int number, InventedText text, Random random) {
        LanguageTag edition = EDITIONS.get(number % EDITIONS.size());
        URI address = URI.create("https://faro.example/" + number);
        List<Block> body = Stream.generate(() -> text.sentence(8 + random.nextInt(14)))
                .limit(SENTENCES)
                .map(sentence -> (Block) new Block.Paragraph(Inlines.ofText(sentence)))
                .toList();
        Article article = new Article(
                address,
                new Outlet("El Faro", URI.create("https://faro.example/")),
                edition,
                "",
                text.sentence(9),
                Inlines.ofText(text.sentence(16)),
                List.of(),
                Dates.UNKNOWN,
                "Section " + number % 12,
                List.of(),
                "",
                Access.FREE,
                body);
        Instant at = NOW.minusSeconds(300L * (articles - number));
        Entry entry =
                new Entry(number, edition, ArticleId.of(address), new SourceId("source-" + number % 40), 1, at, at);
        return new Published(entry, new Translation(article, new LanguageTag("gl"), ROUTE, at, List.of()));
    }

    private static List<Duration> measure(SearchIndex index, InventedText text, Random random, int count) {
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            SearchQuery query = query(text, random);
            long start = System.nanoTime();
            index.search(query, NOW);
            times.add(Duration.ofNanos(System.nanoTime() - start));
        }
        return times;
    }

    private static SearchQuery query(InventedText text, Random random) {
        StringBuilder words = new StringBuilder(random.nextInt(10) == 0 ? text.mistyped() : text.next());
        for (int more = random.nextInt(3); more > 0; more--) {
            words.append(' ').append(text.next());
        }
        String typed = random.nextInt(10) == 0 ? "\"" + words + "\"" : words.toString();
        Filters filters = random.nextInt(5) == 0
                ? new Filters(new SourceId("source-" + random.nextInt(40)), "", null, null, null)
                : Filters.NONE;
        List<LanguageTag> where = random.nextInt(4) == 0 ? EDITIONS : List.of(EDITIONS.get(random.nextInt(3)));
        Order order = random.nextInt(5) == 0 ? Order.NEWEST : Order.RELEVANCE;
        return new SearchQuery(typed, where, filters, order, 0, 20);
    }

    private int report(Path folder, double seconds, Times times) throws IOException {
        PrintWriter out = out();
        out.printf(
                Locale.ROOT,
                "%d articles indexed in %.0f s, %.0f MB; %d searches: median %s, 95 %% within %s, longest %s%n",
                articles,
                seconds,
                size(folder) / 1e6,
                times.count(),
                millis(times.median()),
                millis(times.percentile95()),
                millis(times.longest()));
        out.flush();
        return times.percentile95().toMillis() <= allowed ? 0 : 1;
    }

    private static String millis(Duration time) {
        return String.format(Locale.ROOT, "%.1f ms", time.toNanos() / 1e6);
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
