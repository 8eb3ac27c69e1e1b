package org.polywire.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The data files of this module: a key, a colon and values on each line; lines that begin with # are remarks. */
final class Lists {
    private Lists() {}

    static Map<String, List<String>> words(String name) {
        return read(name, " +");
    }

    static Map<String, List<String>> phrases(String name) {
        return read(name, " *; *");
    }

    static Map<String, Set<String>> sets(String name) {
        return words(name).entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
    }

    /** The lines of a file that are no remarks. */
    static Stream<String> lines(String name) {
        return text(name).lines().filter(line -> !line.startsWith("#") && !line.isBlank());
    }

    private static Map<String, List<String>> read(String name, String separator) {
        Map<String, List<String>> lists = new TreeMap<>();
        text(name).lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            int colon = line.indexOf(':');
            String values = line.substring(colon + 1).strip();
            String key = line.substring(0, colon);
            if (lists.put(key, List.of(values.split(separator, -1))) != null) {
                throw new IllegalStateException(name + " has two lines for " + key + ", of which one would be lost");
            }
        });
        return lists;
    }

    static String text(String name) {
        try (InputStream in = Lists.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
