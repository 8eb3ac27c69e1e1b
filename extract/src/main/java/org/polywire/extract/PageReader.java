package org.polywire.extract;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.polywire.extract.Body.Judged;
import org.polywire.extract.Piece.Kind;
import org.polywire.model.Block;
import org.polywire.model.Block.Divider;
import org.polywire.model.Block.Figure;
import org.polywire.model.Block.Note;
import org.polywire.model.Block.Paragraph;
import org.polywire.model.Byline;
import org.polywire.model.Inlines;
import tools.jackson.databind.JsonNode;

/** Reads one page: fields, then body. Changes the page's tree. */
final class PageReader {
    private static final int TEXT_NEEDED = 200;
    private static final Evaluator FIGCAPTION = new Evaluator.Tag("figcaption");
    private static final Evaluator LINK = QueryParser.parse("a[href]");
    private static final Set<String> PICTURES = Set.of("figure", "picture");
    private static final Expression SHARED =
            Expression.of("(?i)default|fallback|overlay|social-?share|share-?image|opengraph|generic|branded");
    private static final Pattern PICTURE_FILE = Pattern.compile("(?i).*\\.(?:jpe?g|png|webp|gif|avif)");

    private final Page page;
    private final Phrases phrases;
    private final boolean explains;
    private final Captions captions;
    private final Pictures pictures;
    private final BlockWriter writer;

    /**
     * @param explains whether what is not taken is to be told, too
     */
    PageReader(Page page, Phrases phrases, boolean explains) {
        this.page = page;
        this.phrases = phrases;
        this.explains = explains;
        captions = new Captions(phrases, page.base, page.signs);
        pictures = new Pictures(page.base);
        writer = new BlockWriter(page.base, pictures, captions, new Counters(phrases));
    }

