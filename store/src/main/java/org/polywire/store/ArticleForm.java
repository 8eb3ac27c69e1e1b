package org.polywire.store;

import static org.polywire.store.Documents.address;
import static org.polywire.store.Documents.array;
import static org.polywire.store.Documents.object;
import static org.polywire.store.Documents.strings;
import static org.polywire.store.Documents.text;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polywire.model.Access;
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
import org.polywire.model.Dates;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The written form of an {@link Article}: each block and inline an object with its kind, plain text a bare string. */
final class ArticleForm {
    private ArticleForm() {}

    static ObjectNode encode(Article article) {
        ObjectNode node = object().put("address", article.address().toString())
                .put("outlet", article.outlet().name())
                .put("home", article.outlet().home().toString())
                .put("language", article.language().value())
                .put("kicker", article.kicker())
                .put("headline", article.headline());
        node.set("standfirst", encodeInlines(article.standfirst()));
        ArrayNode bylines = node.putArray("bylines");
        article.bylines()
                .forEach(byline -> bylines.addObject()
                        .put("name", byline.name())
                        .put("kind", byline.kind().name()));
        put(node, "published", article.dates().published());
        put(node, "modified", article.dates().modified());
        node.put("section", article.section());
        strings(node, "tags", article.tags());
        node.put("licence", article.licence()).put("access", article.access().name());
        node.set("body", encodeBlocks(article.body()));
        return node;
    }

    static Article decode(JsonNode node) {
        return new Article(
                address(node, "address"),
                new Outlet(text(node, "outlet"), address(node, "home")),
                new LanguageTag(text(node, "language")),
                text(node, "kicker"),
                text(node, "headline"),
                inlines(node.path("standfirst")),
                node.path("bylines").valueStream().map(ArticleForm::byline).toList(),
                new Dates(time(node, "published"), time(node, "modified")),
                text(node, "section"),
                strings(node, "tags"),
                text(node, "licence"),
                Access.valueOf(text(node, "access")),
                blocks(node.path("body")));
    }

    private static void put(ObjectNode node, String name, @Nullable OffsetDateTime time) {
        if (time != null) {
            node.put(name, time.toString());
        }
    }

    private static @Nullable OffsetDateTime time(JsonNode node, String name) {
        return node.has(name) ? OffsetDateTime.parse(text(node, name)) : null;
    }

    private static Byline byline(JsonNode node) {
        return new Byline(text(node, "name"), Byline.Kind.valueOf(text(node, "kind")));
    }

    private static ArrayNode encodeBlocks(List<Block> blocks) {
        ArrayNode array = array();
        blocks.forEach(block -> array.add(encode(block)));
        return array;
    }

    private static List<Block> blocks(JsonNode array) {
        return array.valueStream().map(ArticleForm::block).toList();
    }

    private static ObjectNode encode(Block block) {
        return switch (block) {
            case Paragraph(List<Inline> content) -> withContent("paragraph", encodeInlines(content));
            case Heading(int level, List<Inline> content) ->
                withContent("heading", encodeInlines(content)).put("level", level);
            case Quote(List<Block> content) -> withContent("quote", encodeBlocks(content));
            case Listing(boolean ordered, List<List<Block>> items) -> {
                ArrayNode array = array();
                items.forEach(item -> array.add(encodeBlocks(item)));
                yield withContent("list", array).put("ordered", ordered);
            }
            case Figure figure -> encode(figure);
            case Table(List<Inline> caption, List<List<Cell>> rows) -> encode(caption, rows);
            case Embed(var target, String provider) ->
                kind("embed").put("target", target.toString()).put("provider", provider);
            case Divider() -> kind("divider");
            case Note(Note.Kind kind, List<Inline> content) ->
                withContent("note", encodeInlines(content)).put("note", kind.name());
        };
    }

