package org.polywire.app;

import java.util.List;
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
import org.polywire.model.Inline;
import org.polywire.model.Inlines;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An article as JSON for other programs. Each run of text comes twice: plain, and as HTML with its links and emphases. */
final class ArticleJson {
    private ArticleJson() {}

    static ObjectNode of(Article article) {
        ObjectNode node = Json.object()
                .put("address", article.address().toString())
                .put("outlet", article.outlet().name())
                .put("language", article.language().value())
                .put("kicker", article.kicker())
                .put("headline", article.headline());
        node.set("standfirst", words(article.standfirst()));
        node.set(
                "bylines",
                Json.array(article.bylines().stream()
                        .map(byline -> Json.object()
                                .put("name", byline.name())
                                .put("kind", byline.kind().name()))
                        .toList()));
        if (article.dates().published() != null) {
            node.put("published", article.dates().published().toString());
        }
        if (article.dates().modified() != null) {
            node.put("modified", article.dates().modified().toString());
        }
        node.put("section", article.section()).set("tags", Json.texts(article.tags()));
        node.put("licence", article.licence()).put("access", article.access().name());
        node.set("body", blocks(article.body()));
        return node;
    }

    private static ArrayNode blocks(List<Block> blocks) {
        return Json.array(blocks.stream().map(ArticleJson::block).toList());
    }

    private static ObjectNode block(Block block) {
        return switch (block) {
            case Paragraph(List<Inline> content) -> words(content).put("kind", "paragraph");
            case Heading(int level, List<Inline> content) ->
                words(content).put("kind", "heading").put("level", level);
            case Listing(boolean ordered, List<List<Block>> items) -> {
                ObjectNode node = Json.object().put("kind", "list").put("ordered", ordered);
                items.forEach(item -> node.withArray("/items").add(blocks(item)));
                yield node;
            }
            case Quote(List<Block> content) ->
                Json.object().put("kind", "quote").set("content", blocks(content));
            case Figure figure -> figure(figure);
            case Table(List<Inline> caption, List<List<Cell>> rows) -> {
                ObjectNode node = Json.object().put("kind", "table");
                node.set("caption", words(caption));
                rows.forEach(row -> node.withArray("/rows")
                        .add(Json.array(row.stream().map(ArticleJson::cell).toList())));
                yield node;
            }
            case Embed(var target, String provider) ->
                Json.object()
                        .put("kind", "embed")
                        .put("address", target.toString())
                        .put("provider", provider);
            case Divider() -> Json.object().put("kind", "divider");
            case Note(Note.Kind kind, List<Inline> content) ->
                words(content).put("kind", "note").put("note", kind.name());
        };
    }

    private static ObjectNode cell(Cell cell) {
        return words(cell.content()).put("header", cell.header());
    }

    private static ObjectNode figure(Figure figure) {
        ObjectNode node = Json.object()
                .put("kind", "figure")
                .put("address", figure.picture().address().toString())
                .put("description", figure.picture().description())
                .put("credit", figure.credit());
        node.set("caption", words(figure.caption()));
        return node;
    }

    private static ObjectNode words(List<Inline> content) {
        return Json.object().put("text", Inlines.text(content)).put("html", ArticleHtml.of(content));
    }
}
