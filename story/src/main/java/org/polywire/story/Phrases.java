package org.polywire.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The data files of this module: a key, a colon and a value on each line; lines that begin with # are remarks. */
final class Phrases {
    private Phrases() {}

    static Map<String, String> read(String name) {
        Map<String, String> values = new TreeMap<>();
        text(name).lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            int colon = line.indexOf(':');
            values.put(line.substring(0, colon), line.substring(colon + 1).strip());
        });
        return values;
    }

    static List<String> parted(String value, String separator) {
        return List.of(value.split(separator, -1)).stream().map(String::strip).toList();
    }

    private static String text(String name) {
        try (InputStream in = Phrases.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
