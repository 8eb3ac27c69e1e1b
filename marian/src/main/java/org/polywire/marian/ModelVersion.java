package org.polywire.marian;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A catalogue's version of a model, such as {@code 2.1} or {@code 3.0a1}; a letter marks what comes before the release. Numbers are
 * compared as numbers, {@code a} before {@code b} before none.
 */
record ModelVersion(int major, int minor, String stage, int trial, String text) implements Comparable<ModelVersion> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})(?:([ab])(\\d{0,6}))?");

    /** Greater than any letter. */
    private static final String RELEASED = "~";

    static Optional<ModelVersion> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        boolean released = matcher.group(3) == null;
        int trial = released || matcher.group(4).isEmpty() ? 0 : Integer.parseInt(matcher.group(4));
        return Optional.of(new ModelVersion(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                released ? RELEASED : matcher.group(3),
                trial,
                text));
    }

    @Override
    public int compareTo(ModelVersion other) {
        return Comparator.comparingInt(ModelVersion::major)
                .thenComparingInt(ModelVersion::minor)
                .thenComparing(ModelVersion::stage)
                .thenComparingInt(ModelVersion::trial)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return text;
    }
}
