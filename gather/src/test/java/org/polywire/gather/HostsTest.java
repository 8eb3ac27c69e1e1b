package org.polywire.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.polywire.gather.Loopback.config;
import static org.polywire.gather.Loopback.names;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HostsTest {
    private static final Authority PRESS = new Authority("http", "press.example", 80);

    private static Hosts hosts(GatherConfig config) {
        return new Hosts(config, new Guard(config.allowed(), names(Map.of()), Duration.ofSeconds(1), Runnable::run));
    }

    /** By {@link #askForPatience}. */
    private static final Duration ASKED = Duration.ofMillis(300);

    private static Deadline deadline() {
        return Deadline.in(Duration.ofSeconds(10));
    }

    private static GatherConfig patient(Duration patience) {
        GatherConfig usual = config();
        return new GatherConfig(
                usual.version(),
                usual.contact(),
                usual.allowed(),
                usual.delay(),
                usual.crawlDelayCap(),
                patience,
                usual.connectTimeout(),
                usual.pageDeadline(),
                usual.feedDeadline(),
                usual.pageBytes(),
                usual.feedBytes(),
                usual.compressionRatio(),
                usual.redirects(),
                2,
                10);
    }

    @Test
    void afterAFileOfRulesAQuarterOfTheDelayIsEnough() throws InterruptedException {
        Hosts hosts = hosts(config());
        hosts.inTurn(PRESS, deadline(), host -> {
            hosts.answered(host);
            assertThat(host.nanosToWait())
                    .isGreaterThan(config().delay().dividedBy(2).toNanos());
            hosts.toldRules(host);
            assertThat(host.nanosToWait())
                    .isLessThanOrEqualTo(config().delay().dividedBy(4).toNanos());
            return true;
        });
    }

    @Test
    void whatTheHostAsksForIsKeptAlsoAfterItsRules() throws InterruptedException {
        Hosts hosts = hosts(config());
        hosts.inTurn(PRESS, deadline(), host -> {
            long start = System.nanoTime();
            askForPatience(hosts, host);
            assertThat(host.nanosToWait() + System.nanoTime() - start).isGreaterThanOrEqualTo(ASKED.toNanos());
            return true;
        });
    }

    private static void askForPatience(Hosts hosts, Host host) {
        byte[] rules = "User-agent: *\nCrawl-delay: 0.3\n".getBytes(StandardCharsets.UTF_8);
        host.robots =
                new Host.Kept<>(RobotsFile.rules(PRESS, "text/plain", rules).rules(), Instant.EPOCH);
        hosts.toldRules(host);
    }

    @Test
    void oneRequestAtATimeWithTheDelayBetween() throws InterruptedException, ExecutionException {
        Hosts hosts = hosts(config());
        AtomicInteger inside = new AtomicInteger();
        Map<Long, Long> times = new ConcurrentHashMap<>();
        Callable<Optional<Boolean>> visit = () -> hosts.inTurn(PRESS, deadline(), host -> {
            times.put(System.nanoTime(), 0L);
            boolean alone = inside.incrementAndGet() == 1;
            inside.decrementAndGet();
            return alone;
        });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Optional<Boolean>> done : threads.invokeAll(List.of(visit, visit, visit, visit))) {
                assertThat(done.get()).contains(true);
            }
        }
        List<Long> sorted = times.keySet().stream().sorted().toList();
        assertThat(sorted).hasSize(4);
        IntStream.range(1, 4)
                .forEach(i -> assertThat(Duration.ofNanos(sorted.get(i) - sorted.get(i - 1)))
                        .isGreaterThanOrEqualTo(config().delay()));
    }

    @Test
    void allowedHostsWaitForNothing() throws InterruptedException {
        Hosts hosts = hosts(config("press.example"));
        assertThat(hosts.inTurn(PRESS, deadline(), hosts::delay)).contains(Duration.ZERO);
        assertThat(hosts.inTurn(new Authority("http", "other.example", 80), deadline(), hosts::delay))
                .contains(config().delay());
    }

    @Test
    void waitingIsGivenBackToTheDeadline() throws InterruptedException {
        Hosts hosts = hosts(config());
        hosts.inTurn(PRESS, deadline(), host -> {
            askForPatience(hosts, host);
            return true;
        });
        Deadline deadline = Deadline.in(ASKED.minusMillis(10));
        assertThat(hosts.inTurn(PRESS, deadline, host -> !deadline.passed())).contains(true);
    }

    @Test
    void whoWaitsTooLongIsToldSo() throws InterruptedException, ExecutionException {
        Hosts hosts = hosts(patient(Duration.ofMillis(50)));
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Optional<Boolean>> slow = threads.submit(() -> hosts.inTurn(PRESS, deadline(), host -> {
                entered.countDown();
                return awaited(finish);
            }));
            entered.await();
            assertThat(hosts.inTurn(PRESS, deadline(), host -> true)).isEmpty();
            finish.countDown();
            assertThat(slow.get()).contains(true);
        }
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void connectionsAreBoundedOverAllHosts() throws InterruptedException, ExecutionException {
        Hosts hosts = hosts(patient(Duration.ofSeconds(5)));
        AtomicInteger inside = new AtomicInteger();
        List<Callable<Optional<Integer>>> visits = IntStream.range(0, 30)
                .<Callable<Optional<Integer>>>mapToObj(i ->
                        () -> hosts.inTurn(new Authority("http", "h" + i + ".example", 80), deadline(), host -> {
                            int now = inside.incrementAndGet();
                            Thread.yield();
                            inside.decrementAndGet();
                            return now;
                        }))
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Optional<Integer>> done : threads.invokeAll(visits)) {
                assertThat(done.get().orElseThrow()).isBetween(1, 2);
            }
        }
    }

    @Test
    void hostsUnusedForLongestAreForgotten() throws InterruptedException {
        Hosts hosts = hosts(patient(Duration.ofSeconds(5)));
        for (int i = 0; i < 50; i++) {
            assertThat(hosts.inTurn(new Authority("http", "h" + i + ".example", 80), deadline(), host -> true))
                    .contains(true);
        }
        assertThat(hosts.size()).isEqualTo(10);
    }

    @Test
    void anInterruptEndsTheWaiting() throws InterruptedException {
        Hosts hosts = hosts(config());
        assertThat(hosts.inTurn(PRESS, deadline(), host -> true)).contains(true);
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> hosts.inTurn(PRESS, deadline(), host -> true));
        assertThat(hosts.inTurn(PRESS, deadline(), host -> true))
                .as("the turn was given back")
                .contains(true);
    }
}
