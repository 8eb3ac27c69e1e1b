package org.polywire.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.polywire.app.Configuration.Network;
import org.polywire.app.ConfigurationReading.Accepted;
import org.polywire.marian.Marian;
import org.polywire.marian.MarianException;
import org.polywire.marian.SelfTest;
import org.polywire.model.Fitness;
import org.polywire.translate.Apertium;
import org.polywire.translate.EnginePair;

/** What {@code doctor} looks at, one after the other; nothing on the machine is changed. */
final class Examination {
    private static final long LEAST_SPACE = 1L << 30;
    private static final int LEAST_JAVA = 21;
    private static final String MODELS = "Neural models";
    private static final String NEURAL =
            "Neural models run in Java alone here, more slowly. They are far faster if Polywire is started with"
                    + " POLYWIRE_JAVA_OPTIONS='--add-modules jdk.incubator.vector -XX:TieredStopAtLevel=4"
                    + " -XX:-TieredCompilation'. Please report what you see.";

    private final ConfigurationOption option;

    Examination(ConfigurationOption option) {
        this.option = option;
    }

    /**
     * What was found.
     *
     * @param fix what to do about it; empty if all is well
     */
    record Result(String what, boolean well, String detail, String fix) {
        static Result well(String what, String detail) {
            return new Result(what, true, detail, "");
        }

        static Result ill(String what, String detail, String fix) {
            return new Result(what, false, detail, fix);
        }

        @Override
        public String toString() {
            return (well ? "✓ " : "✗ ") + what + ": " + detail + (fix.isEmpty() ? "" : "\n    → " + fix);
        }
    }

    List<Result> results() {
        List<Result> results = new ArrayList<>(List.of(java(), packages()));
        results.addAll(engines());
        results.add(neural());
        results.addAll(newsroom());
        results.add(new Rehearsal().result());
        return results;
    }

    /** What only the configured newsroom needs. */
    List<Result> newsroom() {
        List<Result> results = new ArrayList<>();
        Configuration configuration = configuration(results);
        results.addAll(budgets(configuration));
        results.add(space(configuration.data()));
        results.add(port(configuration));
        return results;
    }

    private static Result java() {
        int version = Runtime.version().feature();
        String detail = Runtime.version() + " at " + System.getProperty("java.home");
        return version >= LEAST_JAVA
                ? Result.well("Java", detail)
                : Result.ill("Java", detail, "Install a JDK of version " + LEAST_JAVA + " or newer.");
    }

    private static Result packages() {
        List<String> missing = DebianPackages.missing("demo");
        return missing.isEmpty()
                ? Result.well("Debian packages", "all that the demo uses are installed")
                : Result.ill(
                        "Debian packages",
                        "not installed: " + String.join(", ", missing),
                        DebianPackages.installation(missing));
    }

    /** The pairs that editions use; {@code engines --test} tests all. */
    private static List<Result> engines() {
        try (Apertium apertium = Apertium.installed()) {
            List<EnginePair> pairs = apertium.pairs().stream()
                    .filter(pair -> pair.fitness() == Fitness.NEWS)
                    .toList();
            return pairs.isEmpty()
                    ? List.of(Result.ill(
                            "Translation",
                            "no engine that is fit for news is installed",
                            DebianPackages.installation(DebianPackages.purpose("demo"))))
                    : pairs.stream()
                            .map(apertium::prepare)
                            .map(Examination::engine)
                            .toList();
        }
    }

    private static Result engine(EnginePair pair) {
        String what = "Apertium " + pair.from() + " → " + pair.to();
        return pair.selfTest() == EnginePair.SelfTest.PASSED
                ? Result.well(what, "works")
                : Result.ill(
                        what, pair.detail(), "Reinstall its package if you need this pair; it is not used as it is.");
    }

