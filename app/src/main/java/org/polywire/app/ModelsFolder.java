package org.polywire.app;

import java.nio.file.Path;
import java.util.Map;

/** Where this user's translation models are kept: one folder for all newsrooms, as models are large. */
final class ModelsFolder {
    private static final String CHOSEN = "POLYWIRE_MODELS";

    private ModelsFolder() {}

    /** The folder that {@code POLYWIRE_MODELS} names, else the one for programs' data (XDG Base Directory Specification). */
    static Path of(Map<String, String> environment, Path home) {
        String chosen = environment.getOrDefault(CHOSEN, "");
        if (!chosen.isBlank()) {
            return Path.of(chosen);
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        Path base = data.isBlank() ? home.resolve(".local/share") : Path.of(data);
        return base.resolve("polywire").resolve("models");
    }

    static Path ofThisUser() {
        return of(System.getenv(), Path.of(System.getProperty("user.home", ".")));
    }
}
