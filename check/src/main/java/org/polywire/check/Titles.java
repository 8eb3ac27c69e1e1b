package org.polywire.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.polywire.model.Inline;
import org.polywire.model.Inlines;

/** Where a translation has the titles of books and films: what both texts set in italics in the same few words, which stays as it is. Immutable. */
final class Titles {
    /** Words of a title; more in italics is a text, and is translated. The longest of the sample press has five. */
    private static final int MOST_WORDS = 8;

    /** A piece of a text in italics. */
    private record Italics(String text, int start) {
        boolean holds(Word word) {
            return word.start() >= start && word.end() <= start + text.length();
        }
    }

    private static final Titles NONE = new Titles(List.of());

    private final List<Italics> titles;

    private Titles(List<Italics> titles) {
        this.titles = titles;
    }

    static Titles of(UnitPair unit) {
        Set<String> original =
                italics(unit.sourceContent()).stream().map(Italics::text).collect(Collectors.toSet());
        return original.isEmpty()
                ? NONE
                : new Titles(italics(unit.targetContent()).stream()
                        .filter(italics -> original.contains(italics.text())
                                && Word.of(italics.text()).size() <= MOST_WORDS)
                        .toList());
    }

    /** Whether a word of the translation stands in a title. */
    boolean hold(Word word) {
        return titles.stream().anyMatch(title -> title.holds(word));
    }

    private static List<Italics> italics(List<Inline> content) {
        List<Italics> found = new ArrayList<>();
        collect(content, 0, found);
        return found;
    }

    private static void collect(List<Inline> content, int start, List<Italics> found) {
        int at = start;
        for (Inline inline : content) {
            String text = Inlines.text(List.of(inline));
            switch (inline) {
                case Inline.Emphasis emphasis -> found.add(new Italics(text, at));
                case Inline.Strong strong -> collect(strong.content(), at, found);
                case Inline.Link link -> collect(link.content(), at, found);
                case Inline.Text words -> {}
                case Inline.Verbatim verbatim -> {}
                case Inline.LineBreak lineBreak -> {}
                case Inline.Quoted quoted -> {}
            }
            at += text.length();
        }
    }
}
