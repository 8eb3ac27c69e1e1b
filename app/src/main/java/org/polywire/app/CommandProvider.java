package org.polywire.app;

/**
 * A command that another module adds to the command line, found with {@link java.util.ServiceLoader}. So the bench can depend
 * on everything, and nothing depends on the bench.
 */
public interface CommandProvider {
    /** An object with picocli's {@code @Command}; its own sub-commands come with it. */
    Object command();
}
