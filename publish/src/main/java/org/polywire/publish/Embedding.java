package org.polywire.publish;

import java.util.Locale;

/**
 * How a page elsewhere wants to show an article or a story (oEmbed 1.0, section 2.2).
 *
 * @param width the most pixels that it has room for; likewise {@code height}
 */
public record Embedding(Form form, int width, int height) {
    /** The most that an answer takes, so that no page is asked for more than a card. */
    public static final int WIDEST = 600;

    /** Likewise. */
    public static final int HIGHEST = 240;

    /** A form of answers. */
    public enum Form {
        JSON,
        XML;

        /** As {@code format} has it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Within what can be asked for. */
    public Embedding {
        width = Math.clamp(width, 1, WIDEST);
        height = Math.clamp(height, 1, HIGHEST);
    }
}
