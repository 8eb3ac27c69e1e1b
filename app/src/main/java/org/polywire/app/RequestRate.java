package org.polywire.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;

/** How many requests each client may make in a minute, counted from its first. Safe to share between threads. */
final class RequestRate {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    /** So many clients are remembered; beyond, the one that began longest ago is forgotten. */
    private static final int MOST_CLIENTS = 10_000;

    private record Window(Instant start, int requests) {}

    private final int perMinute;
    private final InstantSource clock;
    private final LinkedHashMap<String, Window> windows = new LinkedHashMap<>();

    /** @param perMinute 0 for any number */
    RequestRate(int perMinute, InstantSource clock) {
        this.perMinute = perMinute;
        this.clock = clock;
    }

    /**
     * Counts a request.
     *
     * @return how long the client must wait if it was one too many
     */
    synchronized Optional<Duration> tooMany(String client) {
        if (perMinute == 0) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Window window = windows.get(client);
        if (window == null || !now.isBefore(window.start().plus(WINDOW))) {
            begin(client, now);
            return Optional.empty();
        }
        if (window.requests() >= perMinute) {
            return Optional.of(Duration.between(now, window.start().plus(WINDOW)));
        }
        windows.put(client, new Window(window.start(), window.requests() + 1));
        return Optional.empty();
    }

    private void begin(String client, Instant now) {
        windows.remove(client);
        if (windows.size() == MOST_CLIENTS) {
            windows.pollFirstEntry();
        }
        windows.put(client, new Window(now, 1));
    }
}
