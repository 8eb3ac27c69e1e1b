package org.polywire.extract;

import java.util.List;

/**
 * A page as the classifier of its pieces sees it, for training: its pieces of text in reading order.
 */
public record Specimen(List<Part> parts) {
    public Specimen {
        parts = List.copyOf(parts);
    }

    /**
     * A piece of text.
     *
     * @param text as one line
     * @param kept whether the rules alone would keep it
     * @param inDoubt whether the classifier may keep it as text; the rules alone drop the others or keep them as notes
     * @param features in the order of {@link #features()}
     */
    public record Part(String text, boolean kept, boolean inDoubt, float[] features) {}

    /** The names of the features. */
    public static List<String> features() {
        return Features.names();
    }
}
