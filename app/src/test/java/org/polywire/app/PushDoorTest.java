package org.polywire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.app.Configuration.Network;
import org.polywire.model.ArticleId;
import org.polywire.model.Edition;
import org.polywire.model.Fitness;
import org.polywire.model.Grant;
import org.polywire.model.LanguageTag;
import org.polywire.model.Source;
import org.polywire.model.SourceId;
import org.polywire.pipeline.Rhythm;
import org.polywire.samples.PressHub;
import org.polywire.store.PushSubscription;
import org.polywire.store.Store;
import org.polywire.testkit.Answers;
import org.polywire.testkit.LoopbackServer;

/** A paper, its hub and a whole house with its site: what the hub brings to the site's own door is published before any poll. */
class PushDoorTest {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final SourceId FARO = new SourceId("el-faro");
    private static final LanguageTag SPANISH = new LanguageTag("es");
    private static final Duration PATIENCE = Duration.ofSeconds(45);
    private static final String PAGE = """
            <!DOCTYPE html><html lang="es"><head><meta charset="utf-8"><title>HEADLINE - El Faro</title>
            <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"HEADLINE"}</script>
            </head><body><main><article><h1>HEADLINE</h1>
            <p>El puerto de la ciudad abrirá sus puertas por la noche a partir del lunes, según anunció ayer la autoridad
            portuaria en una rueda de prensa celebrada en el edificio de la aduana, cerca de PLACE.</p>
            <p>La decisión llega después de nueve meses de negociación con los trabajadores, que pedían turnos más cortos
            y un aumento del salario. El acuerdo se firmó el viernes y afecta a unas cuatrocientas personas.</p>
            <p>Los vecinos del barrio, sin embargo, temen que el ruido de los camiones les impida dormir, y han pedido una
            reunión con el ayuntamiento para hablar de las medidas que se van a tomar en PLACE.</p>
            </article></main></body></html>
            """;

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final LoopbackServer paper = LoopbackServer.start();
    private final PressHub hub = PressHub.start(0, CLOCK);
    private House house;
    private WebServer server;

    @BeforeEach
    void open() {
        paper.on("/robots.txt", Answers.ok("text/plain", "User-agent: *\nAllow: /\n"));
        publish("/a", "El puerto abre de noche");
        house = House.build(configuration(), House.translator(CLOCK), seldom(), CLOCK);
        server = house.serve();
        house.follow(new Source(FARO, "El Faro", paper.address("/"), topic(), Grant.FULL));
        house.start();
        await(() -> hub.brings(topic()) && house.archive().latest(SPANISH, 10).size() == 1);
    }

    @AfterEach
    void close() {
        server.close();
        house.close();
        hub.close();
        paper.close();
        client.close();
    }

    private Configuration configuration() {
        int port = Temporary.freePort();
        return new Configuration(
                "Polywire",
                URI.create("http://localhost:" + port),
                Configuration.DEFAULT_BIND,
                port,
                folder,
                "The operator",
                "operator@localhost",
                List.of(new Edition(SPANISH, "El Cable", Fitness.NEWS, true)),
                List.of(),
                new Network(
                        List.of(paper.authority(), hub.address().getAuthority()),
                        Network.DEFAULT.delay(),
                        Network.DEFAULT.stopAfter()));
    }

    /** So that no poll comes in between. */
    private static Rhythm seldom() {
        Rhythm usual = Rhythm.defaults();
        return new Rhythm(
                Duration.ofHours(1),
                usual.pollMax(),
                usual.revisitFirst(),
                usual.revisitMax(),
                usual.revisitFor(),
                usual.retryFirst(),
                usual.retryMax(),
                usual.tries());
    }

    private URI topic() {
        return paper.address("/rss.xml");
    }

    /** A page of a paper in Spanish. */
    static String page(String headline) {
        return PAGE.replace("HEADLINE", headline).replace("PLACE", headline);
    }

    /** Puts up a page, and a feed that lists it alone. */
    private void publish(String path, String headline) {
        paper.on(path, Answers.ok("text/html", page(headline)));
        paper.on("/rss.xml", Answers.ok("application/rss+xml", feed(path, headline)));
    }

    private String feed(String path, String headline) {
        return "<rss version='2.0' xmlns:atom='http://www.w3.org/2005/Atom'><channel><title>El Faro</title>"
                + "<atom:link rel='hub' href='" + hub.address() + "'/><atom:link rel='self' href='" + topic() + "'/>"
                + "<item><title>" + headline + "</title><link>" + paper.address(path)
                + "</link></item></channel></rss>";
    }

    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it comes about in time").isLessThan(end);
            Once.pause(Once.LOOK);
        }
    }

    private Instant polled() {
        return Objects.requireNonNull(house.archive().source(FARO).orElseThrow().lastSuccess());
    }

    private PushSubscription subscription() {
        try (Store store = Store.open(folder)) {
            return store.read(transaction -> transaction.push().find(FARO)).orElseThrow();
        }
    }

    private URI callback() {
        return house.configuration()
                .address()
                .resolve(PushDoor.PATH)
                .resolve(subscription().path());
    }

    private int deliver(URI callback, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(callback)
                .header("Content-Type", "application/rss+xml")
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    @Test
    void whatTheHubBringsIsOnTheSiteBeforeTheNextPollAndWhatIsNotSignedNever() throws Exception {
        Instant polled = polled();
        assertThat(subscription().state()).isEqualTo(PushSubscription.State.CONFIRMED);
        publish("/forged", "La lonja cierra");
        assertThat(deliver(callback(), feed("/forged", "La lonja cierra"))).isEqualTo(202);
        publish("/b", "La lonja cambia de sitio");
        hub.publish(topic());
        await(() -> house.archive().latest(SPANISH, 10).size() == 2);
        assertThat(house.archive().articles())
                .extracting(article -> article.address().getPath())
                .containsExactlyInAnyOrder("/a", "/b");
        assertThat(polled()).as("nobody asked for it").isEqualTo(polled);
        ArticleId brought = house.archive()
                .where(paper.address("/b").toString())
                .orElseThrow()
                .article()
                .id();
        HttpRequest page =
                HttpRequest.newBuilder(house.permalink(SPANISH, brought)).build();
        assertThat(client.send(page, BodyHandlers.ofString()).body()).contains("La lonja cambia de sitio");
    }

    @Test
    void aPathThatNobodyHasIsEmptyFromOutside() throws Exception {
        URI nobodys = house.configuration().address().resolve(PushDoor.PATH).resolve("0".repeat(48));
        assertThat(deliver(nobodys, "<rss/>")).isEqualTo(410);
        HttpRequest question = HttpRequest.newBuilder(URI.create(nobodys + "?hub.mode=subscribe&hub.challenge=x"))
                .build();
        assertThat(client.send(question, BodyHandlers.discarding()).statusCode())
                .isEqualTo(404);
    }
}
