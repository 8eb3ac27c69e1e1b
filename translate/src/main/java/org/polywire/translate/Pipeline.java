package org.polywire.translate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A chain of Apertium's programs that stays up: a block of text goes in, ends with NUL, and its translation comes out, ends
 * with NUL. One request at a time; after any failure it must be closed and thrown away, as its answers may have shifted.
 *
 * <p>The protocol is that of {@code apertium-wblank-mode -z} (Apertium 3.8): the block needs a blank, {@code []}, before its NUL,
 * or the answer is held back until the next request.
 */
final class Pipeline implements AutoCloseable {
    private static final int NUL = 0;
    private static final String END = "[]";
    private static final int KEPT_MESSAGES = 5;
    /** An answer that grows beyond this many times its request, and 64 kB, is a runaway. */
    private static final int MAX_GROWTH = 16;

    private final Process process;
    private final OutputStream in;
    private final InputStream out;
    private final Deque<String> messages = new ArrayDeque<>();

    private boolean fresh = true;

    private Pipeline(Process process) {
        this.process = process;
        this.in = process.getOutputStream();
        this.out = process.getInputStream();
        Thread.ofPlatform().daemon().name("apertium-messages").start(this::drainMessages);
    }

    /**
     * Starts a chain of programs.
     *
     * @param script a shell pipeline; its {@code $1} is the generator's option
     * @throws IOException if there is no shell
     */
    static Pipeline start(String script, Path directory) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", script, "apertium", "-g");
        builder.directory(directory.toFile());
        builder.environment().put("LANG", "C.UTF-8");
        builder.environment().put("LC_ALL", "C.UTF-8");
        return new Pipeline(builder.start());
    }

    private void drainMessages() {
        try (var reader = process.errorReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                remember(line);
            }
        } catch (IOException e) {
            remember(e.toString());
        }
    }

    private void remember(String line) {
        synchronized (messages) {
            if (messages.size() == KEPT_MESSAGES) {
                messages.removeFirst();
            }
            messages.addLast(line);
        }
    }

    /** The last lines that the programs wrote about their troubles. */
    String messages() {
        synchronized (messages) {
            return String.join(" | ", messages);
        }
    }

    /** Whether it has not answered yet. */
    boolean fresh() {
        return fresh;
    }

    boolean alive() {
        return process.isAlive();
    }

    /** The operating system's number of the shell that holds the programs together. */
    long number() {
        return process.pid();
    }

    /**
     * Sends a block and waits for its translation.
     *
     * @param block escaped, without NUL
     * @throws IOException if the programs died, took too long, or sent what was not asked for
     */
    String ask(String block, Duration limit, ScheduledExecutorService timer) throws IOException {
        AtomicBoolean late = new AtomicBoolean();
        ScheduledFuture<?> alarm = timer.schedule(
                () -> {
                    late.set(true);
                    close();
                },
                limit.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            String answer = whole(exchange((block + END + "\0").getBytes(StandardCharsets.UTF_8)));
            fresh = false;
            return answer;
        } catch (IOException e) {
            throw late.get() ? new SlowPipelineException(limit) : e;
        } finally {
            alarm.cancel(false);
        }
    }

    /** The answer without the blank that ended the request; a pipeline that is dying answers without it. */
    private static String whole(String answer) throws IOException {
        if (!answer.endsWith(END)) {
            throw new IOException("half an answer");
        }
        return answer.substring(0, answer.length() - END.length());
    }

    private String exchange(byte[] request) throws IOException {
        if (out.available() > 0) {
            throw new IOException("an answer that nobody asked for");
        }
        in.write(request);
        in.flush();
        byte[] answer = new byte[request.length * 2 + 1_024];
        int size = 0;
        while (size == 0 || answer[size - 1] != NUL) {
            if (size == answer.length) {
                answer = Arrays.copyOf(answer, grown(size, request.length));
            }
            int read = out.read(answer, size, answer.length - size);
            if (read < 0) {
                throw new IOException("the pipeline ended in the middle of a request: " + messages());
            }
            size += read;
        }
        return only(answer, size - 1);
    }

    private static int grown(int size, int request) throws IOException {
        if (size > request * MAX_GROWTH + 65_536) {
            throw new IOException("the answer has no end");
        }
        return size * 2;
    }

    /** What came before the NUL at the end; what came after another NUL would be the answer to no request. */
    private static String only(byte[] answer, int size) throws IOException {
        String text = new String(answer, 0, size, StandardCharsets.UTF_8);
        if (text.indexOf(NUL) >= 0) {
            throw new IOException("an answer that nobody asked for");
        }
        return text;
    }

    /** Ends every program of the chain at once. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** The pipeline did not answer in time. */
    static final class SlowPipelineException extends IOException {
        private static final long serialVersionUID = 1;

        SlowPipelineException(Duration limit) {
            super("no answer within " + limit.toMillis() + " ms");
        }
    }
}
