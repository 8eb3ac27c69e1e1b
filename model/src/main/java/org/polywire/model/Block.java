package org.polywire.model;

import java.net.URI;
import java.util.List;

/**
 * One element of an article's body, in reading order.
 *
 * <p>Absent text is an empty list or an empty string; no component is ever null.
 */
public sealed interface Block {
    /** How deeply lists and quotations may stand in one another. */
    int MAX_DEPTH = 8;

    record Paragraph(List<Inline> content) implements Block {
        public Paragraph {
            content = Inlines.canonical(content);
        }
    }

    /** A heading of level 2 to 6; level 1 is the article's headline. */
    record Heading(int level, List<Inline> content) implements Block {
        public Heading {
            if (level < 2 || level > 6) {
                throw new IllegalArgumentException("heading level " + level);
            }
            content = Inlines.canonical(content);
        }
    }

    record Listing(boolean ordered, List<List<Block>> items) implements Block {
        public Listing {
            items = items.stream().map(List::copyOf).toList();
            items.forEach(Blocks::requireShallow);
        }
    }

    record Quote(List<Block> content) implements Block {
        public Quote {
            content = List.copyOf(content);
            Blocks.requireShallow(content);
        }
    }

    /**
     * A picture with its words.
     *
     * @param credit who made the picture, as the source says it; never translated
     */
    record Figure(Picture picture, List<Inline> caption, String credit) implements Block {
        public Figure {
            caption = Inlines.canonical(caption);
        }
    }

    /** A table; rows may differ in length. */
    record Table(List<Inline> caption, List<List<Cell>> rows) implements Block {
        public Table {
            caption = Inlines.canonical(caption);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** Something that plays elsewhere (a video, a post); shown as a link. */
    record Embed(URI target, String provider) implements Block {
        public Embed {
            Absolute.require(target);
        }
    }

    record Divider() implements Block {}

    /** What the makers of the article say about it, apart from the story: it is translated like a paragraph, and shown as what it is. */
    record Note(Kind kind, List<Inline> content) implements Block {
        public enum Kind {
            /** What was wrong or not clear in an earlier version, or was changed since. */
            CORRECTION,
            /** Who worked on it, or from what. */
            PRODUCTION
        }

        public Note {
            content = Inlines.canonical(content);
        }
    }

    /** A cell of a {@link Table}. */
    record Cell(boolean header, List<Inline> content) {
        public Cell {
            content = Inlines.canonical(content);
        }
    }

    /**
     * A picture by its address.
     *
     * @param width in pixels, 0 if unknown; likewise {@code height}
     * @param description what it shows, for those who cannot see it; empty for decoration or where the source has none
     */
    record Picture(URI address, int width, int height, String description) {
        public Picture {
            Absolute.require(address);
            if (width < 0 || height < 0) {
                throw new IllegalArgumentException("picture of " + width + "×" + height);
            }
        }
    }
}
