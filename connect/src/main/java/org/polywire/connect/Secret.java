package org.polywire.connect;

import java.nio.charset.StandardCharsets;

/** Something that must not be written down; its text shows nothing of it. */
public record Secret(String value) {
    /**
     * @throws IllegalArgumentException if it is blank
     */
    public Secret {
        if (value.isBlank()) {
            throw new IllegalArgumentException("an empty secret");
        }
    }

    byte[] bytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "***";
    }
}
