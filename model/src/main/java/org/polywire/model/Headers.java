package org.polywire.model;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The header fields of an HTTP message: names in lower case, values in the order of the message. */
public record Headers(Map<String, List<String>> fields) {
    public static final Headers NONE = new Headers(Map.of());

    public Headers {
        Map<String, List<String>> copy = new TreeMap<>();
        fields.forEach(
                (name, values) -> copy.merge(name.toLowerCase(Locale.ROOT), List.copyOf(values), Headers::concatenate));
        fields = Collections.unmodifiableMap(copy);
    }

    private static List<String> concatenate(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** The first value of a field, whatever the case of its name. */
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    public List<String> all(String name) {
        return fields.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }
}
