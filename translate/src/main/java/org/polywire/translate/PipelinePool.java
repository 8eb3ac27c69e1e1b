package org.polywire.translate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The pipelines of one script: started when needed, up to a number, and closed when they have been idle for long. Safe to share
 * between threads.
 */
final class PipelinePool implements AutoCloseable {
    /** How long a request may wait for a pipeline to become free. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /**
     * How long an answer may take.
     *
     * @param least for any answer, without what its length adds
     * @param start added for the first answer of a pipeline, which loads its dictionaries on a machine that may be busy
     */
    record Limits(Duration least, Duration start) {
        static final Limits DEFAULT = new Limits(Duration.ofSeconds(3), Duration.ofSeconds(20));

        Duration forAnswer(int characters, boolean first) {
            Duration limit = least.plusMillis(characters * 1000L / CHARACTERS_PER_SECOND);
            return first ? limit.plus(start) : limit;
        }
    }

    private static final int CHARACTERS_PER_SECOND = 10_000;

    private record Idle(Pipeline pipeline, Instant since) {}

    private final String script;
    private final Path directory;
    private final Semaphore free;
    private final ScheduledExecutorService timer;
    private final InstantSource clock;
    private final Limits limits;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Idle> idle = new ArrayDeque<>();
    private final Set<Pipeline> busy = new HashSet<>();
    private final Set<Pipeline> outdated = new HashSet<>();
    private boolean closed;

    PipelinePool(
            String script,
            Path directory,
            int size,
            ScheduledExecutorService timer,
            InstantSource clock,
            Limits limits) {
        this.script = script;
        this.directory = directory;
        this.free = new Semaphore(size);
        this.timer = timer;
        this.clock = clock;
        this.limits = limits;
    }

    /**
     * Sends a block to a pipeline. A pipeline that fails is replaced and the request repeated, once.
     *
     * @throws IOException if it failed twice; an answer without letters to a block with letters is a failure
     */
    String ask(String block) throws IOException {
        acquire();
        try {
            return askOnce(block);
        } catch (IOException first) {
            return askOnce(block);
        } finally {
            free.release();
        }
    }

    private void acquire() throws IOException {
        try {
            if (!free.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new Pipeline.SlowPipelineException(PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private String askOnce(String block) throws IOException {
        Pipeline pipeline = take();
        boolean sound = false;
        try {
            String answer = pipeline.ask(block, limits.forAnswer(block.length(), pipeline.fresh()), timer);
            if (Words.hasLetter(block) && !Words.hasLetter(answer)) {
                throw new IOException("an answer without a letter");
            }
            sound = true;
            return answer;
        } finally {
            putBack(pipeline, sound);
        }
    }

    private Pipeline take() throws IOException {
        lock.lock();
        try {
            if (closed) {
                throw new IOException("the engine was closed");
            }
            Pipeline pipeline = idleOrNew();
            busy.add(pipeline);
            return pipeline;
        } finally {
            lock.unlock();
        }
    }

    private Pipeline idleOrNew() throws IOException {
        while (!idle.isEmpty()) {
            Pipeline pipeline = idle.removeLast().pipeline();
            if (pipeline.alive()) {
                return pipeline;
            }
            pipeline.close();
        }
        return Pipeline.start(script, directory);
    }

    private void putBack(Pipeline pipeline, boolean sound) {
        lock.lock();
        try {
            busy.remove(pipeline);
            boolean current = !outdated.remove(pipeline);
            if (sound && current && !closed) {
                idle.addLast(new Idle(pipeline, clock.instant()));
            } else {
                pipeline.close();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Closes the pipelines that nobody has used since. */
    void closeIdleSince(Instant instant) {
        lock.lock();
        try {
            idle.removeIf(entry -> {
                boolean old = !entry.since().isAfter(instant);
                if (old) {
                    entry.pipeline().close();
                }
                return old;
            });
        } finally {
            lock.unlock();
        }
    }

    /** Pipelines that are up now answer no more requests than those that they are at. */
    void renew() {
        lock.lock();
        try {
            idle.forEach(entry -> entry.pipeline().close());
            idle.clear();
            outdated.addAll(busy);
        } finally {
            lock.unlock();
        }
    }

    /** The pipelines that are up, idle ones first. */
    List<Pipeline> pipelines() {
        lock.lock();
        try {
            List<Pipeline> all =
                    new ArrayList<>(idle.stream().map(Idle::pipeline).toList());
            all.addAll(busy);
            return all;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            pipelines().forEach(Pipeline::close);
            idle.clear();
        } finally {
            lock.unlock();
        }
    }
}
