package org.polywire.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.polywire.model.Grant;
import org.polywire.model.Source;
import org.polywire.model.SourceId;

/**
 * Thousands of sites on one machine: one server that answers on every address of 127/8, each an authority of its own with a
 * robots.txt, a Crawl-delay and two feeds or so. It watches that no site sees two requests at once, or one too soon.
 */
final class ManySites implements AutoCloseable {
    /** Items that a feed lists; older ones have left it. */
    private static final int LISTED = 30;

    private static final int SITES_OF_A_BLOCK = 250;
    private static final int ANSWERING = 16;

    private final InstantSource clock;
    private final Instant start;
    private final Duration delay;
    private final int hosts;
    private final HttpServer server;
    /** Real threads, whose processor time can be told. */
    private final ExecutorService answering = Executors.newFixedThreadPool(ANSWERING, this::thread);

    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final Map<Integer, Shown> shown = new ConcurrentHashMap<>();
    private final Map<String, Site> sites = new ConcurrentHashMap<>();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong unchanged = new AtomicLong();
    private final AtomicLong crowded = new AtomicLong();
    private final AtomicLong hasty = new AtomicLong();

    /** The first and the last item that a source has shown, by number. */
    private record Shown(long first, long last) {
        Shown with(Shown later) {
            return new Shown(Math.min(first, later.first), Math.max(last, later.last));
        }
    }

    /** What was seen of one site; guarded by itself. */
    private static final class Site {
        private int busy;
        private long lastEnd = Long.MIN_VALUE;
    }

    /**
     * @param delay that each site asks for between two requests, in real time
     */
    ManySites(int hosts, Duration delay, InstantSource clock) {
        this.hosts = hosts;
        this.delay = delay;
        this.clock = clock;
        start = clock.instant();
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[4]), 0), 1024);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(this::hand);
        server.createContext("/", this::answer);
        server.start();
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "many-sites");
        threads.add(thread);
        return thread;
    }

    /** Who hands work over is the server's own thread. */
    private void hand(Runnable work) {
        threads.add(Thread.currentThread());
        answering.execute(work);
    }

    private String authority(int host) {
        return "127.1." + host / SITES_OF_A_BLOCK + "." + (1 + host % SITES_OF_A_BLOCK) + ":"
                + server.getAddress().getPort();
    }

    List<String> authorities() {
        return IntStream.range(0, hosts).mapToObj(this::authority).toList();
    }

    Source source(int number) {
        URI home = URI.create("http://" + authority(number % hosts) + "/");
        return new Source(
                new SourceId("s" + number), "Source " + number, home, home.resolve("feed/" + number), Grant.HEADLINE);
    }

    /** How long a source takes from one item to the next: a tenth are agencies, half are small; 410,000 a day of 10,000. */
    static Duration pace(int source) {
        int items = source % 10 == 0 ? 200 : source % 2 == 0 ? 40 : 10;
        return Duration.ofDays(1).dividedBy(items);
    }

    /** How many items a source has published since the start. */
    long published(int source, Instant now) {
        long pace = pace(source).toMillis();
        long phase = source * 7919L % pace;
        return (Duration.between(start, now).toMillis() + phase) / pace;
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        Site site = sites.computeIfAbsent(exchange.getRequestHeaders().getFirst("Host"), name -> new Site());
        begin(site);
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.startsWith("/feed/")) {
                feed(exchange, site, Integer.parseInt(path.substring("/feed/".length())));
            } else if (path.equals("/robots.txt")) {
                send(exchange, site, "text/plain", "User-agent: *\nCrawl-delay: " + delay.toMillis() / 1000.0 + "\n");
            } else {
                end(site);
                exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private void begin(Site site) {
        long now = System.nanoTime();
        synchronized (site) {
            if (site.busy > 0) {
                crowded.incrementAndGet();
            }
            if (site.lastEnd != Long.MIN_VALUE && now - site.lastEnd < delay.toNanos()) {
                hasty.incrementAndGet();
            }
            site.busy++;
        }
    }

    /** Called before the answer is sent: what our own thread does afterwards is not the client's. */
    private static void end(Site site) {
        synchronized (site) {
            site.busy--;
            site.lastEnd = System.nanoTime();
        }
    }

    private void feed(HttpExchange exchange, Site site, int source) throws IOException {
        long last = published(source, clock.instant());
        String tag = "\"" + last + "\"";
        exchange.getResponseHeaders().set("ETag", tag);
        if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            unchanged.incrementAndGet();
            end(site);
            exchange.sendResponseHeaders(304, -1);
            return;
        }
        int listed = (int) Math.min(LISTED, last + 1);
        shown.merge(source, new Shown(last - listed + 1, last), Shown::with);
        String items = IntStream.range(0, listed)
                .mapToObj(back -> item(source, last - back))
                .collect(Collectors.joining());
        send(
                exchange,
                site,
                "application/rss+xml",
                "<rss version='2.0'><channel><title>S" + source + "</title>" + items + "</channel></rss>");
    }

    private static String item(int source, long number) {
        return "<item><title>Report " + number + " of source " + source + " about the harbour</title><link>/a/" + source
                + "/" + number + "?utm_source=rss</link><guid isPermaLink='false'>urn:s" + source + ":" + number
                + "</guid><description>The harbour of town " + source + " opens at night; report " + number
                + ".</description></item>";
    }

    private static void send(HttpExchange exchange, Site site, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        end(site);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    int hosts() {
        return hosts;
    }

    /** The threads that answer, so that their time can be told from the newsroom's. */
    Set<Thread> threads() {
        return Set.copyOf(threads);
    }

    /** Sources that were read at least once. */
    int served() {
        return shown.size();
    }

    /** Items that were shown at least once, of all sources; one that left a feed between two polls counts. */
    long shown() {
        return shown.values().stream()
                .mapToLong(numbers -> numbers.last() - numbers.first() + 1)
                .sum();
    }

    long requests() {
        return requests.get();
    }

    long unchanged() {
        return unchanged.get();
    }

    /** Requests that met another one at the same site. */
    long crowded() {
        return crowded.get();
    }

    /** Requests that came before the site's delay was over. */
    long hasty() {
        return hasty.get();
    }

    @Override
    public void close() {
        server.stop(0);
        answering.shutdownNow();
    }
}
