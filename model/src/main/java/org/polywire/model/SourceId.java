package org.polywire.model;

import java.util.regex.Pattern;

/** The short name of a source, unique within a newsroom: 1 to 64 of {@code a-z0-9-}, such as {@code el-faro}. */
public record SourceId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?");

    /**
     * @throws IllegalArgumentException if the value has another form
     */
    public SourceId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a source's id is made of a-z, 0-9 and - (at most 64 characters), not: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
