package org.polywire.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.polywire.app.ConfigurationReading.Accepted;
import org.polywire.app.ConfigurationReading.Problem;
import org.polywire.app.ConfigurationReading.Rejected;
import org.polywire.check.Checks;
import org.polywire.language.LanguageIdentifier;
import org.polywire.pipeline.Archive;
import org.polywire.translate.Translator;
import picocli.CommandLine.Option;

/** The options that say which newsroom is meant. */
final class ConfigurationOption {
    private static final Path DEFAULT_FILE = Path.of("polywire.yaml");

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "The configuration file (${DEFAULT-VALUE}).",
            defaultValue = "polywire.yaml")
    private Path file = DEFAULT_FILE;

    boolean exists() {
        return Files.exists(file);
    }

    Path file() {
        return file;
    }

    /**
     * @throws CannotGoOn if the file is missing, cannot be read, or is not in order, or the key of a service is not there
     */
    Configuration read() {
        Accepted accepted = accepted();
        if (!accepted.keyless().isEmpty()) {
            throw new CannotGoOn(Exit.CONFIGURATION, words(accepted.keyless()));
        }
        return accepted.configuration();
    }

    /**
     * The same for who asks no service: the keys may be where only the newsroom finds them.
     *
     * @throws CannotGoOn if the file is missing, cannot be read, or is not in order
     */
    Configuration readWithoutKeys() {
        return accepted().configuration();
    }

    /**
     * The same, with what is wrong about keys.
     *
     * @throws CannotGoOn if the file is missing, cannot be read, or is not in order
     */
    Accepted accepted() {
        try {
            return switch (ConfigurationReader.read(file)) {
                case Accepted accepted -> accepted;
                case Rejected(List<Problem> problems) -> throw new CannotGoOn(Exit.CONFIGURATION, words(problems));
            };
        } catch (IOException e) {
            throw new CannotGoOn(
                    Exit.CONFIGURATION,
                    "The configuration " + file + " cannot be read. Name another with -c FILE, or write it;"
                            + " app/README.md has an example and describes every key.");
        }
    }

    /** A line for each, with the file's name. */
    String words(List<Problem> problems) {
        return problems.stream().map(problem -> problem.in(file.toString())).collect(Collectors.joining("\n"));
    }

    /**
     * The translator of the configured newsroom; without a configuration, of this machine's engines.
     *
     * @throws CannotGoOn if there is a configuration and it is not in order
     */
    Translator translator(InstantSource clock) {
        return exists() ? House.translator(read(), clock) : House.translator(clock);
    }

    /**
     * The checks of the configured newsroom; without a configuration, with the policy that comes with the program.
     *
     * @throws CannotGoOn if there is a configuration and it is not in order
     */
    Checks checks(LanguageIdentifier languages) {
        return new Checks(languages, (exists() ? readWithoutKeys().checks() : CheckSettings.DEFAULT).policy());
    }

    /**
     * What the newsroom has done, whether it is at work now or not.
     *
     * @param data the data folder if it was named, else the configuration tells
     * @throws CannotGoOn if no newsroom has ever worked there
     */
    Archive archive(@Nullable Path data) {
        return Archive.open(dataFolder(data));
    }

    /**
     * The folder of a newsroom that has worked before.
     *
     * @param data the data folder if it was named, else the configuration tells; without one it is where {@code follow} works
     * @throws CannotGoOn if no newsroom has ever worked there
     */
    Path dataFolder(@Nullable Path data) {
        boolean plain = data == null && file.equals(DEFAULT_FILE) && !exists();
        Path named = plain ? FollowCommand.DATA : data;
        Path folder = named == null ? readWithoutKeys().data() : named;
        if (!Archive.exists(folder)) {
            throw new CannotGoOn(
                    Exit.ENVIRONMENT,
                    "No newsroom has worked in " + folder
                            + " yet. Name its folder with --data, or start one: ./polywire run");
        }
        return folder;
    }
}
