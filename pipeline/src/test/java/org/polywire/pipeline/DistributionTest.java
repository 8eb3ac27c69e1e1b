package org.polywire.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.check.Checks;
import org.polywire.connect.Connector;
import org.polywire.connect.Secret;
import org.polywire.connect.Webhook;
import org.polywire.extract.Extractor;
import org.polywire.gather.Courier;
import org.polywire.gather.GatherConfig;
import org.polywire.gather.Gatherer;
import org.polywire.language.LanguageIdentifier;
import org.polywire.publish.Api;
import org.polywire.search.SearchIndex;
import org.polywire.store.Following;
import org.polywire.testkit.Answers;
import org.polywire.testkit.LoopbackServer;
import org.polywire.testkit.MutableClock;
import org.polywire.translate.Translator;

/** Everything that follows the log goes on by itself, each at its own speed, and none can stop another. */
class DistributionTest {
    private static final LanguageIdentifier IDENTIFIER = LanguageIdentifier.load();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final MutableClock clock = new MutableClock(SmallLog.NOW);
    private LoopbackServer server;
    private Courier courier;
    private Gatherer gatherer;
    private Translator translator;
    private SearchIndex index;
    private Newsroom newsroom;
    private SmallLog log;

    @BeforeEach
    void open() {
        server = LoopbackServer.start().on("/one", Answers.status(204)).on("/two", Answers.status(204));
        GatherConfig config = GatherConfig.defaults().withAllowed(Set.of(server.authority()));
        courier = new Courier(config);
        gatherer = new Gatherer(config, clock);
        translator = new Translator(List.of(), IDENTIFIER, clock);
        index = SearchIndex.in(folder.resolve("search"));
        newsroom = Newsroom.open(
                new NewsroomConfig(folder, SmallLog.EDITIONS, Rhythm.defaults(), 1),
                new Newsroom.Parts(
                        gatherer, new Extractor(IDENTIFIER), translator, new Checks(IDENTIFIER), clock, new Random(1)),
                Duration.ofSeconds(5));
        log = new SmallLog(newsroom.store());
    }

    @AfterEach
    void close() {
        newsroom.close();
        index.close();
        translator.close();
        gatherer.close();
        courier.close();
        server.close();
    }

    @Test
    void whatIsPublishedReachesTheIndexAndEveryConnector() {
        try (Distribution distribution = distribution(hook("one"), hook("two"))) {
            distribution.start();
            log.publish(SmallLog.CATALAN, 1, 1);
            log.withdraw(SmallLog.CATALAN, 1);
            distribution.wake();
            await(() -> told("/one").size() == 2 && told("/two").size() == 2 && index.cursor() == 2);
        }
        assertThat(told("/one")).containsExactly("log-1", "log-2");
        assertThat(told("/two")).containsExactly("log-1", "log-2");
    }

    @Test
    void oneThatCannotGoOnStopsNoOther() {
        server.on("/one", Answers.status(500));
        Webhook broken = hook("broken", SmallLog.apiOf(SmallLog.ARABIC));
        try (Distribution distribution = distribution(hook("one"), broken, hook("two"))) {
            distribution.start();
            log.publish(SmallLog.CATALAN, 1, 1);
            log.publish(SmallLog.CATALAN, 2, 1);
            distribution.wake();
            await(() -> told("/two").size() == 2
                    && index.cursor() == 2
                    && state("one").failures() == 1);
        }
        assertThat(told("/one")).containsExactly("log-1");
        assertThat(state("one").code()).isEqualTo("SERVER_ERROR");
        assertThat(told("/broken")).isEmpty();
    }

    /** The command line asks from another process, and nobody wakes anybody. */
    @Test
    void aRequestForAReplayOrARebuildIsFoundByLooking() {
        try (Distribution distribution = distribution(hook("one"))) {
            distribution.start();
            log.publish(SmallLog.CATALAN, 1, 1);
            await(() -> told("/one").size() == 1 && index.cursor() == 1);
            newsroom.archive().replay("one", 0);
            await(() -> told("/one").size() == 2);
        }
        assertThat(told("/one")).containsExactly("log-1", "log-1");
    }

    @Test
    void whatIsCutOffByAStopIsToldAgainAfterTheNextStart() {
        CountDownLatch never = new CountDownLatch(1);
        server.on("/one", exchange -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        log.publish(SmallLog.CATALAN, 1, 1);
        try (Distribution distribution = distribution(hook("one"))) {
            distribution.start();
            await(() -> told("/one").size() == 1);
        }
        assertThat(state("one").sequence()).isZero();
        never.countDown();
        await(() -> state("one").failures() == 1);
        server.on("/one", Answers.status(204));
        clock.advance(Duration.ofHours(1));
        try (Distribution distribution = distribution(hook("one"))) {
            distribution.start();
            await(() -> state("one").sequence() == 1);
        }
        assertThat(told("/one")).startsWith("log-1", "log-1").containsOnly("log-1");
    }

    private List<String> told(String path) {
        return server.received(path).stream()
                .flatMap(request -> request.header("webhook-id").stream())
                .toList();
    }

    private Following state(String name) {
        return newsroom.store()
                .read(transaction -> transaction.projections().find(name))
                .orElse(Following.from(name, 0));
    }

    private Distribution distribution(Connector... connectors) {
        return new Distribution(
                newsroom,
                index,
                List.of(connectors),
                Set.of("one", "two", "broken"),
                clock,
                new Random(1),
                Duration.ofMillis(500));
    }

    private Webhook hook(String name) {
        return hook(name, SmallLog.api());
    }

    private Webhook hook(String name, Api api) {
        return new Webhook(name, server.address("/" + name), new Secret("secret"), Set.of(), api, courier, clock);
    }

    /** The clock stands still, so that whoever failed waits for ever. */
    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it did not come about").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }
}
