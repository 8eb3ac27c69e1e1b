package org.polywire.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.polywire.model.Article;
import org.polywire.model.Block;
import org.polywire.model.Inline;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;
import org.polywire.model.Outlet;

/** Lines of news as an article with everything in it that a translation must keep: links, lists, quotations, figures, tables. */
final class LawArticle {
    private static final URI NOWHERE = URI.create("https://bench.example/");

    private LawArticle() {}

    static Article of(LanguageTag language, List<String> lines) {
        Random random = new Random(1);
        List<Block> body = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            body.add(block(i, TranslationBench.marked(lines.get(i), random)));
        }
        return Article.of(NOWHERE, new Outlet("Bench", NOWHERE), language, lines.getFirst(), body);
    }

    private static Block block(int number, List<Inline> content) {
        Block paragraph = new Block.Paragraph(content);
        return switch (number % 16) {
            case 3 -> new Block.Listing(false, List.of(List.of(paragraph), List.of(paragraph)));
            case 6 -> new Block.Quote(List.of(paragraph));
            case 9 ->
                new Block.Figure(
                        new Block.Picture(NOWHERE.resolve("/" + number + ".jpg"), 4, 3, Inlines.text(content)),
                        content,
                        "Photo: Bench");
            case 12 ->
                new Block.Table(
                        List.of(),
                        List.of(List.of(
                                new Block.Cell(true, content), new Block.Cell(false, Inlines.ofText("" + number)))));
            case 14 -> new Block.Divider();
            case 15 -> new Block.Note(Block.Note.Kind.PRODUCTION, content);
            default -> paragraph;
        };
    }
}
