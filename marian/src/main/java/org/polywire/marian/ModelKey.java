package org.polywire.marian;

import java.util.Locale;
import java.util.Optional;

/**
 * What a model translates from and to.
 *
 * @param from a BCP 47 tag such as {@code zh-Hans}
 */
public record ModelKey(String from, String to) implements Comparable<ModelKey> {
    private static final String TAG = "[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?";

    /**
     * @throws IllegalArgumentException if a tag is not of the plain form that catalogues use; so that it is safe as a file's name
     */
    public ModelKey {
        if (!from.matches(TAG) || !to.matches(TAG) || from.equals(to)) {
            throw new IllegalArgumentException("a pair of languages: " + from + ", " + to);
        }
    }

    /** Reads a pair such as {@code en-es} or {@code en-zh-Hans}; empty if it is none. */
    public static Optional<ModelKey> parse(String text) {
        for (int dash = text.indexOf('-'); dash > 0; dash = text.indexOf('-', dash + 1)) {
            String from = text.substring(0, dash);
            String to = text.substring(dash + 1);
            boolean script = !to.isEmpty() && Character.isUpperCase(to.charAt(0));
            if (!script && from.matches(TAG) && to.matches(TAG) && !from.equals(to)) {
                return Optional.of(new ModelKey(from, to));
            }
        }
        return Optional.empty();
    }

    @Override
    public int compareTo(ModelKey other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s-%s", from, to);
    }
}
