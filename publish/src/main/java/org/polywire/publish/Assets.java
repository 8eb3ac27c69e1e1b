package org.polywire.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The files that every page uses. */
record Assets(String stylesheet, String favicon) {

    static Assets load() {
        return new Assets(read("site.css"), read("favicon.svg"));
    }

    /** The part of the stylesheet's address that changes with its content. */
    String stylesheetHash() {
        return Pages.hash(stylesheet.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
    }

    static String read(String name) {
        try (InputStream file = Assets.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing from the class path");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
