package org.polywire.app;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import org.polywire.model.Block.Quote;
import org.polywire.model.Block.Table;
import org.polywire.model.Byline;
import org.polywire.model.Inline;
import org.polywire.model.Inlines;

/** An article as plain text: headline, standfirst, bylines, then the body, a blank line between two blocks. */
final class ArticleText {
    private ArticleText() {}

    static String of(Article article) {
        String head = join("\n", List.of(article.kicker(), article.headline()));
        String bylines = article.bylines().stream().map(Byline::name).collect(Collectors.joining(", "));
        return join("\n\n", List.of(head, words(article.standfirst()), bylines, blocks(article.body()))) + "\n";
    }

    private static String blocks(List<Block> blocks) {
        return join("\n\n", blocks.stream().map(ArticleText::block).toList());
    }

    private static String block(Block block) {
        return switch (block) {
            case Paragraph(List<Inline> content) -> words(content);
            case Heading(int level, List<Inline> content) -> "#".repeat(level) + " " + words(content);
            case Listing(boolean ordered, List<List<Block>> items) -> listing(ordered, items);
            case Quote(List<Block> content) -> indented("> ", "> ", blocks(content));
            case Figure figure -> figure(figure);
            case Table(List<Inline> caption, List<List<Cell>> rows) ->
                join(
                        "\n",
                        List.of(
                                words(caption),
                                rows.stream().map(ArticleText::row).collect(Collectors.joining("\n"))));
            case Embed(var target, String provider) -> "[" + provider + ": " + target + "]";
            case Divider() -> "* * *";
            case Note(Note.Kind kind, List<Inline> content) -> "(" + words(content) + ")";
        };
    }

    private static String listing(boolean ordered, List<List<Block>> items) {
        return IntStream.range(0, items.size())
                .mapToObj(i -> item(ordered ? i + 1 + ". " : "- ", items.get(i)))
                .collect(Collectors.joining("\n"));
    }

    private static String item(String mark, List<Block> content) {
        return indented(mark, " ".repeat(mark.length()), blocks(content));
    }

    private static String figure(Figure figure) {
        List<String> words = List.of(figure.picture().description(), words(figure.caption()), figure.credit());
        return "["
                + join(
                        " | ",
                        List.of(
                                "Picture",
                                join(" | ", words),
                                figure.picture().address().toString())) + "]";
    }

    private static String row(List<Cell> row) {
        return row.stream().map(cell -> words(cell.content())).collect(Collectors.joining(" | "));
    }

    private static String indented(String first, String others, String text) {
        return first + text.replace("\n", "\n" + others);
    }

    private static String words(List<Inline> content) {
        return Inlines.text(content);
    }

    private static String join(String between, List<String> parts) {
        return parts.stream().filter(part -> !part.isBlank()).collect(Collectors.joining(between));
    }
}
