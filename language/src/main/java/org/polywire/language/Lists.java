package org.polywire.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The data files of this module: a key, a colon and words on each line; lines that begin with # are remarks. */
final class Lists {
    private Lists() {}

    static Map<String, List<String>> read(String name) {
        Map<String, List<String>> lists = new TreeMap<>();
        text(name).lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            int colon = line.indexOf(':');
            String words = line.substring(colon + 1).strip();
            lists.put(line.substring(0, colon), List.of(words.split(" +", -1)));
        });
        return lists;
    }

    private static String text(String name) {
        try (InputStream in = Lists.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
