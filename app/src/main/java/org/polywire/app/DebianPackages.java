package org.polywire.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The Debian packages that Polywire uses; the launcher reads the same list and installs them. */
final class DebianPackages {
    private static final String LIST = "debian-packages";
    private static final Path INSTALLED = Path.of("/var/lib/dpkg/info");

    private DebianPackages() {}

    /** Those for a purpose: {@code demo} or {@code test}. */
    static List<String> purpose(String purpose) {
        return text().lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\\s+"))
                .filter(words -> words[1].equals(purpose))
                .map(words -> words[0])
                .toList();
    }

    static List<String> missing(String purpose) {
        return purpose(purpose).stream().filter(name -> !installed(name)).toList();
    }

    static String installation(List<String> names) {
        return "sudo apt-get update && sudo apt-get install " + String.join(" ", names);
    }

    private static boolean installed(String name) {
        return Files.exists(INSTALLED.resolve(name + ".list")) || Files.exists(INSTALLED.resolve(name + ":amd64.list"));
    }

    private static String text() {
        try (InputStream stream = Objects.requireNonNull(DebianPackages.class.getResourceAsStream(LIST))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
