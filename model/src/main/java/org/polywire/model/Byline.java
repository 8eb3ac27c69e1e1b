package org.polywire.model;

/** One who made the article. */
public record Byline(String name, Kind kind) {
    public enum Kind {
        PERSON,
        /** An agency, a desk or the outlet itself. */
        ORGANISATION
    }

    public Byline {
        if (name.isBlank()) {
            throw new IllegalArgumentException("blank byline");
        }
    }
}
