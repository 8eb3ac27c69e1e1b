package org.polywire.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.polywire.bench.Corpus.Page;
import org.polywire.model.Bytes;
import org.polywire.model.Grant;
import org.polywire.model.Source;
import org.polywire.pipeline.Scout;

/** A corpus as a living press: each of its hosts on a port of its own, with a feed, a robots.txt and ETags. */
final class CorpusPress implements AutoCloseable {
    private static final String FEED = "/polywire-feed.xml";

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<HttpServer> servers = new ArrayList<>();
    private final List<Source> sources = new ArrayList<>();
    private final Map<URI, Page> pages = new HashMap<>();

    CorpusPress(List<Page> corpus) {
        Map<String, List<Page>> hosts =
                corpus.stream().collect(Collectors.groupingBy(Page::host, TreeMap::new, Collectors.toList()));
        hosts.forEach(this::open);
    }

    private void open(String host, List<Page> itsPages) {
        HttpServer server = listen();
        String root = "http://" + authority(server);
        Map<String, Answer> answers = new HashMap<>();
        answers.put("/robots.txt", new Answer("text/plain", text("User-agent: *\nAllow: /\n")));
        for (Page page : itsPages) {
            answers.put(target(page), new Answer("text/html", page.html()));
            answers.putIfAbsent(path(page), new Answer("text/html", page.html()));
            pages.put(URI.create(root + target(page)), page);
        }
        answers.put(FEED, new Answer("application/rss+xml", text(feed(host, root, itsPages))));
        server.createContext("/", exchange -> answer(exchange, answers));
        server.start();
        servers.add(server);
        URI feed = URI.create(root + FEED);
        sources.add(new Source(Scout.idOf(feed), host, URI.create(root + "/"), feed, Grant.FULL));
    }

    private record Answer(String type, Bytes body) {
        String etag() {
            return "\"" + Integer.toHexString(body.hashCode()) + "\"";
        }
    }

    private HttpServer listen() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(threads);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String authority(HttpServer server) {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    private static String target(Page page) {
        String query = page.address().getRawQuery();
        return path(page) + (query == null ? "" : "?" + query);
    }

    /** Under which a page is found, too, since followers drop what only says who clicked. */
    private static String path(Page page) {
        String path = page.address().getRawPath();
        return path.isEmpty() ? "/" : path;
    }

    private static Bytes text(String text) {
        return Bytes.copyOf(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String feed(String host, String root, List<Page> pages) {
        String items = pages.stream()
                .map(page -> "<item><title>" + escape(page.title()) + "</title><link>" + escape(root + target(page))
                        + "</link></item>")
                .collect(Collectors.joining());
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\"><channel><title>" + escape(host)
                + "</title><link>" + root + "/</link><description>-</description>" + items + "</channel></rss>";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static void answer(HttpExchange exchange, Map<String, Answer> answers) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getRawPath();
            Answer answer = answers.getOrDefault(exchange.getRequestURI().toString(), answers.get(path));
            if (answer == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            exchange.getResponseHeaders().set("ETag", answer.etag());
            if (answer.etag().equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.sendResponseHeaders(200, answer.body().size());
            answer.body().stream().transferTo(exchange.getResponseBody());
        }
    }

    List<Source> sources() {
        return List.copyOf(sources);
    }

    /** The hosts and ports to be let through the guard. */
    Set<String> authorities() {
        return servers.stream().map(CorpusPress::authority).collect(Collectors.toSet());
    }

    Set<URI> addresses() {
        return Set.copyOf(pages.keySet());
    }

    @Override
    public void close() {
        servers.forEach(server -> server.stop(0));
        threads.shutdownNow();
    }
}
