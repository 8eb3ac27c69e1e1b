package org.polywire.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/**
 * Processor time of this process so far.
 *
 * @param all of every thread, the compiler's and the collector's included
 * @param servers of the threads of simulated servers
 * @param scheduling of the scheduler's threads that choose what is due, without those that do it
 */
record ProcessorTime(Duration all, Duration servers, Duration scheduling) {
    static final ProcessorTime NONE = new ProcessorTime(Duration.ZERO, Duration.ZERO, Duration.ZERO);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    static ProcessorTime now(Collection<Thread> servers) {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new ProcessorTime(
                Duration.ofNanos(system.getProcessCpuTime()),
                sum(servers.stream().mapToLong(Thread::threadId)),
                sum(named(ProcessorTime::isScheduler)));
    }

    /** db-scheduler's own names; those of its pool do the work itself. */
    private static boolean isScheduler(String name) {
        return name.startsWith("db-scheduler-") && !name.startsWith("db-scheduler-pool");
    }

    private static LongStream named(Predicate<String> name) {
        return LongStream.of(THREADS.getAllThreadIds()).filter(id -> {
            ThreadInfo thread = THREADS.getThreadInfo(id);
            return thread != null && name.test(thread.getThreadName());
        });
    }

    /** Those that have ended say −1. */
    private static Duration sum(LongStream threads) {
        return Duration.ofNanos(
                threads.map(THREADS::getThreadCpuTime).filter(time -> time > 0).sum());
    }

    ProcessorTime minus(ProcessorTime before) {
        return new ProcessorTime(
                all.minus(before.all), servers.minus(before.servers), scheduling.minus(before.scheduling));
    }

    /** All but the servers'. */
    Duration own() {
        return all.minus(servers);
    }

    /** The most memory that this process ever held, in MB; 0 where the system does not say. */
    static long peakMegabytes() {
        return megabytes("VmHWM");
    }

    /** The memory that this process holds, in MB; 0 where the system does not say. */
    static long residentMegabytes() {
        return megabytes("VmRSS");
    }

    private static long megabytes(String field) {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith(field))
                            .map(line -> line.replaceAll("\\D", ""))
                            .mapToLong(Long::parseLong)
                            .findFirst()
                            .orElse(0)
                    / 1024;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
