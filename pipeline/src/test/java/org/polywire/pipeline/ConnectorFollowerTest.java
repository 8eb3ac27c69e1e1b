package org.polywire.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.connect.Connector;
import org.polywire.connect.Secret;
import org.polywire.connect.Webhook;
import org.polywire.connect.WordPress;
import org.polywire.gather.Courier;
import org.polywire.gather.GatherConfig;
import org.polywire.model.LanguageTag;
import org.polywire.publish.Parcel.Pictures;
import org.polywire.store.Following;
import org.polywire.store.SetAside;
import org.polywire.store.Store;
import org.polywire.testkit.Answers;
import org.polywire.testkit.LoopbackServer;
import org.polywire.testkit.MutableClock;

/** What a connector is told, when, and how often: the log in its order, each entry at least once, none ahead of one that is not done. */
class ConnectorFollowerTest {
    private static final String NAME = "desk";

    @TempDir
    private Path folder;

    private final MutableClock clock = new MutableClock(SmallLog.NOW);
    private LoopbackServer server;
    private Courier courier;
    private Store store;
    private SmallLog log;

    @BeforeEach
    void open() {
        server = LoopbackServer.start().on("/hook", Answers.status(204));
        courier = new Courier(GatherConfig.defaults().withAllowed(Set.of(server.authority())));
        store = Store.open(folder);
        log = new SmallLog(store);
    }

    @AfterEach
    void close() {
        store.close();
        courier.close();
        server.close();
    }

    @Test
    void everyEntryIsToldOnceAndInTheOrderOfTheLog() {
        log.publish(SmallLog.CATALAN, 1, 1);
        log.publish(SmallLog.ARABIC, 2, 1);
        log.publish(SmallLog.CATALAN, 1, 2);
        log.withdraw(SmallLog.CATALAN, 1);
        assertThat(follower(hook(), true).advance()).isEmpty();
        assertThat(follower(hook(), true).advance()).isEmpty();
        assertThat(told()).containsExactly("log-1", "log-2", "log-3", "log-4");
    }

    @Test
    void aLogOfManyBatchesIsToldToItsEnd() {
        IntStream.rangeClosed(1, 120).forEach(number -> log.publish(SmallLog.CATALAN, number, 1));
        assertThat(follower(hook(), true).advance()).isEmpty();
        assertThat(told()).hasSize(120).doesNotHaveDuplicates().last().isEqualTo("log-120");
    }

    @Test
    void aNewConnectorBeginsWithTheNextEntryUnlessItIsToHearAll() {
        log.publish(SmallLog.CATALAN, 1, 1);
        ConnectorFollower follower = follower(hook(), false);
        follower.advance();
        assertThat(told()).isEmpty();
        log.publish(SmallLog.CATALAN, 2, 1);
        follower.advance();
        assertThat(told()).containsExactly("log-2");
    }

    @Test
    void whatIsOfNoEditionThatItCarriesIsPassedOver() {
        log.publish(SmallLog.CATALAN, 1, 1);
        log.publish(SmallLog.ARABIC, 2, 1);
        log.publish(SmallLog.CATALAN, 3, 1);
        follower(hook(SmallLog.ARABIC), true).advance();
        assertThat(told()).containsExactly("log-2");
        assertThat(state().sequence()).isEqualTo(3);
    }

    @Test
    void nothingIsToldAheadOfWhatIsNotDoneAndThePausesGrowToAnHour() {
        log.publish(SmallLog.CATALAN, 1, 1);
        log.publish(SmallLog.CATALAN, 2, 1);
        server.on("/hook", Answers.status(500));
        ConnectorFollower follower = follower(hook(), true);
        for (long seconds : new long[] {5, 15, 45, 135, 405, 1215, 3600, 3600}) {
            Instant before = clock.instant();
            Instant next = follower.advance().orElseThrow();
            assertThat(Duration.between(before, next).toMillis()).isCloseTo(seconds * 1_000, within(seconds * 100));
            assertThat(follower.advance()).as("it is not tried before").hasValue(next);
            clock.advance(Duration.between(before, next));
        }
        assertThat(told()).hasSize(8).containsOnly("log-1");
        assertThat(state().code()).isEqualTo("SERVER_ERROR");
        server.on("/hook", Answers.status(204));
        assertThat(follower.advance()).isEmpty();
        assertThat(told()).endsWith("log-1", "log-2");
        assertThat(state().failures()).isZero();
    }

