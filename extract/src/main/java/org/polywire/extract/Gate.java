package org.polywire.extract;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.polywire.extract.Extraction.NotAnArticle;
import org.polywire.extract.Extraction.Withheld;
import org.polywire.extract.Phrases.Group;
import org.polywire.extract.Piece.Kind;
import org.polywire.model.Block;
import org.polywire.model.Reason;
import tools.jackson.databind.JsonNode;

/** Tells pages that hold an article from those that do not. */
final class Gate {
    /** How many characters tell what a page is. */
    static final int START = 2048;

    private static final int LEAST_LETTERS = 20;
    private static final int LEAST_TEXT = 200;
    private static final int SHORT_TEXT = 1500;
    private static final int FEW_LINKS = 40;
    /** After so long without a change a live report that names no end has ended. */
    private static final Duration QUIET = Duration.ofHours(6);

    private static final int MANY_PICTURES = 5;
    private static final Evaluator CONSENT = QueryParser.parse(
            "[id*=onetrust], [id*=cookiebot], [id*=didomi], [id*=usercentrics], [id*=sp_message], [class*=qc-cmp], [id^=cmp],"
                    + " [class*=consent], [id*=consent]");
    private static final Pattern PLAYER = Pattern.compile("(?i)youtube|video|player");
    private static final Pattern BINARY = Pattern.compile("%PDF|\\x89PNG|GIF8|\\xFF\\xD8|PK\\x03\\x04|\\x1F\\x8B");
    private static final Pattern FEED = Pattern.compile(
            "(?s)(?:<\\?xml[^>]*>\\s*)?(?:<!--.*?-->\\s*)?<(?:rss|feed|rdf:RDF|urlset|sitemapindex)[\\s>]");
    private static final Pattern HTML_TYPE =
            Pattern.compile("(?i)\\s*(?:text/html|application/xhtml\\+xml|text/plain)?\\s*(?:;.*)?");

    private final Page page;
    private final Phrases phrases;

    Gate(Page page, Phrases phrases) {
        this.page = page;
        this.phrases = phrases;
    }

    private long links() {
        return page.tagged("a").stream()
                .filter(link -> Markup.has(link, "href"))
                .count();
    }

    private boolean hasPlayer() {
        return !page.tagged("video").isEmpty()
                || page.tagged("iframe").stream()
                        .anyMatch(frame ->
                                PLAYER.matcher(Markup.attribute(frame, "src")).find());
    }

    /**
     * Why bytes cannot be a page at all.
     *
     * @param text the whole, or as many characters of its beginning as {@link #START}
     * @param tagged whether the whole has anything that can be a tag
     */
    static Optional<NotAnArticle> notHtml(String contentType, String text, boolean tagged) {
        if (!HTML_TYPE.matcher(contentType).matches()) {
            return no(Reason.NOT_HTML, "Content-Type: " + contentType);
        }
        String start = text.substring(0, Math.min(text.length(), START)).strip();
        if (start.isEmpty()) {
            return no(Reason.EMPTY_PAGE, "no content");
        }
        boolean other = BINARY.matcher(start).lookingAt()
                || start.startsWith("{")
                || start.startsWith("[")
                || FEED.matcher(start).lookingAt()
                || !tagged;
        return other
                ? no(Reason.NOT_HTML, Texts.excerpt(start.substring(0, Math.min(60, start.length()))))
                : Optional.empty();
    }

    private static Optional<NotAnArticle> no(Reason reason, String detail) {
        return Optional.of(new NotAnArticle(reason, Texts.excerpt(detail)));
    }

    /** Whether a live report may still grow: it has not ended by its own words, or was changed within the last hours. */
    private boolean isLive() {
        Instant now = page.capture.at();
        return page.data
                .ofType("LiveBlogPosting")
                .anyMatch(report -> date(report, "coverageEndTime")
                        .map(now::isBefore)
                        .orElseGet(() -> lastChange(report)
                                .filter(change -> now.isBefore(change.plus(QUIET)))
                                .isPresent()));
    }

    private static Optional<Instant> lastChange(JsonNode report) {
        Stream<JsonNode> parts = StructuredData.each(report.path("liveBlogUpdate"));
        return Stream.concat(Stream.of(report), parts)
                .flatMap(node -> Stream.of("dateModified", "datePublished").map(field -> date(node, field)))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }

    private static Optional<Instant> date(JsonNode node, String field) {
        return PageDates.parse(StructuredData.text(node.path(field))).map(OffsetDateTime::toInstant);
    }

    /** What can be told before the body is read. */
    Optional<NotAnArticle> beforeReading() {
        if (lettersLeft(page.document.body(), LEAST_LETTERS) > 0) {
            return no(Reason.EMPTY_PAGE, "fewer than 20 letters");
        }
        if (isLive()) {
            return no(Reason.STILL_LIVE, "a live report without an end");
        }
        return page.isHome() ? no(Reason.NOT_AN_ARTICLE, "the home page of a site") : Optional.empty();
    }

