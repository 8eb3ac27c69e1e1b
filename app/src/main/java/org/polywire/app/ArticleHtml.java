package org.polywire.app;

import com.ibm.icu.util.ULocale;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;
import org.polywire.model.Article;
import org.polywire.model.Block;
import org.polywire.model.Block.Cell;
import org.polywire.model.Block.Divider;
import org.polywire.model.Block.Embed;
import org.polywire.model.Block.Figure;
import org.polywire.model.Block.Heading;
import org.polywire.model.Block.Listing;
import org.polywire.model.Block.Note;
import org.polywire.model.Block.Paragraph;
import org.polywire.model.Block.Picture;
import org.polywire.model.Block.Quote;
import org.polywire.model.Block.Table;
import org.polywire.model.Byline;
import org.polywire.model.Inline;
import org.polywire.model.Inline.Emphasis;
import org.polywire.model.Inline.LineBreak;
import org.polywire.model.Inline.Link;
import org.polywire.model.Inline.Quoted;
import org.polywire.model.Inline.Strong;
import org.polywire.model.Inline.Text;
import org.polywire.model.Inline.Verbatim;
import org.polywire.model.LanguageTag;

/** An article as plain HTML: a document that holds nothing but the article. */
final class ArticleHtml {
    private ArticleHtml() {}

    static String of(Article article) {
        Document document = Document.createShell(article.address().toString());
        document.prependChild(new DocumentType("html", "", ""));
        document.outputSettings().prettyPrint(false);
        document.expectFirst("html")
                .attr("lang", article.language().value())
                .attr("dir", ULocale.forLanguageTag(article.language().value()).isRightToLeft() ? "rtl" : "ltr");
        document.title(article.headline());
        document.charset(StandardCharsets.UTF_8);
        Element main = document.body().appendElement("article");
        main.appendElement("h1").text(article.headline());
        if (!article.standfirst().isEmpty()) {
            fill(main.appendElement("p"), article.standfirst());
        }
        if (!article.bylines().isEmpty()) {
            main.appendElement("p")
                    .text(article.bylines().stream().map(Byline::name).collect(Collectors.joining(", ")));
        }
        article.body().forEach(block -> add(block, main));
        return document.outerHtml() + "\n";
    }

    /** The content of one run of text, as it stands inside its element. */
    static String of(List<Inline> content) {
        Document document = Document.createShell("");
        document.outputSettings().prettyPrint(false);
        fill(document.body(), content);
        return document.body().html();
    }

    private static void add(Block block, Element parent) {
        switch (block) {
            case Paragraph(List<Inline> content) -> fill(parent.appendElement("p"), content);
            case Heading(int level, List<Inline> content) -> fill(parent.appendElement("h" + level), content);
            case Listing(boolean ordered, List<List<Block>> items) -> {
                Element list = parent.appendElement(ordered ? "ol" : "ul");
                items.forEach(item -> addAll(item, list.appendElement("li")));
            }
            case Quote(List<Block> content) -> addAll(content, parent.appendElement("blockquote"));
            case Figure figure -> add(figure, parent.appendElement("figure"));
            case Table(List<Inline> caption, List<List<Cell>> rows) -> {
                Element table = parent.appendElement("table");
                if (!caption.isEmpty()) {
                    fill(table.appendElement("caption"), caption);
                }
                rows.forEach(row -> addRow(row, table.appendElement("tr")));
            }
            case Embed(var target, String provider) ->
                parent.appendElement("p")
                        .appendElement("a")
                        .attr("href", target.toString())
                        .text(provider);
            case Divider() -> parent.appendElement("hr");
            case Note(Note.Kind kind, List<Inline> content) ->
                fill(parent.appendElement("p").appendElement("small"), content);
        }
    }

    private static void addAll(List<Block> blocks, Element parent) {
        blocks.forEach(block -> add(block, parent));
    }

    private static void add(Figure figure, Element parent) {
        Picture picture = figure.picture();
        parent.appendElement("img").attr("src", picture.address().toString()).attr("alt", picture.description());
        Element words = parent.appendElement("figcaption");
        fill(words, figure.caption());
        if (!figure.credit().isBlank()) {
            words.appendText(" ").appendElement("small").text(figure.credit());
        }
    }

    private static void addRow(List<Cell> cells, Element row) {
        cells.forEach(cell -> fill(row.appendElement(cell.header() ? "th" : "td"), cell.content()));
    }

    private static void quote(Element parent, LanguageTag language, List<Inline> words) {
        Element isolated = parent.appendText("[" + language + ": ").appendElement("bdi");
        fill(isolated.attr("lang", language.value()), words);
        parent.appendText("]");
    }

    private static void fill(Element parent, List<Inline> content) {
        for (Inline inline : content) {
            switch (inline) {
                case Text(String value) -> parent.appendText(value);
                case Emphasis(List<Inline> inner) -> fill(parent.appendElement("em"), inner);
                case Strong(List<Inline> inner) -> fill(parent.appendElement("strong"), inner);
                case Link(var target, List<Inline> inner) ->
                    fill(parent.appendElement("a").attr("href", target.toString()), inner);
                case Verbatim(String value) -> parent.appendElement("code").text(value);
                case LineBreak() -> parent.appendElement("br");
                case Quoted(var language, List<Inline> inner) -> quote(parent, language, inner);
            }
        }
    }
}
