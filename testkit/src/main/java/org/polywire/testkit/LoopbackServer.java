package org.polywire.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A real web server on a free port of 127.0.0.1 whose routes a test writes down; it records what it is asked.
 *
 * <p>A path without a route answers 404. Routes may be added and replaced while it runs; safe to share between threads. For
 * answers that are not HTTP see {@link RawServer}.
 */
public final class LoopbackServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Answer> routes = new ConcurrentHashMap<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();

    /** Answers one request; {@link Answers} has the usual ones. */
    @FunctionalInterface
    public interface Answer {
        void write(HttpExchange exchange) throws IOException;
    }

    /**
     * A request as it came.
     *
     * @param target path and query, undecoded
     * @param headers names in lower case
     * @param nanos {@link System#nanoTime()} at its arrival
     */
    public record Received(String method, String target, Map<String, List<String>> headers, long nanos) {
        public Optional<String> header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                    .findFirst();
        }
    }

    private LoopbackServer(HttpServer server) {
        this.server = server;
    }

    public static LoopbackServer start() {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            LoopbackServer server = new LoopbackServer(http);
            http.createContext("/", server::handle);
            http.setExecutor(server.threads);
            http.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers every request for exactly this path, whatever its query. */
    public LoopbackServer on(String path, Answer answer) {
        routes.put(path, answer);
        return this;
    }

    public URI address(String path) {
        return URI.create("http://" + authority() + path);
    }

    /** Host and port, such as {@code 127.0.0.1:40123}. */
    public String authority() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** All requests so far, in the order of their arrival. */
    public List<Received> received() {
        return List.copyOf(received);
    }

    /** The requests for a path and query so far. */
    public List<Received> received(String target) {
        return received.stream()
                .filter(request -> request.target().equals(target))
                .toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            received.add(record(exchange));
            routes.getOrDefault(exchange.getRequestURI().getPath(), Answers.status(404))
                    .write(exchange);
        }
    }

    private static Received record(HttpExchange exchange) {
        Map<String, List<String>> headers = new ConcurrentHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        return new Received(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                Map.copyOf(headers),
                System.nanoTime());
    }

    /** Stops at once; open answers are cut off. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