    private static Block block(JsonNode node) {
        JsonNode content = node.path("content");
        return switch (text(node, "kind")) {
            case "paragraph" -> new Paragraph(inlines(content));
            case "heading" -> new Heading(node.path("level").asInt(), inlines(content));
            case "quote" -> new Quote(blocks(content));
            case "list" ->
                new Listing(
                        node.path("ordered").asBoolean(),
                        content.valueStream().map(ArticleForm::blocks).toList());
            case "figure" -> figure(node);
            case "table" ->
                new Table(
                        inlines(node.path("caption")),
                        content.valueStream().map(ArticleForm::cells).toList());
            case "embed" -> new Embed(address(node, "target"), text(node, "provider"));
            case "divider" -> new Divider();
            case "note" -> new Note(Note.Kind.valueOf(text(node, "note")), inlines(content));
            default -> throw new IllegalStateException("unknown block " + node);
        };
    }

    private static ObjectNode encode(Figure figure) {
        Picture picture = figure.picture();
        ObjectNode node = kind("figure")
                .put("picture", picture.address().toString())
                .put("width", picture.width())
                .put("height", picture.height())
                .put("description", picture.description())
                .put("credit", figure.credit());
        node.set("caption", encodeInlines(figure.caption()));
        return node;
    }

    private static Figure figure(JsonNode node) {
        Picture picture = new Picture(
                address(node, "picture"),
                node.path("width").asInt(),
                node.path("height").asInt(),
                text(node, "description"));
        return new Figure(picture, inlines(node.path("caption")), text(node, "credit"));
    }

    private static ObjectNode encode(List<Inline> caption, List<List<Cell>> rows) {
        ArrayNode array = array();
        for (List<Cell> row : rows) {
            ArrayNode cells = array.addArray();
            row.forEach(cell ->
                    cells.addObject().put("header", cell.header()).set("content", encodeInlines(cell.content())));
        }
        ObjectNode node = withContent("table", array);
        node.set("caption", encodeInlines(caption));
        return node;
    }

    private static List<Cell> cells(JsonNode row) {
        return row.valueStream()
                .map(cell -> new Cell(cell.path("header").asBoolean(), inlines(cell.path("content"))))
                .toList();
    }

    /** Some inline content by itself. */
    static String json(List<Inline> content) {
        return encodeInlines(content).toString();
    }

    /** The content that {@link #json(List)} wrote. */
    static List<Inline> content(String json) {
        return inlines(JsonMapper.shared().readTree(json));
    }

    private static ArrayNode encodeInlines(List<Inline> inlines) {
        ArrayNode array = array();
        inlines.forEach(inline -> encode(inline, array));
        return array;
    }

    private static void encode(Inline inline, ArrayNode array) {
        switch (inline) {
            case Text(String value) -> array.add(value);
            case Emphasis(List<Inline> content) -> array.add(withContent("emphasis", encodeInlines(content)));
            case Strong(List<Inline> content) -> array.add(withContent("strong", encodeInlines(content)));
            case Link(var target, List<Inline> content) ->
                array.add(withContent("link", encodeInlines(content)).put("target", target.toString()));
            case Verbatim(String value) -> array.add(kind("verbatim").put("text", value));
            case LineBreak() -> array.add(kind("break"));
            case Quoted(var language, List<Inline> content) ->
                array.add(withContent("quoted", encodeInlines(content)).put("language", language.value()));
        }
    }

    private static List<Inline> inlines(JsonNode array) {
        return array.valueStream().map(ArticleForm::inline).toList();
    }

    private static Inline inline(JsonNode node) {
        if (node.isString()) {
            return new Text(node.stringValue());
        }
        JsonNode content = node.path("content");
        return switch (text(node, "kind")) {
            case "emphasis" -> new Emphasis(inlines(content));
            case "strong" -> new Strong(inlines(content));
            case "link" -> new Link(address(node, "target"), inlines(content));
            case "verbatim" -> new Verbatim(text(node, "text"));
            case "break" -> new LineBreak();
            case "quoted" -> new Quoted(new LanguageTag(text(node, "language")), inlines(content));
            default -> throw new IllegalStateException("unknown inline " + node);
        };
    }

    private static ObjectNode kind(String kind) {
        return object().put("kind", kind);
    }

    private static ObjectNode withContent(String kind, ArrayNode content) {
        ObjectNode node = kind(kind);
        node.set("content", content);
        return node;
    }
}
