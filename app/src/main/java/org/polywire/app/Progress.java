package org.polywire.app;

import java.io.PrintWriter;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * How far long work has come: a bar on a terminal, elsewhere a plain line for each further tenth. For one thread.
 */
public final class Progress implements AutoCloseable {
    private static final int STEPS = 10;

    private final String task;
    private final PrintWriter out;
    private final @Nullable ProgressBar bar;
    private long told = -1;

    private Progress(String task, PrintWriter out, @Nullable ProgressBar bar) {
        this.task = task;
        this.out = out;
        this.bar = bar;
    }

    /**
     * @param out for the plain lines
     */
    public static Progress of(String task, PrintWriter out) {
        return new Progress(task, out, isTerminal() ? bar(task) : null);
    }

    /** Whether somebody is looking; the launcher lets Java say so truly ({@code jdk.console=java.base}). */
    static boolean isTerminal() {
        return System.console() != null;
    }

    @AllowForbidden(reason = "the bar is drawn on the terminal itself")
    private static ProgressBar bar(String task) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setConsumer(new ConsoleProgressBarConsumer(System.err))
                .hideEta()
                .build();
    }

    /** Says how much is done; both numbers may grow. */
    public void to(long done, long total) {
        if (bar != null) {
            bar.maxHint(total).stepTo(done);
        } else if (total > 0 && done * STEPS / total > told) {
            told = done * STEPS / total;
            out.println(task + ": " + done + " of " + total);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
