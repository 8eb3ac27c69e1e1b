package org.polywire.extract;

import java.net.URI;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.polywire.model.Block;
import org.polywire.model.Block.Cell;
import org.polywire.model.Block.Embed;
import org.polywire.model.Block.Figure;
import org.polywire.model.Block.Heading;
import org.polywire.model.Block.Listing;
import org.polywire.model.Block.Paragraph;
import org.polywire.model.Block.Quote;
import org.polywire.model.Block.Table;
import org.polywire.model.Inline;
import org.polywire.model.Inlines;

/** Makes blocks of pieces. */
final class BlockWriter {
    private static final int MAX_ROWS = 500;
    private static final int MAX_COLUMNS = 50;
    /** Of a sub-heading that is only bold. */
    private static final int BOLD_LEVEL = 3;

    private static final Pattern YOUTUBE =
            Pattern.compile("(?:youtube(?:-nocookie)?\\.com/embed/|youtu\\.be/)([\\w-]{6,20})");
    private static final Set<String> YOUTUBE_TAGS = Set.of("amp-youtube", "lite-youtube", "youtube-video");
    private static final Set<String> DESCRIBED = Set.of("dt", "dd");
    private static final Set<String> FRAMES = Set.of("figure", "div");
    private static final Pattern HOST_PREFIX = Pattern.compile("^(?:www|platform|player|open)\\.");
    private static final Pattern TRIVIAL = Pattern.compile(
            "(?i)googletagmanager|doubleclick|/ads?/|adservice|consent|facebook\\.com/plugins/(?:like|share)|recaptcha|about:|outbrain|taboola");

    private static final Evaluator CAPTION = new Evaluator.Tag("caption");
    private static final Evaluator ROWS = new Evaluator.Tag("tr");
    private static final Evaluator CELLS = QueryParser.parse("> td, > th");
    private static final Evaluator PLAYERS = QueryParser.parse("iframe, video, audio, embed");

    private final URI base;
    private final Pictures pictures;
    private final Captions captions;
    private final Counters counters;
    private final Map<Element, Optional<Block>> figures = new IdentityHashMap<>();
    private final Map<Element, Optional<Block.Picture>> shown = new IdentityHashMap<>();

    BlockWriter(URI base, Pictures pictures, Captions captions, Counters counters) {
        this.base = base;
        this.counters = counters;
        this.pictures = pictures;
        this.captions = captions;
    }

    /** The block of a piece; empty if nothing of it can be shown. */
    Optional<Block> block(Piece piece) {
        return switch (piece.kind()) {
            case PARAGRAPH -> isTerm(piece.element()) ? term(piece.run()) : paragraph(piece.run());
            case HEADING -> heading(piece);
            case LIST -> listing(piece.element(), 0);
            case QUOTE -> quote(piece.element());
            case TABLE -> table(piece.element());
            case FIGURE -> figure(piece.element());
            case EMBED -> embed(piece.element());
            case PREFORMATTED -> paragraph(piece.run());
            case DIVIDER -> Optional.of(new Block.Divider());
        };
    }

    private Optional<Block> paragraph(List<? extends Node> nodes) {
        List<Inline> content = InlineReader.read(base, nodes);
        return content.isEmpty() ? Optional.empty() : Optional.of(new Paragraph(content));
    }

    private static boolean isTerm(Element element) {
        Element around = element.parent();
        return element.tagName().equals("dt")
                || around != null && around.tagName().equals("dt");
    }

    /** What is described, or asked, is told from its description, or answer, as browsers and readers tell them. */
    private Optional<Block> term(List<? extends Node> nodes) {
        List<Inline> content = InlineReader.read(base, nodes);
        boolean strong = content.size() == 1 && content.getFirst() instanceof Inline.Strong;
        return content.isEmpty()
                ? Optional.empty()
                : Optional.of(new Paragraph(strong ? content : List.of(new Inline.Strong(content))));
    }

    private Optional<Block> heading(Piece piece) {
        List<Inline> words = counters.heading(base, piece.run());
        List<Inline> content =
                words.size() == 1 && words.getFirst() instanceof Inline.Strong(List<Inline> inner) ? inner : words;
        int level = piece.level() > 6 ? BOLD_LEVEL : Math.max(2, piece.level());
        return content.isEmpty() ? Optional.empty() : Optional.of(new Heading(level, content));
    }

    /** Terms stand in one item with their descriptions. */
    private Optional<Block> listing(Element list, int depth) {
        List<List<Block>> items = new ArrayList<>();
        String before = "";
        for (Element item : list.children()) {
            List<Block> blocks = blocks(item, depth + 1);
            String tag = item.tagName();
            boolean described = tag.equals("dd") && DESCRIBED.contains(before);
            if (!items.isEmpty() && (described || tag.equals("dt") && before.equals("dt"))) {
                items.getLast().addAll(blocks);
            } else if (!blocks.isEmpty()) {
                items.add(new ArrayList<>(blocks));
            }
            before = tag;
        }
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(new Listing(list.tagName().equals("ol"), items));
    }

