package org.polywire.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The keys that clients of the translation server must show; only their SHA-256 hashes are kept. Immutable. */
final class ApiKeys {
    /** None are wanted. */
    static final ApiKeys NONE = new ApiKeys(Set.of());

    private static final int LARGEST_FILE = 1 << 20;
    private static final int SHORTEST = 16;
    private static final int LONGEST = 256;

    private final Set<String> hashes;

    private ApiKeys(Set<String> hashes) {
        this.hashes = hashes;
    }

    /**
     * Reads keys, one a line; lines that begin with {@code #} are comments.
     *
     * @param place {@code env:NAME} or {@code file:PATH}
     * @throws CannotGoOn if there is none, or one that is too short, too long or has spaces in it; no key is in the message
     */
    static ApiKeys from(String place, Map<String, String> environment) {
        Set<String> keys = text(place, environment)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .collect(Collectors.toSet());
        if (keys.isEmpty()) {
            throw new CannotGoOn(Exit.CONFIGURATION, "There is no key in " + place + ". Write one a line.");
        }
        if (!keys.stream().allMatch(ApiKeys::isUsable)) {
            throw new CannotGoOn(
                    Exit.CONFIGURATION,
                    "A key in " + place + " cannot be used. A key has " + SHORTEST + " to " + LONGEST
                            + " letters, digits and signs of ASCII, and no space; try: openssl rand -hex 24");
        }
        return new ApiKeys(keys.stream().map(ApiKeys::hash).collect(Collectors.toUnmodifiableSet()));
    }

    private static boolean isUsable(String key) {
        return key.length() >= SHORTEST
                && key.length() <= LONGEST
                && key.chars().allMatch(character -> character > ' ' && character < 127);
    }

    private static String text(String place, Map<String, String> environment) {
        if (place.startsWith("env:")) {
            return environment.getOrDefault(place.substring("env:".length()), "");
        }
        if (!place.startsWith("file:")) {
            throw new CannotGoOn(
                    Exit.USAGE, "Keys are given as env:NAME or file:PATH, never on the command line itself.");
        }
        Path file = Path.of(place.substring("file:".length()));
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new CannotGoOn(Exit.CONFIGURATION, file + " is larger than " + LARGEST_FILE + " bytes.");
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new CannotGoOn(Exit.CONFIGURATION, "The keys in " + file + " cannot be read: " + e.getMessage());
        }
    }

    boolean areWanted() {
        return !hashes.isEmpty();
    }

    /** By what a client is known that shows a key; empty if the key is none of ours. What is compared are hashes, so the time tells nothing. */
    Optional<String> holder(String key) {
        return Optional.of(hash(key)).filter(hashes::contains);
    }

    private static String hash(String key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
