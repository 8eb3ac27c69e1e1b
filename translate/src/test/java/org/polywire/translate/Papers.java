package org.polywire.translate;

import java.net.URI;
import java.util.List;
import org.polywire.model.Article;
import org.polywire.model.Block;
import org.polywire.model.Edition;
import org.polywire.model.Fitness;
import org.polywire.model.Inline;
import org.polywire.model.Inline.Emphasis;
import org.polywire.model.Inline.LineBreak;
import org.polywire.model.Inline.Link;
import org.polywire.model.Inline.Quoted;
import org.polywire.model.Inline.Strong;
import org.polywire.model.Inline.Text;
import org.polywire.model.Inline.Verbatim;
import org.polywire.model.LanguageTag;
import org.polywire.model.Outlet;

/** Articles for the tests, and a short way to write and to read inline content. */
final class Papers {
    private Papers() {}

    static Inline text(String text) {
        return new Text(text);
    }

    static Inline em(Inline... content) {
        return new Emphasis(List.of(content));
    }

    static Inline strong(Inline... content) {
        return new Strong(List.of(content));
    }

    static Inline link(String path, Inline... content) {
        return new Link(URI.create("https://example.org/" + path), List.of(content));
    }

    /** Inline content as one would read it: {@code <em>}, {@code <b>}, {@code <a path>}, {@code `code`}. */
    static String show(List<Inline> content) {
        StringBuilder text = new StringBuilder();
        content.forEach(inline -> text.append(show(inline)));
        return text.toString();
    }

    private static String show(Inline inline) {
        return switch (inline) {
            case Text(String value) -> value;
            case Verbatim(String value) -> "`" + value + "`";
            case LineBreak() -> "<br>";
            case Quoted quoted -> show(quoted.spelt());
            case Emphasis(List<Inline> content) -> "<em>" + show(content) + "</em>";
            case Strong(List<Inline> content) -> "<b>" + show(content) + "</b>";
            case Link(URI target, List<Inline> content) ->
                "<a " + target.getPath().substring(1) + ">" + show(content) + "</a>";
        };
    }

    static Article article(String language, String headline, Block... body) {
        return Article.of(
                URI.create("https://diario.example/noticia"),
                new Outlet("Diario de Ejemplo", URI.create("https://diario.example/")),
                new LanguageTag(language),
                headline,
                List.of(body));
    }

    static Block paragraph(Inline... content) {
        return new Block.Paragraph(List.of(content));
    }

    static Edition edition(String language, Fitness floor, boolean originals) {
        return new Edition(new LanguageTag(language), language, floor, originals);
    }
}
