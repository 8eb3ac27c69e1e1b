package org.polywire.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.polywire.model.SourceId;
import org.polywire.pipeline.SourceHealth.Alarm;
import org.polywire.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at every source's health once an hour, and raises each alarm once, in the log. */
final class Watch {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final Duration ROUND = Duration.ofHours(1);

    private final Store store;
    private final Set<Raised> raised = ConcurrentHashMap.newKeySet();
    private volatile Instant next;

    private record Raised(SourceId source, Alarm alarm) {}

    Watch(Store store, Instant begin) {
        this.store = store;
        next = begin.plus(ROUND);
    }

    void look(Instant now) {
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(ROUND);
        for (SourceHealth health : Archive.health(store, now)) {
            SourceId id = health.source().source().id();
            raised.removeIf(one -> one.source().equals(id) && !health.alarms().contains(one.alarm()));
            health.alarms().stream()
                    .filter(alarm -> raised.add(new Raised(id, alarm)))
                    .forEach(alarm -> LOG.error("source {}: {}", id, alarm.words()));
        }
    }
}