    /** Needs no model; those that are there are looked at by {@code models verify}. */
    private static Result neural() {
        try {
            return neural(Marian.selfTest());
        } catch (MarianException e) {
            return Result.ill(MODELS, String.valueOf(e.getMessage()), NEURAL);
        }
    }

    static Result neural(SelfTest test) {
        return test.passed()
                ? Result.well(MODELS, test.engine() + " works")
                : Result.ill(MODELS, test.engine() + " makes other numbers than Java alone", NEURAL);
    }

    /** The one in the file, or what it would be without a file. */
    private Configuration configuration(List<Result> results) {
        if (!option.exists()) {
            results.add(Result.well("Configuration", "none at " + option.file() + ", which only ./polywire run needs"));
            return plain(Path.of("data"), Configuration.DEFAULT_PORT);
        }
        try {
            Accepted accepted = option.accepted();
            Configuration configuration = accepted.configuration();
            results.add(Result.well("Configuration", option.file() + " is in order"));
            if (!accepted.keyless().isEmpty()) {
                results.add(Result.ill("Keys of services", option.words(accepted.keyless()), "Mend these lines."));
            }
            results.add(policy(configuration.checks()));
            return configuration;
        } catch (CannotGoOn e) {
            results.add(Result.ill("Configuration", String.valueOf(e.getMessage()), "Mend these lines."));
            return plain(Path.of("data"), Configuration.DEFAULT_PORT);
        }
    }

    private static Result policy(CheckSettings checks) {
        String whose = checks.file() == null ? "that comes with the program" : "in " + checks.file();
        return Result.well("Policy of the checks", "the one " + whose);
    }

    private static List<Result> budgets(Configuration configuration) {
        try {
            return Budget.of(configuration, InstantSource.system()).stream()
                    .map(Examination::budget)
                    .toList();
        } catch (CannotGoOn e) {
            return List.of(Result.ill(
                    "Budget", String.valueOf(e.getMessage()), "No newsroom that asks services starts before."));
        }
    }

    static Result budget(Budget budget) {
        String what = "Budget of " + budget.service();
        return budget.isSpent()
                ? Result.ill(
                        what,
                        budget.words(),
                        "It gets no more until next month: articles take the next way, or wait. Raise"
                                + " \"translation.services.budget\" if it may get more.")
                : Result.well(what, budget.words());
    }

    private static Configuration plain(Path data, int port) {
        return new Configuration(
                "Polywire",
                URI.create("http://localhost:" + port),
                Configuration.DEFAULT_BIND,
                port,
                data,
                "Nobody",
                "nobody@localhost",
                DemoCommand.editions(),
                List.of(),
                Network.DEFAULT);
    }

    private static Result space(Path data) {
        Path folder = Stream.iterate(data.toAbsolutePath(), path -> path != null, Path::getParent)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
        if (!Files.isWritable(folder)) {
            return Result.ill(
                    "Disk", folder + " cannot be written to", "Make it writable, or choose another data folder.");
        }
        try {
            FileStore store = Files.getFileStore(folder);
            String detail = (store.getUsableSpace() >> 20) + " MiB free at " + folder;
            return store.getUsableSpace() >= LEAST_SPACE
                    ? Result.well("Disk", detail)
                    : Result.ill("Disk", detail, "Make room: at least " + (LEAST_SPACE >> 20) + " MiB.");
        } catch (IOException e) {
            return Result.ill("Disk", folder + ": " + e.getMessage(), "Choose another data folder.");
        }
    }

    private static Result port(Configuration configuration) {
        String what = "Port " + configuration.port();
        try (ServerSocket socket =
                new ServerSocket(configuration.port(), 1, InetAddress.getByName(configuration.bind()))) {
            return Result.well(what, "free on " + socket.getInetAddress().getHostName());
        } catch (IOException e) {
            return Result.ill(
                    what,
                    "not free on " + configuration.bind() + ": " + e.getMessage(),
                    "Stop what uses it (perhaps a newsroom of yours), or choose another port.");
        }
    }
}
