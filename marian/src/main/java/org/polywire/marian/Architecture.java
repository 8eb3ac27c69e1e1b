package org.polywire.marian;

import java.util.Locale;
import java.util.Optional;

/** The published sizes of models, the preferred first: where there is a choice, quality goes before speed. */
public enum Architecture {
    BASE_MEMORY,
    TINY,
    BASE;

    static Optional<Architecture> parse(String text) {
        for (Architecture one : values()) {
            if (one.toString().equals(text)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** As catalogues write it, such as {@code base-memory}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
