package org.polywire.pipeline;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polywire.testkit.Answers;
import org.polywire.testkit.LoopbackServer;
import org.polywire.testkit.MutableClock;

/** A newspaper with a feed on loopback whose articles a test writes, changes and takes away. */
final class SmallPress implements AutoCloseable {
    private static final String PAGE = """
            <!DOCTYPE html><html lang="es"><head><meta charset="utf-8"><title>HEADLINE - El Faro</title>
            <link rel="canonical" href="CANONICAL">META
            <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"HEADLINE",
            "datePublished":"2026-11-20T08:30:00+01:00","author":{"@type":"Person","name":"Ana Ruiz"}}</script></head>
            <body><header><nav><a href="/">Portada</a></nav></header><main><article><h1>HEADLINE</h1>
            <p>El puerto de la ciudad abrirá sus puertas por la noche a partir del lunes, según anunció ayer la autoridad
            portuaria en una rueda de prensa celebrada en el edificio de la aduana.</p>
            <p>La decisión llega después de nueve meses de negociación con los trabajadores, que pedían turnos más cortos
            y un aumento del salario. El acuerdo se firmó el viernes y afecta a unas cuatrocientas personas.</p>
            <p>«Es una buena noticia para todos», dijo el director del puerto, que espera que el tráfico de mercancías
            crezca un doce por ciento durante el próximo año gracias al nuevo horario.</p>
            <p>Los vecinos del barrio, sin embargo, temen que el ruido de los camiones les impida dormir, y han pedido una
            reunión con el ayuntamiento para hablar de las medidas que se van a tomar.</p>
            </article></main><footer>El Faro</footer></body></html>
            """;

    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-23T10:00:00Z"));
    private final LoopbackServer server = LoopbackServer.start();
    private final Map<String, String> headlines = new ConcurrentSkipListMap<>();
    private int version;
    private String channel = "";

    SmallPress() {
        server.on("/robots.txt", Answers.ok("text/plain", "User-agent: *\nAllow: /\n"));
        server.on(
                "/",
                Answers.ok(
                        "text/html",
                        "<html><head><link rel=alternate type='application/rss+xml' href='/rss.xml'></head></html>"));
        feed();
    }

    /** The paragraphs of every article. */
    static String body() {
        return PAGE.substring(PAGE.indexOf("</h1>") + "</h1>".length(), PAGE.indexOf("</article>"));
    }

    /** The time in the world of press and newsroom. */
    MutableClock clock() {
        return clock;
    }

    URI address(String path) {
        return server.address(path);
    }

    String authority() {
        return server.authority();
    }

    /** The feed says from now on that these hubs bring it. */
    void offer(URI... hubs) {
        channel = Stream.of(hubs)
                        .map(hub -> "<atom:link rel='hub' href='" + hub + "'/>")
                        .collect(Collectors.joining())
                + "<atom:link rel='self' href='" + server.address("/rss.xml") + "'/>";
        feed();
    }

    /** Publishes an article, or publishes it anew with another headline. */
    void article(String path, String headline) {
        headlines.put(path, headline);
        page(path, path, "");
        feed();
    }

    /** The page is served with something else in its words. */
    void replace(String path, String words, String others) {
        page(path, path, "", words, others);
        feed();
    }

    /** The page is served with other validators and the same words. */
    void touch(String path) {
        page(path, path, "<meta name='generator' content='touched'>");
    }

    /** The same, of a page with something else in its words. */
    void touch(String path, String words, String others) {
        page(path, path, "<meta name='generator' content='touched'>", words, others);
    }

    /** The page says this of itself in its head. */
    void mark(String path, String meta) {
        page(path, path, meta);
    }

    /** The page says that it is another one. */
    void merge(String path, String other) {
        page(path, other, "");
    }

    void reserve(String path) {
        page(path, path, "<meta name='tdm-reservation' content='1'>");
    }

    /** The same article at another address, which names the first as its own. */
    void copy(String path, String copy) {
        headlines.put(copy, headlines.get(path));
        page(copy, path, "");
        feed();
    }

    /** An article's page at this address, as a test wants it. */
    String page(String path, String headline, String published, String meta) {
        return PAGE.replace("HEADLINE", headline)
                .replace("CANONICAL", server.address(path).toString())
                .replace("2026-11-20T08:30:00+01:00", published)
                .replace("META", meta);
    }

    /** Puts up a feed with these items. */
    void feed(String channel, String... items) {
        version++;
        String feed =
                "<rss version='2.0' xmlns:atom='http://www.w3.org/2005/Atom'><channel><title>El Faro</title><link>"
                        + server.address("/") + "</link>" + channel + String.join("", items) + "</channel></rss>";
        server.on("/rss.xml", Answers.versioned("\"f" + version + "\"", "never " + version, "text/xml", feed));
    }

    String item(String path, String more) {
        return "<item><title>" + path + "</title><link>" + server.address(path) + "</link>" + more + "</item>";
    }

    void answer(String path, LoopbackServer.Answer answer) {
        server.on(path, answer);
    }

    void failFirst(String path, LoopbackServer.Answer failure) {
        server.on(path, Answers.sequence(failure, html(path, path, "")));
    }

    /** The validator that each request for a path came with, or a dash. */
    List<String> validators(String path) {
        return server.received(path).stream()
                .map(request -> request.header("If-None-Match").orElse("-"))
                .toList();
    }

    long visits(String path) {
        return server.received(path).size();
    }

    private void page(String path, String canonical, String meta) {
        server.on(path, html(path, canonical, meta));
    }

    private void page(String path, String canonical, String meta, String words, String others) {
        server.on(path, html(path, canonical, meta, words, others));
    }

    private LoopbackServer.Answer html(String path, String canonical, String meta) {
        return html(path, canonical, meta, "", "");
    }

    private LoopbackServer.Answer html(String path, String canonical, String meta, String words, String others) {
        version++;
        String page = PAGE.replace(words, others)
                .replace("HEADLINE", headlines.get(path))
                .replace("CANONICAL", server.address(canonical).toString())
                .replace("META", meta);
        return Answers.versioned("\"" + version + "\"", "never " + version, "text/html", page);
    }

    private void feed() {
        version++;
        String items = headlines.entrySet().stream()
                .map(entry -> "<item><title>" + entry.getValue() + "</title><link>" + server.address(entry.getKey())
                        + "</link></item>")
                .collect(Collectors.joining());
        String feed =
                "<rss version='2.0' xmlns:atom='http://www.w3.org/2005/Atom'><channel><title>El Faro</title><link>"
                        + server.address("/") + "</link><description>-</description><language>es</language>" + channel
                        + items + "</channel></rss>";
        server.on("/rss.xml", Answers.versioned("\"f" + version + "\"", "never " + version, "text/xml", feed));
    }

    @Override
    public void close() {
        server.close();
    }
}
