package org.polywire.app;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What all commands share: where they write, and that they answer with one of the codes of {@link Exit}. */
public abstract class PolywireCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    /** For results. */
    protected final PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    /** For everything that is said on the way. */
    protected final PrintWriter err() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }

    /** Writes a result as it is. */
    protected final void print(Object text) {
        out().print(text);
        out().flush();
    }
}
