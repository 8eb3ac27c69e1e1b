package org.polywire.extract;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.polywire.model.Article;
import org.polywire.model.Block;
import org.polywire.model.Byline;
import org.polywire.model.Inline;
import org.polywire.model.Inlines;
import org.polywire.samples.Truth;

/** What an article holds, sorted as a {@link Truth} is: texts plain, in reading order. Filled once, by {@link #of}. */
final class Contents {
    private final Article article;
    private final List<String> paragraphs = new ArrayList<>();
    private final List<String> headings = new ArrayList<>();
    private final List<String> items = new ArrayList<>();
    private final List<String> cells = new ArrayList<>();
    private final List<Truth.Link> links = new ArrayList<>();
    private final List<Truth.Picture> pictures = new ArrayList<>();
    private final List<URI> embeds = new ArrayList<>();
    private final List<String> verbatim = new ArrayList<>();

    private Contents(Article article) {
        this.article = article;
    }

    static Contents of(Article article) {
        Contents contents = new Contents(article);
        article.body().forEach(contents::add);
        return contents;
    }

    private void add(Block block) {
        switch (block) {
            case Block.Paragraph(List<Inline> content) -> paragraphs.add(text(content));
            case Block.Heading(int level, List<Inline> content) -> headings.add(text(content));
            case Block.Listing(boolean ordered, List<List<Block>> entries) ->
                entries.forEach(
                        entry -> items.add(entry.stream().map(this::item).collect(Collectors.joining(" "))));
            case Block.Quote(List<Block> content) -> content.forEach(this::add);
            case Block.Figure(Block.Picture picture, List<Inline> caption, String credit) ->
                pictures.add(new Truth.Picture(picture.address(), picture.description(), text(caption), credit));
            case Block.Table(List<Inline> caption, List<List<Block.Cell>> rows) ->
                rows.forEach(row -> row.forEach(cell -> cells.add(text(cell.content()))));
            case Block.Embed(URI target, String provider) -> embeds.add(target);
            case Block.Divider() -> {}
            case Block.Note(Block.Note.Kind kind, List<Inline> content) -> paragraphs.add(text(content));
        }
    }

    private String item(Block block) {
        return block instanceof Block.Paragraph(List<Inline> content) ? text(content) : block.toString();
    }

    /** Jsoup's plain text, which the truth is made of, has a space for a line break and for a no-break space. */
    private String text(List<Inline> content) {
        Inlines.links(content).forEach(link -> links.add(new Truth.Link(plain(link.content()), link.target())));
        verbatim(content);
        return plain(content);
    }

    private static String plain(List<Inline> content) {
        return Inlines.text(content).replace('\n', ' ').replace('\u00a0', ' ');
    }

    private void verbatim(List<Inline> content) {
        for (Inline inline : content) {
            switch (inline) {
                case Inline.Verbatim(String value) -> verbatim.add(value);
                case Inline.Emphasis(List<Inline> inner) -> verbatim(inner);
                case Inline.Strong(List<Inline> inner) -> verbatim(inner);
                case Inline.Link(URI target, List<Inline> inner) -> verbatim(inner);
                case Inline.Text text -> {}
                case Inline.LineBreak lineBreak -> {}
                case Inline.Quoted quoted -> throw new AssertionError(quoted);
            }
        }
    }

    String standfirst() {
        return plain(article.standfirst());
    }

    List<String> bylines() {
        return article.bylines().stream().map(Byline::name).toList();
    }

    boolean beginsWithPicture() {
        return !article.body().isEmpty() && article.body().getFirst() instanceof Block.Figure;
    }

    /** All words that a reader of the body sees, pictures' too. */
    String text() {
        return String.join("\n", paragraphs) + "\n" + headings + items + cells + pictures;
    }

    List<String> paragraphs() {
        return paragraphs;
    }

    List<String> headings() {
        return headings;
    }

    List<String> items() {
        return items;
    }

    List<String> cells() {
        return cells;
    }

    List<Truth.Link> links() {
        return links;
    }

    List<Truth.Picture> pictures() {
        return pictures;
    }

    List<URI> embeds() {
        return embeds;
    }

    List<String> verbatim() {
        return verbatim;
    }
}
