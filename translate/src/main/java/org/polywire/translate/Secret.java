package org.polywire.translate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A key that must not be seen: it comes from the environment or a file, and never appears in logs or error texts. */
public final class Secret {
    private static final int LARGEST = 16_384;

    /** For services that want no key. */
    public static final Secret NONE = new Secret("");

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /**
     * @param place {@code env:NAME} or {@code file:PATH}
     * @param environment of the process
     * @throws IllegalArgumentException if there is no key at that place; the message says which place, and never the key
     */
    public static Secret from(String place, Map<String, String> environment) {
        if (place.startsWith("env:")) {
            return checked(environment.getOrDefault(place.substring(4), ""), place);
        } else if (place.startsWith("file:")) {
            return checked(read(Path.of(place.substring(5)), place), place);
        }
        throw new IllegalArgumentException("a key is given as env:NAME or file:PATH");
    }

    private static String read(Path file, String place) {
        try {
            return Files.size(file) > LARGEST ? "" : Files.readString(file);
        } catch (IOException e) {
            throw new IllegalArgumentException("no key can be read from " + place + ": " + e.getMessage(), e);
        }
    }

    private static Secret checked(String text, String place) {
        String value = text.strip();
        if (value.isEmpty() || !value.chars().allMatch(character -> character > ' ' && character < 127)) {
            throw new IllegalArgumentException("there is no usable key in " + place);
        }
        return new Secret(value);
    }

    boolean isEmpty() {
        return value.isEmpty();
    }

    /** For the one place that sends it. */
    String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return value.isEmpty() ? "no key" : "a key";
    }
}
