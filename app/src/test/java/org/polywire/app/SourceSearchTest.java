package org.polywire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.app.Configuration.Followed;
import org.polywire.app.Configuration.Network;
import org.polywire.model.Edition;
import org.polywire.model.Fitness;
import org.polywire.model.Grant;
import org.polywire.model.LanguageTag;
import org.polywire.model.Reason;
import org.polywire.model.SourceId;
import org.polywire.pipeline.Rhythm;
import org.polywire.pipeline.Scout;
import org.polywire.store.FollowedSource;
import org.polywire.store.Store;
import org.polywire.testkit.Answers;
import org.polywire.testkit.LoopbackServer;
import org.polywire.testkit.MutableClock;

/** A newsroom that was stopped and starts anew: what does it ask the sites of its configuration again? */
class SourceSearchTest {
    private static final String FEED = "/rss.xml";
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    @TempDir
    private Path folder;

    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-23T10:00:00Z"));
    private final LoopbackServer known = site();
    private final LoopbackServer other = site();
    private final StringWriter told = new StringWriter();

    private static LoopbackServer site() {
        LoopbackServer site = LoopbackServer.start();
        site.on("/robots.txt", Answers.ok("text/plain", "User-agent: *\nAllow: /\n"));
        site.on(
                "/",
                Answers.ok(
                        "text/html",
                        "<head><link rel=alternate type='application/rss+xml' href='" + FEED + "'></head>"));
        site.on(
                FEED,
                Answers.ok(
                        "text/xml",
                        "<rss version='2.0'><channel><title>El Faro</title><item><title>A</title><link>/a</link></item></channel></rss>"));
        return site;
    }

    @AfterEach
    void close() {
        known.close();
        other.close();
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
                List.of(new Edition(new LanguageTag("es"), "El Cable", Fitness.NEWS, true)),
                List.of(),
                new Network(
                        List.of(known.authority(), other.authority()),
                        Network.DEFAULT.delay(),
                        Network.DEFAULT.stopAfter()));
    }

    private static Followed page(LoopbackServer site) {
        return new Followed("", site.address("/"), null, "", Grant.HEADLINE, false, null);
    }

    /** Runs a newsroom that follows sites by their front page until each feed was asked for so often. */
    private void run(int times, LoopbackServer... sites) {
        try (House house = House.build(configuration(), House.translator(clock), Rhythm.defaults(), clock);
                SourceSearch search = new SourceSearch(house, new PrintWriter(told, true))) {
            house.start();
            List.of(sites).forEach(site -> search.begin(page(site)));
            LoopbackServer last = sites[sites.length - 1];
            await(() -> last.received(FEED).size() >= times && house.newsroom().isIdle());
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it comes about in time").isLessThan(end);
            Once.pause(Once.LOOK);
        }
    }

    private int asked() {
        return known.received("/").size() + known.received(FEED).size();
    }

    private FollowedSource stored() {
        SourceId id = Scout.idOf(known.address(FEED));
        try (Store store = Store.open(folder)) {
            return store.read(transaction -> transaction.sources().find(id)).orElseThrow();
        }
    }

    private void store(FollowedSource source) {
        try (Store store = Store.open(folder)) {
            store.write(transaction -> transaction.sources().save(source));
        }
    }

    @Test
    void whatWasFoundAndReadIsNotLookedForAgain() {
        run(2, known);
        int asked = asked();
        run(2, known, other);
        assertThat(asked()).isEqualTo(asked);
    }

    @Test
    void whatHasEndedIsNotAskedAgainAndTheOperatorHearsWhatToDo() {
        run(2, known);
        store(stored().ended(Reason.GONE, "HTTP 410"));
        int asked = asked();
        run(2, known, other);
        assertThat(asked()).isEqualTo(asked);
        assertThat(told.toString()).contains("El Faro has ended").contains("./polywire follow " + known.address(FEED));
        assertThat(stored().ended()).isTrue();
    }

    @Test
    void whatFailsIsLookedForAgain() {
        run(2, known);
        store(stored().failed(Reason.NOT_FOUND, "HTTP 404", clock.instant()));
        run(4, known);
        assertThat(known.received("/")).hasSize(2);
    }
}