    /** What stands in a list item or a quotation; deeper than the model allows, only its words. */
    private List<Block> blocks(Element element, int depth) {
        if (depth >= Block.MAX_DEPTH - 1) {
            return paragraph(element.childNodes()).map(List::of).orElse(List.of());
        }
        List<Block> blocks = new ArrayList<>();
        for (Piece piece : Segmenter.pieces(element)) {
            Optional<Block> block = switch (piece.kind()) {
                case LIST -> listing(piece.element(), depth);
                case QUOTE -> quote(piece.element(), depth);
                case FIGURE -> Optional.<Block>empty();
                default -> block(piece);
            };
            block.ifPresent(blocks::add);
        }
        return blocks;
    }

    private Optional<Block> quote(Element quote) {
        return quote(quote, 0);
    }

    private Optional<Block> quote(Element quote, int depth) {
        List<Block> blocks = blocks(quote, depth + 1);
        return blocks.isEmpty() ? Optional.empty() : Optional.of(new Quote(blocks));
    }

    private Optional<Block> table(Element table) {
        Element caption = table.selectFirst(CAPTION);
        List<List<Cell>> rows = table.select(ROWS).stream()
                .limit(MAX_ROWS)
                .map(row -> row.select(CELLS).stream()
                        .limit(MAX_COLUMNS)
                        .map(this::cell)
                        .toList())
                .filter(row -> !row.isEmpty())
                .toList();
        List<Inline> words = caption == null ? List.of() : InlineReader.read(base, caption.childNodes());
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Table(words, rows));
    }

    private Cell cell(Element cell) {
        return new Cell(cell.tagName().equals("th"), InlineReader.read(base, cell.childNodes()));
    }

    private Optional<Block> figure(Element element) {
        Optional<Block> block = figures.get(element);
        if (block == null) {
            block = newFigure(element);
            figures.put(element, block);
        }
        return block;
    }

    /** The address of the picture that a piece shows. */
    Optional<URI> address(Piece figure) {
        return picture(figure.element()).map(Block.Picture::address);
    }

    private Optional<Block.Picture> picture(Element element) {
        Optional<Block.Picture> picture = shown.get(element);
        if (picture == null) {
            picture = pictures.of(element);
            shown.put(element, picture);
        }
        return picture;
    }

    private Optional<Block> newFigure(Element element) {
        return picture(element).map(picture -> {
            Captions.Words words = captions.of(element);
            String key = Words.key(Inlines.text(words.caption()));
            boolean same = !key.isEmpty() && key.equals(Words.key(picture.description()));
            Block.Picture shown =
                    same ? new Block.Picture(picture.address(), picture.width(), picture.height(), "") : picture;
            return new Figure(shown, words.caption(), words.credit());
        });
    }

    private Optional<Block> embed(Element element) {
        Element player = FRAMES.contains(element.tagName()) ? element.selectFirst(PLAYERS) : element;
        if (player == null) {
            return Optional.empty();
        }
        return target(player)
                .filter(uri -> !TRIVIAL.matcher(uri.toString()).find())
                .map(uri -> new Embed(shown(uri), provider(uri)));
    }

    private Optional<URI> target(Element player) {
        if (player.tagName().equals("blockquote")) {
            List<Element> links = player.select("a[href]");
            String cited = Markup.has(player, "cite")
                    ? Markup.attribute(player, "cite")
                    : Markup.attribute(player, "data-instgrm-permalink");
            return Addresses.web(
                    base, cited.isEmpty() && !links.isEmpty() ? Markup.attribute(links.getLast(), "href") : cited);
        }
        if (YOUTUBE_TAGS.contains(player.tagName())) {
            String id = Markup.has(player, "videoid")
                    ? Markup.attribute(player, "videoid")
                    : Markup.attribute(player, "data-videoid");
            return Addresses.web(base, id.isBlank() ? "" : "https://www.youtube.com/watch?v=" + id);
        }
        for (String name : List.of("src", "data-src", "data-lazy-src")) {
            Optional<URI> found = Addresses.web(base, Markup.attribute(player, name));
            if (found.isPresent()) {
                return found;
            }
        }
        Element source = player.selectFirst("source[src]");
        return source == null ? Optional.empty() : Addresses.web(base, Markup.attribute(source, "src"));
    }

    /** The page where a reader can watch it, instead of the frame that plays it. */
    private static URI shown(URI target) {
        Matcher matcher = YOUTUBE.matcher(target.toString());
        return matcher.find() ? URI.create("https://www.youtube.com/watch?v=" + matcher.group(1)) : target;
    }

    private static String provider(URI target) {
        return target.getHost() == null
                ? ""
                : HOST_PREFIX.matcher(target.getHost()).replaceFirst("");
    }
}