    /** How many of so many letters a part of the page lacks. */
    private static int lettersLeft(Node node, int wanted) {
        int left = wanted;
        if (node instanceof TextNode text) {
            String words = text.getWholeText();
            for (int i = 0; i < words.length() && left > 0; i++) {
                left -= Character.isLetter(words.codePointAt(i)) ? 1 : 0;
            }
        }
        for (int i = 0; i < node.childNodeSize() && left > 0; i++) {
            left = lettersLeft(node.childNode(i), left);
        }
        return left;
    }

    /** What the body tells. */
    Optional<NotAnArticle> afterReading(Reading reading) {
        int length = Words.length(reading.text());
        boolean said = page.data.hasArticle() || page.meta.first("og:type").equalsIgnoreCase("article");
        String title = reading.headline().choice().value();
        if (length < SHORT_TEXT && isError(title) && !page.data.hasArticle()) {
            return no(Reason.NOT_AN_ARTICLE, "an error page: " + title);
        }
        if (length < LEAST_TEXT && (hasPlayer() || page.data.hasType("VideoObject"))) {
            return no(Reason.NOT_AN_ARTICLE, "a video with little text");
        }
        if (!said && isFront(reading, length)) {
            return no(Reason.NOT_AN_ARTICLE, "a list of links: " + links());
        }
        if (length < LEAST_TEXT) {
            return no(said ? Reason.EXTRACTION_DOUBTFUL : Reason.NOT_AN_ARTICLE, "text of " + length + " characters");
        }
        return title.isBlank() ? no(Reason.EXTRACTION_DOUBTFUL, "no headline") : Optional.empty();
    }

    /** The kind of the page, as its metadata and what was read of it say. */
    PageType type(Reading reading) {
        int length = Words.length(reading.text());
        String declared = Texts.lower(page.meta.first("og:type"));
        if (page.data.hasType("LiveBlogPosting")) {
            return PageType.LIVE;
        }
        if (length < SHORT_TEXT && isError(reading.headline().choice().value()) && !page.data.hasArticle()) {
            return PageType.ERROR;
        }
        if (length < LEAST_TEXT
                && links() < FEW_LINKS
                && page.all().stream().anyMatch(element -> element.is(CONSENT))) {
            return PageType.CONSENT;
        }
        boolean film = declared.startsWith("video") || hasPlayer() || page.data.hasType("VideoObject");
        if (length < LEAST_TEXT && film) {
            return PageType.VIDEO;
        }
        long pictures =
                reading.body().stream().filter(Block.Figure.class::isInstance).count();
        boolean gallery = page.data.hasType("ImageGallery") || declared.contains("gallery");
        if (pictures > MANY_PICTURES && (gallery || length < pictures * LEAST_TEXT / 2)) {
            return PageType.GALLERY;
        }
        boolean said = page.data.hasArticle() || declared.equals("article");
        return page.isHome() || !said && isFront(reading, length) ? PageType.SECTION : PageType.ARTICLE;
    }

    private boolean isError(String title) {
        return phrases.starts(Group.ERROR, title) || phrases.starts(Group.ERROR, page.document.title());
    }

    /** Many headings that are links, or hardly any text between many links. */
    private boolean isFront(Reading reading, int length) {
        long linked = reading.judged().stream()
                .filter(each -> !each.rule().equals("outside"))
                .filter(each ->
                        each.piece().kind() == Kind.HEADING && each.piece().linkDensity() > 0.8)
                .count();
        long headings =
                reading.body().stream().filter(Block.Heading.class::isInstance).count();
        long paragraphs = reading.body().stream()
                .filter(Block.Paragraph.class::isInstance)
                .count();
        boolean listing = page.data.hasType("CollectionPage") || page.data.hasType("ItemList");
        return linked >= 5 && (linked >= paragraphs || reading.published().published() == null)
                || listing && length < 1000
                || headings > paragraphs
                || length < 400 && links() > 60;
    }

    /** A text that breaks off where the page asks for a subscription. */
    Optional<Withheld> truncated(Reading reading) {
        boolean asked = reading.judged().stream()
                .anyMatch(each ->
                        each.rule().equals("phrase.paywall") || each.rule().equals("mark.paywall"));
        return asked && breaksOff(reading)
                ? Optional.of(new Withheld(Reason.PAYWALLED, "the text breaks off at a request to subscribe"))
                : Optional.empty();
    }

    private boolean breaksOff(Reading reading) {
        String text = reading.text().stripTrailing();
        int words = Words.of(text).size();
        int announced = page.data.article().path("wordCount").isNumber()
                ? page.data.article().path("wordCount").asInt()
                : 0;
        boolean broken = text.endsWith("…") || text.endsWith("...") || text.endsWith("[…]");
        boolean missing = announced > 100 && words < announced * 0.6;
        return broken || missing;
    }
}
