package org.polywire.model;

import java.util.List;

/** A run of inline content that is translated as one: a headline, a paragraph, a caption, a cell. */
public record Unit(Place place, Role role, List<Inline> content) {
    public enum Role {
        KICKER,
        HEADLINE,
        STANDFIRST,
        SECTION,
        PARAGRAPH,
        HEADING,
        CAPTION,
        DESCRIPTION,
        CELL
    }

    public Unit {
        content = Inlines.canonical(content);
    }

    public String text() {
        return Inlines.text(content);
    }
}
