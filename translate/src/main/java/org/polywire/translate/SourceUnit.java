package org.polywire.translate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polywire.model.Article;
import org.polywire.model.Place;
import org.polywire.model.Unit;

/** A unit of an article with its text and its lines, which several readers need and one makes for all. Safe to share between threads. */
final class SourceUnit {
    private final Unit unit;
    private final String text;
    private @Nullable List<MarkedLine> lines;

    private SourceUnit(Unit unit) {
        this.unit = unit;
        this.text = unit.text();
    }

    static List<SourceUnit> of(Article article) {
        return article.units().stream().map(SourceUnit::new).toList();
    }

    Unit unit() {
        return unit;
    }

    Place place() {
        return unit.place();
    }

    String text() {
        return text;
    }

    synchronized List<MarkedLine> lines() {
        if (lines == null) {
            lines = MarkedText.lines(unit.content());
        }
        return lines;
    }

    /** The lines of a piece of it, or of all of it. */
    List<MarkedLine> lines(Precedents.Part part) {
        return part.unit() == unit ? lines() : MarkedText.lines(part.unit().content());
    }
}
