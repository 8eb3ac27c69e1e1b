package org.polywire.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;
import org.polywire.extract.Piece.Kind;

/**
 * Cuts a tree into pieces in reading order: at block elements, at two line breaks in a row, and at one that clears floats.
 *
 * <p>Elements without a meaning of their own ({@code div}, {@code section}, custom ones) are looked through.
 */
final class Segmenter {
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn", "em", "font",
            "i", "ins", "kbd", "mark", "q", "rb", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong",
            "sub", "sup", "time", "tt", "u", "var", "wbr", "label", "nobr");
    private static final Set<String> SKIPPED = Set.of(
            "script",
            "style",
            "template",
            "noscript",
            "svg",
            "math",
            "button",
            "input",
            "select",
            "textarea",
            "option",
            "object",
            "canvas",
            "map",
            "head",
            "link",
            "meta");
    private static final Set<String> PICTURES = Set.of("figure", "picture", "img", "amp-img");
    private static final Set<String> PLAYERS = Set.of(
            "iframe",
            "video",
            "audio",
            "embed",
            "amp-youtube",
            "amp-twitter",
            "amp-instagram",
            "amp-iframe",
            "lite-youtube",
            "youtube-video",
            "twitter-widget");

    private static final String INNER = "li, dd, dt, blockquote, td, th, figcaption, a";
    private static final Set<String> BOLD = Set.of("b", "strong");
    private static final Evaluator LINK_OR_BREAK = QueryParser.parse("a, br");
    private static final Evaluator SHOWN = QueryParser.parse("img, picture, amp-img, source[srcset]");
    private static final Evaluator IMAGES = new Evaluator.Tag("img");
    private static final Evaluator TABLES = new Evaluator.Tag("table");
    private static final Evaluator QUOTES = new Evaluator.Tag("blockquote");
    private static final Evaluator PARAGRAPHS = new Evaluator.Tag("p");
    private static final Evaluator ROWS = new Evaluator.Tag("tr");
    private static final Evaluator CELLS = QueryParser.parse("td, th");
    private static final Evaluator CELLS_AND_CAPTIONS = QueryParser.parse("td, th, caption");
    private static final Evaluator ITEMS = QueryParser.parse("> li");
    private static final Evaluator BLOCKS =
            QueryParser.parse("> li > p, > li h2, > li h3, > li figure, > li article, > li > div > p");
    private static final Evaluator ANSWERS = QueryParser.parse("> dd, > div > dd");
    private static final Evaluator WITHIN = QueryParser.parse(INNER);
    private static final Pattern WORD_LAST = Pattern.compile(".*[\\p{L}\\p{N}]");
    private static final int LONGEST_LIST = 600;
    private static final int LONGEST_DESCRIPTION = 120;
    private static final int LONGEST_CELL = 800;
    private static final int LONGEST_HEADING = 80;

    private final List<Piece> pieces = new ArrayList<>();
    private final Piece.Designs designs = new Piece.Designs();

    private Segmenter() {}

    static List<Piece> pieces(Element root) {
        Segmenter segmenter = new Segmenter();
        segmenter.walk(root);
        return segmenter.pieces;
    }

    private void walk(Element element) {
        List<Node> run = new ArrayList<>();
        for (int i = 0; i < element.childNodeSize(); i++) {
            Node child = element.childNode(i);
            if (run.isEmpty() && isBlank(child)) {
                continue;
            }
            if (child instanceof TextNode || child instanceof Element inline && isInline(inline)) {
                run.add(child);
            } else if (child instanceof Element block && !SKIPPED.contains(block.tagName())) {
                flush(element, run);
                block(block);
            }
        }
        flush(element, run);
    }

    private void block(Element block) {
        String tag = block.tagName();
        switch (tag) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> add(Kind.HEADING, block);
            case "ul", "ol", "dl" -> list(block);
            case "blockquote" -> quote(block);
            case "table" -> table(block);
            case "pre" -> add(Kind.PREFORMATTED, block);
            case "hr" -> pieces.add(Piece.of(Kind.DIVIDER, block, List.of(), designs));
            case "figure" -> figure(block);
            default -> {
                if (PICTURES.contains(tag)) {
                    pieces.add(Piece.of(Kind.FIGURE, block, List.of(), designs));
                } else if (PLAYERS.contains(tag)) {
                    pieces.add(Piece.of(Kind.EMBED, block, List.of(), designs));
                } else {
                    walk(block);
                }
            }
        }
    }

    private void add(Kind kind, Element block) {
        pieces.add(Piece.of(kind, block, block.childNodes(), designs));
        Element picture = block.selectFirst(IMAGES);
        if (picture != null) {
            pieces.add(Piece.of(Kind.FIGURE, picture, List.of(), designs));
        }
    }

    /** A list of whole blocks is only a frame around them; so is one that holds a great part of an article, or questions with their answers. */
    private void list(Element list) {
        boolean frame = Texts.isLonger(list, LONGEST_LIST)
                && (list.select(BLOCKS).size() > list.select(ITEMS).size() / 2 || isConversation(list));
        if (frame) {
            list.children().forEach(this::walk);
        } else {
            pieces.add(Piece.of(Kind.LIST, list, list.childNodes(), designs));
        }
    }

    /** Whether most descriptions of a list are paragraphs in length, as answers of an interview are. */
    private static boolean isConversation(Element list) {
        List<Element> answers = list.tagName().equals("dl") ? list.select(ANSWERS) : List.of();
        long full = answers.stream()
                .filter(answer -> Texts.isLonger(answer, LONGEST_DESCRIPTION))
                .count();
        return full * 2 > answers.size();
    }

    private void quote(Element quote) {
        String classes = Markup.classes(quote);
        boolean post = classes.contains("twitter")
                || classes.contains("instagram")
                || classes.contains("tiktok")
                || classes.contains("bluesky")
                || classes.contains("reddit")
                || classes.contains("fb-post");
        pieces.add(Piece.of(post ? Kind.EMBED : Kind.QUOTE, quote, quote.childNodes(), designs));
    }

    /** A table that lays out a page is looked through, and so is a box of one column; one with rows of data is kept. */
    private void table(Element table) {
        List<Element> cells = table.select(CELLS);
        int rows = table.select(ROWS).size();
        boolean layout = table.select(TABLES).size() > 1
                || rows < 2
                || cells.size() <= rows
                || cells.stream()
                        .anyMatch(cell -> cell.select(PARAGRAPHS).size() > 3 || Texts.isLonger(cell, LONGEST_CELL));
        if (layout) {
            table.select(CELLS_AND_CAPTIONS).stream()
                    .filter(cell -> cell.closest(TABLES) == table)
                    .forEach(this::walk);
        } else {
            pieces.add(Piece.of(Kind.TABLE, table, table.childNodes(), designs));
        }
    }

    private void figure(Element figure) {
        Kind kind = figure.selectFirst(SHOWN) != null
                ? Kind.FIGURE
                : figure.selectFirst(TABLES) != null
                        ? Kind.TABLE
                        : figure.selectFirst(QUOTES) != null ? Kind.QUOTE : Kind.EMBED;
        switch (kind) {
            case TABLE -> figure.select(TABLES).stream().limit(1).forEach(this::table);
            case QUOTE -> figure.select(QUOTES).stream().limit(1).forEach(this::quote);
            default -> pieces.add(Piece.of(kind, figure, List.of(), designs));
        }
    }

    private boolean isInline(Element element) {
        if (!INLINE.contains(element.tagName())) {
            return false;
        }
        for (Element child = element.firstElementChild(); child != null; child = child.nextElementSibling()) {
            if (!SKIPPED.contains(child.tagName()) && !isInline(child)) {
                return false;
            }
        }
        return true;
    }

    private void flush(Element parent, List<Node> run) {
        if (run.isEmpty()) {
            return;
        }
        List<Node> part = new ArrayList<>();
        int breaks = 0;
        for (Node node : run) {
            boolean lineBreak = isBreak(node);
            boolean blank = isBlank(node);
            boolean layout = lineBreak && node.hasAttr("clear");
            breaks = layout ? Math.max(2, breaks + 1) : lineBreak ? breaks + 1 : blank ? breaks : 0;
            if (breaks == 2 || layout) {
                paragraph(parent, part);
                part = new ArrayList<>();
            } else if (breaks < 2) {
                part.add(node);
            }
        }
        paragraph(parent, part);
        run.clear();
    }

    private static boolean isBreak(Node node) {
        return node instanceof Element element && element.tagName().equals("br");
    }

    /** Whether a run is one short line in bold that ends no sentence: what many pages have for a sub-heading. */
    private static boolean isBold(List<Node> run) {
        return lone(run) instanceof Element bold
                && BOLD.contains(bold.tagName())
                && bold.selectFirst(LINK_OR_BREAK) == null
                && Texts.of(bold).length() <= LONGEST_HEADING
                && WORD_LAST.matcher(Texts.of(bold)).matches();
    }

    /** The only node of a run that is no blank text; none if there are more. */
    private static @Nullable Node lone(List<Node> run) {
        Node lone = null;
        for (Node node : run) {
            if (!isBlank(node)) {
                if (lone != null) {
                    return null;
                }
                lone = node;
            }
        }
        return lone;
    }

    private static boolean isBlank(Node node) {
        return node instanceof TextNode text && text.isBlank();
    }

    private static boolean isBlank(List<Node> run) {
        for (Node node : run) {
            if (!isBlank(node)) {
                return false;
            }
        }
        return true;
    }

    private void paragraph(Element parent, List<Node> run) {
        if (isBlank(run)) {
            return;
        }
        Kind kind = isBold(run) && parent.closest(WITHIN) == null ? Kind.HEADING : Kind.PARAGRAPH;
        Piece piece = Piece.of(kind, parent, run, designs);
        if (!piece.text().isEmpty()) {
            pieces.add(piece);
        }
    }
}
