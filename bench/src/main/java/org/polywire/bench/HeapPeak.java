package org.polywire.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/**
 * The most of the heap that was in use at one moment. Use grows from one collection to the next, so it is looked at before each. The
 * peaks of the heap's parts, each at its own moment, would add up to more.
 */
final class HeapPeak {
    private final AtomicLong bytes = new AtomicLong();
    private final List<String> parts = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(part -> part.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .toList();

    private HeapPeak() {}

    /** Begins to look, until the process ends. */
    static HeapPeak watched() {
        HeapPeak peak = new HeapPeak();
        ManagementFactory.getGarbageCollectorMXBeans().stream()
                .filter(NotificationEmitter.class::isInstance)
                .map(NotificationEmitter.class::cast)
                .forEach(collector -> collector.addNotificationListener((news, none) -> peak.look(news), null, null));
        return peak;
    }

    private void look(Notification news) {
        if (news.getUserData() instanceof CompositeData data) {
            var before =
                    GarbageCollectionNotificationInfo.from(data).getGcInfo().getMemoryUsageBeforeGc();
            raise(before.entrySet().stream()
                    .filter(part -> parts.contains(part.getKey()))
                    .mapToLong(part -> part.getValue().getUsed())
                    .sum());
        }
    }

    private void raise(long used) {
        bytes.accumulateAndGet(used, Math::max);
    }

    /** Until now. */
    long megabytes() {
        raise(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        return bytes.get() >> 20;
    }
}