    @Test
    void aPauseIsNeverShorterThanTheOtherSideAsks() {
        log.publish(SmallLog.CATALAN, 1, 1);
        server.on("/hook", Answers.status(503, "Retry-After", "7200"));
        Instant next = follower(hook(), true).advance().orElseThrow();
        assertThat(Duration.between(clock.instant(), next)).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void whatIsRefusedFiveTimesIsSetAsideAndTheNextIsTold() {
        log.publish(SmallLog.CATALAN, 1, 1);
        log.publish(SmallLog.CATALAN, 2, 1);
        server.on(
                "/hook",
                Answers.sequence(
                        Answers.status(422),
                        Answers.status(422),
                        Answers.status(422),
                        Answers.status(422),
                        Answers.status(422),
                        Answers.status(204)));
        ConnectorFollower follower = follower(hook(), true);
        Optional<Instant> next = follower.advance();
        while (next.isPresent()) {
            clock.advance(Duration.between(clock.instant(), next.get()));
            next = follower.advance();
        }
        assertThat(told()).containsExactly("log-1", "log-1", "log-1", "log-1", "log-1", "log-2");
        List<SetAside> aside =
                store.read(transaction -> transaction.projections().setAside(NAME));
        assertThat(aside).singleElement().satisfies(entry -> {
            assertThat(entry.sequence()).isEqualTo(1);
            assertThat(entry.code()).isEqualTo("REFUSED");
        });
    }

    @Test
    void whoWantsNothingMoreIsLeftAloneUntilAReplayIsAskedFor() {
        log.publish(SmallLog.CATALAN, 1, 1);
        log.publish(SmallLog.CATALAN, 2, 1);
        server.on("/hook", Answers.sequence(Answers.status(410), Answers.status(204)));
        ConnectorFollower follower = follower(hook(), true);
        follower.advance();
        clock.advance(Duration.ofDays(3_650));
        follower.advance();
        assertThat(told()).containsExactly("log-1");
        assertThat(state().code()).isEqualTo("ENDED");
        assertThat(new Archive(store).replay(NAME, 0)).isTrue();
        assertThat(follower.advance()).isEmpty();
        assertThat(told()).containsExactly("log-1", "log-1", "log-2");
    }

    @Test
    void aReplayTellsTheSameEntriesUnderTheSameNames() {
        log.publish(SmallLog.CATALAN, 1, 1);
        log.publish(SmallLog.CATALAN, 2, 1);
        log.publish(SmallLog.CATALAN, 3, 1);
        ConnectorFollower follower = follower(hook(), true);
        follower.advance();
        new Archive(store).replay(NAME, 1);
        follower.advance();
        assertThat(told()).containsExactly("log-1", "log-2", "log-3", "log-2", "log-3");
    }

    @Test
    void aReplayThatIsAskedForDuringADeliveryIsNotForgotten() {
        log.publish(SmallLog.CATALAN, 1, 1);
        log.publish(SmallLog.CATALAN, 2, 1);
        server.on("/hook", exchange -> {
            if (told().size() == 2) {
                new Archive(store).replay(NAME, 0);
            }
            Answers.status(204).write(exchange);
        });
        assertThat(follower(hook(), true).advance()).isEmpty();
        assertThat(told()).containsExactly("log-1", "log-2", "log-1", "log-2");
    }

    /** As if the power failed after the other side was told and before that was noted. */
    @Test
    void whatWasToldAndNotNotedIsToldOnceMore() {
        log.publish(SmallLog.CATALAN, 1, 1);
        log.publish(SmallLog.CATALAN, 2, 1);
        server.on("/hook", exchange -> {
            store.close();
            Answers.status(204).write(exchange);
        });
        ConnectorFollower killed = follower(hook(), true);
        assertThatThrownBy(killed::advance).isInstanceOf(RuntimeException.class);
        store = Store.open(folder);
        server.on("/hook", Answers.status(204));
        assertThat(follower(hook(), true).advance()).isEmpty();
        assertThat(told()).containsExactly("log-1", "log-1", "log-2");
    }

    /** What was withdrawn meanwhile never appears at a side that is told states. */
    @Test
    void aSideThatIsToldStatesHearsOfEachArticleAsItIsNow() {
        log.publish(SmallLog.CATALAN, 1, 1);
        log.withdraw(SmallLog.CATALAN, 1);
        server.on("/", Answers.ok("application/json", "[]"));
        assertThat(follower(blog(), true).advance()).isEmpty();
        assertThat(server.received())
                .isNotEmpty()
                .allMatch(request -> request.method().equals("GET"));
        assertThat(state().sequence()).isEqualTo(2);
    }

    private List<String> told() {
        return server.received("/hook").stream()
                .flatMap(request -> request.header("webhook-id").stream())
                .toList();
    }

    private Following state() {
        return store.read(transaction -> transaction.projections().find(NAME)).orElseThrow();
    }

    private ConnectorFollower follower(Connector connector, boolean fromBeginning) {
        return new ConnectorFollower(store, connector, fromBeginning, clock, new Random(1));
    }

    private Webhook hook(LanguageTag... editions) {
        return new Webhook(
                NAME, server.address("/hook"), new Secret("secret"), Set.of(editions), SmallLog.api(), courier, clock);
    }

    private WordPress blog() {
        return new WordPress(
                NAME,
                server.address("/"),
                "polywire",
                new Secret("secret"),
                Set.of(),
                new WordPress.Options(Pictures.OMIT, false),
                SmallLog.parcels(),
                courier,
                picture -> Optional.empty(),
                clock);
    }
}
