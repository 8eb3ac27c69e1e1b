package org.polywire.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A site without its policy: of its heads only what its bodies are and where it leads, so that escaping alone must hold, and its pages
 * may stand in frames. It also has pages on which attacks do run.
 */
final class WithoutPolicy implements AutoCloseable {
    static final String ATTACK = "<p>x</p><script>alert(1)</script><img src=https://evil.example/x.png>";
    private static final String BLANK = "/blank";
    private static final String ATTACK_IN_XML = "<a><script xmlns='http://www.w3.org/1999/xhtml'>alert(1)</script></a>";

    private final int site;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    WithoutPolicy(int site) throws IOException {
        this.site = site;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::pass);
        server.createContext(BLANK, exchange -> answer(exchange, 200, "text/html", bytes(" ")));
        server.createContext("/attack.html", exchange -> answer(exchange, 200, "text/html", bytes(ATTACK)));
        server.createContext("/attack.xml", exchange -> answer(exchange, 200, "application/xml", bytes(ATTACK_IN_XML)));
        server.setExecutor(threads);
        server.start();
    }

    String address(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    /** A page with nothing on it. */
    String blank() {
        return address(BLANK);
    }

    private void pass(HttpExchange exchange) throws IOException {
        URI there = URI.create("http://localhost:" + site + exchange.getRequestURI());
        try {
            HttpResponse<byte[]> answer =
                    client.send(HttpRequest.newBuilder(there).build(), BodyHandlers.ofByteArray());
            for (String kept : List.of("X-Content-Type-Options", "Location")) {
                answer.headers()
                        .firstValue(kept)
                        .ifPresent(value -> exchange.getResponseHeaders().set(kept, value));
            }
            String type = answer.headers().firstValue("Content-Type").orElseThrow();
            answer(exchange, answer.statusCode(), type, answer.body());
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
        client.close();
    }
}
