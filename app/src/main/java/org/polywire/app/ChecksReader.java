package org.polywire.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.polywire.check.Policy;
import org.polywire.check.PolicyReading;
import org.polywire.check.PolicyReading.Accepted;
import org.polywire.check.PolicyReading.Rejected;
import org.polywire.model.Edition;
import org.polywire.model.LanguageTag;

/** Reads the part of {@code polywire.yaml} that says what the checks ask of a translation. */
final class ChecksReader {
    /** The largest policy that is read, in bytes; the one that comes with the program has two thousand. */
    static final int LARGEST_FILE = 1 << 16;

    private final Path folder;
    private final List<Edition> editions;

    /**
     * @param folder that relative files are in
     * @param editions that a policy may name
     */
    ChecksReader(Path folder, List<Edition> editions) {
        this.folder = folder;
        this.editions = editions;
    }

    CheckSettings read(Section section) {
        return section.optional("policy", Form.file(folder))
                .map(file -> new CheckSettings(policy(section, file), file))
                .orElse(CheckSettings.DEFAULT);
    }

    private Policy policy(Section section, Path file) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                section.reject("policy", file + " is larger than " + LARGEST_FILE + " bytes", "Make it smaller");
                return Policy.standard();
            }
            return policy(section, file, PolicyReading.of(Files.readAllLines(file), this::isKnown));
        } catch (IOException e) {
            section.reject(
                    "policy",
                    "the policy " + file + " cannot be read as UTF-8",
                    "Name another file, or make it: \"./polywire policy > " + file.getFileName()
                            + "\" writes the one that comes with the program");
            return Policy.standard();
        }
    }

    /** What is wrong in the file is told with its place there. */
    private static Policy policy(Section section, Path file, PolicyReading reading) {
        return switch (reading) {
            case Accepted(Policy policy) -> policy;
            case Rejected(List<PolicyReading.Problem> problems) -> {
                problems.forEach(problem ->
                        section.reject("policy", file + ":" + problem.line() + ": " + problem.what(), problem.fix()));
                yield Policy.standard();
            }
        };
    }

    private boolean isKnown(LanguageTag language) {
        return editions.stream()
                .map(Edition::language)
                .anyMatch(edition ->
                        edition.equals(language) || edition.language().equals(language.value()));
    }
}
