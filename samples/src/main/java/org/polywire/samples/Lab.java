package org.polywire.samples;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/**
 * A web server on loopback where everything goes wrong: one feed, and behind it the pages that a follower must survive, each
 * with the reason under which it must end. Safe to share between threads.
 */
public final class Lab implements AutoCloseable {
    private static final String HTML = "text/html; charset=utf-8";
    private static final int MEBIBYTE = 1 << 20;
    private static final int HUGE = 200;
    private static final int BOMB = 256;

    private final Loopback server = new Loopback(0);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final int closedPort = closedPort();

    private Lab() {}

    /**
     * One bad address.
     *
     * @param name what is wrong with it
     * @param reason the stable name of the reason under which it must end; empty if the article must be taken, and be whole
     */
    public record Case(String name, URI address, String reason) {}

    /** Opens the laboratory on a port that happens to be free. */
    public static Lab start() {
        Lab lab = new Lab();
        lab.server.serve(lab::answer);
        return lab;
    }

    /** An RSS feed that lists every case. */
    public URI feed() {
        return at("/feed.xml");
    }

    /** What calls itself a feed and is a web page; it must end as {@code NOT_A_FEED}. */
    public URI htmlFeed() {
        return at("/html-feed.xml");
    }

    /** The cases in the order of the feed. */
    public List<Case> cases() {
        return List.of(
                new Case("404", at("/404"), "NOT_FOUND"),
                new Case("410", at("/410"), "GONE"),
                new Case("500", at("/500"), "SERVER_ERROR"),
                new Case("403", at("/403"), "ACCESS_DENIED"),
                new Case("429", at("/429"), "RATE_LIMITED"),
                new Case("redirect loop", at("/loop"), "REDIRECT_LOOP"),
                new Case("200 MB body", at("/huge"), "TOO_LARGE"),
                new Case("endless drip", at("/drip"), "TIMEOUT"),
                new Case("gzip bomb", at("/bomb"), "COMPRESSION_BOMB"),
                new Case("empty page", at("/empty"), "EMPTY_PAGE"),
                new Case("not a web page", at("/report.pdf"), "NOT_HTML"),
                new Case("forbidden by robots.txt", at("/forbidden/page"), "ROBOTS_FORBIDDEN"),
                new Case("not to be indexed", at("/noindex"), "NOINDEX"),
                new Case("wrong charset", at("/charset"), ""),
                new Case("a language that no edition can use", at("/finnish"), "NO_ROUTE"),
                new Case("unreachable host", URI.create("http://127.0.0.1:" + closedPort + "/page"), "UNREACHABLE"));
    }

    private URI at(String path) {
        return server.home().resolve(path);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        switch (path) {
            case "/huge" -> huge(exchange);
            case "/drip" -> drip(exchange);
            case "/bomb" ->
                Answer.of(200, HTML, bomb()).with("Content-Encoding", "gzip").send(exchange);
            case "/loop" ->
                Answer.text(302, HTML, "").with("Location", "/loop?again").send(exchange);
            // No Retry-After: it would silence the whole host, and the others could not end under their own names.
            case "/404", "/410", "/500", "/403", "/429" ->
                status(Integer.parseInt(path.substring(1))).send(exchange);
            default -> page(path).send(exchange);
        }
    }

    private Answer page(String path) {
        return switch (path) {
            case "/robots.txt" -> Answer.text(200, "text/plain", "User-agent: *\nDisallow: /forbidden/\n");
            case "/feed.xml" -> Answer.text(200, "application/rss+xml", feedText());
            case "/html-feed.xml" ->
                Answer.text(200, "application/rss+xml", "<!doctype html><title>Feed</title><p>Soon.");
            case "/empty" -> Answer.text(200, HTML, "<!doctype html><title></title><body></body>");
            case "/report.pdf" -> Answer.text(200, "application/pdf", "%PDF-1.7\n%%EOF\n");
            case "/noindex" -> Answer.text(200, HTML, Resources.text("lab/noindex.html"));
            case "/finnish" -> Answer.text(200, HTML, Resources.text("lab/finnish.html"));
            case "/charset" -> wrongCharset();
            case "/" -> Answer.text(200, HTML, "<!doctype html><title>Lab</title><h1>Lab</h1>");
            default -> status(404);
        };
    }

    private static Answer status(int status) {
        return Answer.text(status, HTML, "<!doctype html><title>" + status + "</title><h1>" + status + "</h1>");
    }

    /** A Spanish article in windows-1252 whose header and page both say UTF-8. */
    private static Answer wrongCharset() {
        byte[] body = Resources.text("lab/charset.html").getBytes(Charset.forName("windows-1252"));
        return Answer.of(200, HTML, body);
    }

    private String feedText() {
        List<Values> items = cases().stream()
                .map(one -> Values.NONE
                        .with("headline", one.name())
                        .with("link", one.address().toString()))
                .toList();
        return new Template(Resources.text("lab/feed.xml")).fill(Values.NONE.with("items", items));
    }

    /** Two hundred mebibytes of paragraphs whose length is not announced. */
    private static void huge(HttpExchange exchange) throws IOException {
        byte[] chunk =
                "<p>Lorem ipsum dolor sit amet.</p>\n".repeat(MEBIBYTE / 35).getBytes(StandardCharsets.UTF_8);
        OutputStream body = open(exchange);
        for (int sent = 0; sent < HUGE; sent++) {
            body.write(chunk);
        }
    }

    /** A page that never ends: one character a fifth of a second until the reader or the laboratory closes. */
    private void drip(HttpExchange exchange) throws IOException {
        OutputStream body = open(exchange);
        try {
            while (!closing.await(200, TimeUnit.MILLISECONDS)) {
                body.write('.');
                body.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static OutputStream open(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", HTML);
        exchange.sendResponseHeaders(200, 0);
        return exchange.getResponseBody();
    }

    /** A quarter of a gibibyte in a quarter of a mebibyte. */
    private static byte[] bomb() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] spaces = " ".repeat(MEBIBYTE).getBytes(StandardCharsets.UTF_8);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < BOMB; i++) {
                gzip.write(spaces);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** A port where nobody listens: one that was free a moment ago. */
    private static int closedPort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.close();
    }
}
