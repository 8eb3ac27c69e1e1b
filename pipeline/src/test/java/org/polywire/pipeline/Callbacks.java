package org.polywire.pipeline;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.polywire.model.Bytes;
import org.polywire.pipeline.Push.Answer;
import org.polywire.pipeline.Push.Delivery;

/** A web server at which hubs find a newsroom. */
final class Callbacks implements AutoCloseable {
    private static final String PATH = "/push/";

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private volatile @Nullable Push push;

    Callbacks() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext(PATH, this::handle);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH);
    }

    /** Whom the server stands before from now on. */
    void lead(Push subscriber) {
        push = subscriber;
    }

    Push push() {
        return Objects.requireNonNull(push);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring(PATH.length());
            Answer answer = exchange.getRequestMethod().equals("GET")
                    ? push().verify(path, query(exchange))
                    : push().deliver(path, delivery(exchange));
            byte[] text = answer.text().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), text.length == 0 ? -1 : text.length);
            exchange.getResponseBody().write(text);
        }
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new HashMap<>();
        for (String field : exchange.getRequestURI().getRawQuery().split("&", -1)) {
            String[] words = field.split("=", 2);
            query.put(words[0], URLDecoder.decode(words[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    private static Delivery delivery(HttpExchange exchange) throws IOException {
        return new Delivery(
                Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Content-Type"), ""),
                Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("X-Hub-Signature"), ""),
                Bytes.copyOf(exchange.getRequestBody().readAllBytes()));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
