package org.polywire.gather;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Lets one request at a time go to each authority, with the delay it is owed in between, and bounds how many go at all.
 *
 * <p>Safe to share between threads; waiting does not pin a virtual thread. Hosts that were not used for longest are forgotten
 * when there are too many, but never one that is in use.
 */
final class Hosts {
    private static final int RULES_SOONER = 4;

    private final GatherConfig config;
    private final Guard guard;
    private final Semaphore connections;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Authority, Host> table = new LinkedHashMap<>(16, 0.75f, true);

    Hosts(GatherConfig config, Guard guard) {
        this.config = config;
        this.guard = guard;
        connections = new Semaphore(config.connections(), true);
    }

    /**
     * Does the work when it is its turn; time spent waiting is given back to the deadline.
     *
     * @return empty if the turn did not come within the configured patience
     * @throws InterruptedException if interrupted while waiting
     */
    <T> Optional<T> inTurn(Authority authority, Deadline deadline, Function<Host, T> work) throws InterruptedException {
        Host host = enter(authority);
        long start = System.nanoTime();
        try {
            if (!host.turn.tryLock(config.patience().toNanos(), TimeUnit.NANOSECONDS)) {
                return Optional.empty();
            }
            try {
                return afterDelay(host, start, deadline, work);
            } finally {
                host.turn.unlock();
            }
        } finally {
            leave(host);
        }
    }

    private <T> Optional<T> afterDelay(Host host, long start, Deadline deadline, Function<Host, T> work)
            throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(host.nanosToWait());
        connections.acquire();
        try {
            deadline.postpone(System.nanoTime() - start);
            return Optional.of(work.apply(host));
        } finally {
            connections.release();
            answered(host);
        }
    }

    /**
     * For a turn in which several requests are made, such as for robots.txt and then for a page: waits until the host may be asked
     * again. An interrupt ends the waiting.
     */
    void pace(Host host, Deadline deadline) {
        long start = System.nanoTime();
        while (host.nanosToWait() > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(host.nanosToWait());
        }
        deadline.postpone(System.nanoTime() - start);
    }

    /** Notes that the host has just answered. */
    void answered(Host host) {
        host.next = System.nanoTime() + delay(host).toNanos();
    }

    /**
     * Notes that the host has just answered with a file of rules. These are small and made to be read before anything else, so a
     * quarter of our own delay is enough after them; what the host itself asks for is kept in full.
     */
    void toldRules(Host host) {
        Duration own = ownDelay(host).dividedBy(RULES_SOONER);
        Duration asked = askedDelay(host);
        host.next = System.nanoTime() + (asked.compareTo(own) > 0 ? asked : own).toNanos();
    }

    /** How long the host is left alone after a request. */
    Duration delay(Host host) {
        Duration own = ownDelay(host);
        Duration asked = askedDelay(host);
        return asked.compareTo(own) > 0 ? asked : own;
    }

    private Duration ownDelay(Host host) {
        return guard.allows(host.authority.host(), host.authority.port()) ? Duration.ZERO : config.delay();
    }

    private Duration askedDelay(Host host) {
        Duration asked = host.crawlDelay();
        return asked.compareTo(config.crawlDelayCap()) > 0 ? config.crawlDelayCap() : asked;
    }

    private Host enter(Authority authority) {
        lock.lock();
        try {
            Host host = table.computeIfAbsent(authority, Host::new);
            host.users++;
            forgetSurplus();
            return host;
        } finally {
            lock.unlock();
        }
    }

    private void leave(Host host) {
        lock.lock();
        try {
            host.users--;
        } finally {
            lock.unlock();
        }
    }

    private void forgetSurplus() {
        Iterator<Host> eldestFirst = table.values().iterator();
        while (table.size() > config.hosts() && eldestFirst.hasNext()) {
            if (eldestFirst.next().users == 0) {
                eldestFirst.remove();
            }
        }
    }

    int size() {
        lock.lock();
        try {
            return table.size();
        } finally {
            lock.unlock();
        }
    }
}