    /** The pieces of text as the classifier sees them. */
    Specimen specimen() {
        Headlines headline = Headlines.of(phrases, page);
        Ruled ruled = ruled(headline, Bylines.of(phrases, page, headline, explains));
        List<Judged> texts = texts(ruled.judged());
        float[][] rows = ruled.features().rows(each -> true);
        List<Specimen.Part> parts = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            Judged each = texts.get(i);
            parts.add(new Specimen.Part(each.piece().text(), each.kept(), Sieve.mayKeep(each, phrases), rows[i]));
        }
        return new Specimen(parts);
    }

    /**
     * Reads the page.
     *
     * @param templates what is known of its host
     */
    Learnt<Reading> read(Classifier classifier, HostTemplates templates) {
        Headlines headline = Headlines.of(phrases, page);
        Bylines.Found bylines = Bylines.of(phrases, page, headline, explains);
        PageDates.Found dates = PageDates.of(page, headline, explains);
        Ruled ruled = ruled(headline, bylines);
        Sieve sieve = Sieve.of(ruled.judged(), ruled.features(), classifier, phrases);
        List<Judged> own = withoutTemplate(sieve.judged(), templates);
        List<Judged> judged = figures(Body.withoutLastHeadings(own), headline);
        Standfirst standfirst = Standfirst.of(page, headline, judged);
        List<Judged> decided =
                judged.stream().map(each -> withoutStandfirst(each, standfirst)).toList();
        List<Block> body = blocks(decided, headline);
        Reading reading = new Reading(
                headline,
                standfirst,
                bylines,
                dates,
                decided,
                body,
                ruled.place().rule(),
                ruled.place().agreement(),
                sieve.certainty(),
                Reading.textOf(body));
        List<Piece> texts = texts(judged).stream().map(Judged::piece).toList();
        return new Learnt<>(reading, templates.with(page.address, texts));
    }

    /** Drops what stands on other pages of the host, too. */
    private List<Judged> withoutTemplate(List<Judged> judged, HostTemplates templates) {
        List<Piece> kept =
                texts(judged).stream().filter(Judged::kept).map(Judged::piece).toList();
        HostTemplates.Repeated repeated = templates.repeated(page.address, kept);
        return judged.stream()
                .map(each -> each.kept() && !each.piece().kind().isSilent() && repeated.contains(each.piece())
                        ? each.dropped("host.template")
                        : each)
                .toList();
    }

    /** What the rules say of each piece. */
    private record Ruled(Locator.Place place, List<Judged> judged, Features features) {}

    private Ruled ruled(Headlines headline, Bylines.Found bylines) {
        Element root = page.document.body();
        Pruner.prune(root, phrases, page.signs);
        List<Piece> pieces = Segmenter.pieces(root);
        Locator.Place place = Locator.locate(page, pieces, headline);
        List<String> authors = bylines.bylines().stream().map(Byline::name).toList();
        Body body = new Body(phrases, page, headline, authors, place, pieces, captionKeys(pieces, place.root()));
        List<Judged> judged = body.judge(pieces);
        return new Ruled(place, judged, new Features(page, headline, authors, place, texts(judged)));
    }

    private static List<Judged> texts(List<Judged> judged) {
        return judged.stream().filter(each -> !each.piece().kind().isSilent()).toList();
    }

    /** What stands under the pictures of the body. */
    private Set<String> captionKeys(List<Piece> pieces, Element root) {
        return pieces.stream()
                .filter(piece -> piece.kind() == Kind.FIGURE && piece.within(root))
                .flatMap(piece -> captionTexts(piece.element()))
                .map(Words::key)
                .filter(key -> key.length() > 12)
                .collect(Collectors.toSet());
    }

    private Stream<String> captionTexts(Element figure) {
        Captions.Words words = captions.of(figure);
        String caption = Inlines.text(words.caption());
        Element whole = figure.selectFirst(FIGCAPTION);
        return Stream.of(
                caption,
                caption + " " + words.credit(),
                whole == null ? "" : Texts.of(whole),
                Markup.attribute(figure, "alt"));
    }

    private static Judged withoutStandfirst(Judged each, Standfirst standfirst) {
        boolean same = standfirst
                .piece()
                .filter(piece ->
                        piece == each.piece() || piece.key().equals(each.piece().key()))
                .isPresent();
        return each.kept() && same ? each.dropped("standfirst") : each;
    }

    /** Drops pictures that only lead elsewhere, and what stands after the last words without any of its own. */
    private List<Judged> figures(List<Judged> judged, Headlines headline) {
        int last = 0;
        for (int i = 0; i < judged.size(); i++) {
            last = judged.get(i).kept() && !judged.get(i).piece().kind().isSilent() ? i : last;
        }
        List<Judged> result = new ArrayList<>();
        for (int i = 0; i < judged.size(); i++) {
            Judged each = judged.get(i);
            boolean mute = each.kept()
                    && i > last
                    && Inlines.text(captions.of(each.piece().element()).caption())
                            .isBlank();
            boolean away = each.kept()
                    && each.piece().kind() == Kind.FIGURE
                    && leadsAway(each.piece().element());
            result.add(away ? each.dropped("picture-of-link") : mute ? each.dropped("after-text") : each);
        }
        return result;
    }

    private boolean leadsAway(Element figure) {
        Element link = figure.closest(LINK);
        return link != null
                && Addresses.web(page.base, Markup.attribute(link, "href"))
                        .filter(target -> target.getPath() != null
                                && !PICTURE_FILE.matcher(target.getPath()).matches()
                                && !target.getPath().equals(page.address.getPath())
                                && !target.getPath()
                                        .equals(page.capture.address().getPath()))
                        .isPresent();
    }

    private List<Block> blocks(List<Judged> judged, Headlines headline) {
        List<Block> blocks = new ArrayList<>();
        Set<String> shown = new HashSet<>();
        for (Judged each : judged) {
            if (each.kept()) {
                block(each)
                        .filter(block -> !(block instanceof Figure figure)
                                || shown.add(Pictures.stem(figure.picture().address())))
                        .ifPresent(blocks::add);
            }
        }
        if (!beginsWithFigure(blocks)) {
            lead(judged, headline, shown).map(Figure.class::cast).ifPresent(figure -> {
                blocks.removeIf(block -> block instanceof Figure other && sameStem(other, figure));
                blocks.addFirst(figure);
            });
        }
        if (beginsWithFigure(blocks)) {
            blocks.addFirst(described((Figure) blocks.removeFirst()));
        }
        return divided(blocks);
    }

    private Optional<Block> block(Judged each) {
        Optional<Block> block = writer.block(each.piece());
        return each.note().isPresent() && block.orElse(null) instanceof Paragraph(var content)
                ? Optional.of(new Note(each.note().get(), content))
                : block;
    }

    private static boolean sameStem(Figure one, Figure other) {
        return Pictures.stem(one.picture().address())
                .equals(Pictures.stem(other.picture().address()));
    }

    private static boolean beginsWithFigure(List<Block> blocks) {
        return !blocks.isEmpty() && blocks.getFirst() instanceof Figure;
    }

    /** Dividers stand only between other blocks. */
    private static List<Block> divided(List<Block> blocks) {
        List<Block> result = new ArrayList<>();
        for (Block block : blocks) {
            boolean idle = block instanceof Divider && (result.isEmpty() || result.getLast() instanceof Divider);
            if (!idle) {
                result.add(block);
            }
        }
        while (!result.isEmpty() && result.getLast() instanceof Divider) {
            result.removeLast();
        }
        return List.copyOf(result);
    }

    /** A picture between the headline and the text, one that the metadata name, or that of the metadata itself. */
    private Optional<Block> lead(List<Judged> judged, Headlines headline, Set<String> shown) {
        List<String> named = named();
        Set<String> stems = named.stream()
                .flatMap(address -> Addresses.web(page.base, address).stream())
                .map(Pictures::stem)
                .filter(stem -> stem.length() > 4)
                .collect(Collectors.toSet());
        int start = headline.visible() ? page.position(headline.element()) : Integer.MAX_VALUE;
        int text = judged.stream()
                .filter(each -> each.kept() && each.piece().weight() > 0)
                .mapToInt(each -> page.position(each.piece().element()))
                .findFirst()
                .orElse(0);
        List<Piece> before = judged.stream()
                .map(Judged::piece)
                .filter(piece -> piece.kind() == Kind.FIGURE && page.position(piece.element()) < text)
                .toList();
        Optional<Block> confirmed = before.stream()
                .filter(piece -> writer.address(piece)
                        .map(Pictures::stem)
                        .filter(stems::contains)
                        .isPresent())
                .findFirst()
                .flatMap(writer::block);
        return confirmed
                .or(() -> before.stream()
                        .filter(piece -> page.position(piece.element()) > start && !leadsAway(piece.element()))
                        .filter(piece ->
                                PICTURES.contains(piece.element().tagName()) || Pictures.isLarge(piece.element()))
                        .flatMap(piece -> writer.block(piece).stream())
                        .findFirst())
                .or(() -> ofMetadata(named, shown, judged));
    }

    private List<String> named() {
        Stream<String> linked = StructuredData.each(page.data.article().path("image"))
                .map(page.data::resolve)
                .map(PageReader::imageAddress);
        return Stream.concat(page.meta.all("og:image").stream(), linked)
                .filter(address -> !address.isBlank())
                .toList();
    }

    private static String imageAddress(JsonNode node) {
        if (!node.isObject()) {
            return StructuredData.text(node);
        }
        String address = StructuredData.text(node.path("url"));
        return address.isEmpty() ? StructuredData.text(node.path("contentUrl")) : address;
    }

    private Optional<Block> ofMetadata(List<String> named, Set<String> shown, List<Judged> judged) {
        boolean article = judged.stream()
                        .filter(Judged::kept)
                        .mapToInt(each -> each.piece().weight())
                        .sum()
                >= TEXT_NEEDED;
        return named.stream()
                .filter(address -> article && !Pictures.isPlaceholder(address) && !SHARED.isIn(address))
                .flatMap(address -> Addresses.web(page.base, address).stream())
                .filter(address -> shown.stream().noneMatch(stem -> stem.equals(Pictures.stem(address))))
                .findFirst()
                .map(this::bare);
    }

    private Block bare(URI address) {
        Block.Picture picture = new Block.Picture(address, 0, 0, page.meta.first("og:image:alt"));
        return described(new Figure(picture, List.of(), ""));
    }

    /** With the caption and the credit that the structured data have for the same picture, where the page shows none. */
    private Figure described(Figure figure) {
        if (!figure.caption().isEmpty() && !figure.credit().isEmpty()) {
            return figure;
        }
        String stem = Pictures.stem(figure.picture().address());
        Optional<JsonNode> image = page.data
                .ofType("ImageObject")
                .filter(node -> Addresses.web(page.base, imageAddress(node))
                        .filter(other -> Pictures.stem(other).equals(stem))
                        .isPresent())
                .findFirst();
        String caption =
                image.map(node -> StructuredData.text(node.path("caption"))).orElse("");
        Captions.Words words = captions.ofText(caption);
        String credit = image.stream()
                .flatMap(node -> Stream.of("creditText", "author", "creator", "copyrightHolder")
                        .map(node::path))
                .map(node -> StructuredData.text(node.isObject() ? node.path("name") : node))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .map(captions::credit)
                .orElse(words.credit());
        return new Figure(
                figure.picture(),
                figure.caption().isEmpty() ? words.caption() : figure.caption(),
                figure.credit().isEmpty() ? credit : figure.credit());
    }
}
