package org.polywire.gather;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.polywire.gather.FeedReading.Feed;
import org.polywire.gather.FeedReading.NotAFeed;
import org.polywire.model.Reason;

/**
 * Reads the XML feeds, all in one way: what is an item, a title, a link or a date goes by local name, and elements of other
 * vocabularies with the same local name (media:title) are told apart by namespace.
 *
 * <p>jsoup's XML parser takes any text, never loads anything and never fails, which a conforming XML parser must.
 */
final class XmlFeed {
    /** A document with more tags than this is not taken apart; it bounds memory to about 100 MB. */
    static final int MOST_TAGS = 500_000;

    private static final Pattern SECTION_OR_BARE_AMPERSAND =
            Pattern.compile("(?s)<!\\[CDATA\\[.*?(?:]]>|\\z)|&(?!#\\d+;|#[xX][0-9a-fA-F]+;|[a-zA-Z]\\w*;)");

    private final URI address;

    /** The element that holds the feed's own title and links. */
    private final Element channel;

    private final boolean every;

    private XmlFeed(URI address, Element channel, boolean every) {
        this.address = address;
        this.channel = channel;
        this.every = every;
    }

    /**
     * @param every whether entries that lead to no page are kept, too, under the address of the feed
     */
    static FeedReading read(String text, URI address, boolean every) {
        if (text.chars().filter(c -> c == '<').limit(MOST_TAGS + 1).count() > MOST_TAGS) {
            return new NotAFeed(Reason.FEED_TOO_LARGE, "more than " + MOST_TAGS + " tags");
        }
        Document document = Parser.xmlParser().parseInput(withoutBareAmpersands(text), address.toString());
        return document.children().stream()
                .filter(root -> isRoot(root) || Sitemap.isRoot(root))
                .findFirst()
                .map(root -> read(root, address, every))
                .orElseGet(() ->
                        new NotAFeed(Reason.NOT_A_FEED, document.children().isEmpty() ? "no XML" : "no feed"));
    }

    private static FeedReading read(Element root, URI address, boolean every) {
        return Sitemap.isRoot(root)
                ? Sitemap.read(root, address)
                : new XmlFeed(address, channel(root), every).read(root);
    }

    /** Otherwise {@code ?a=1&section=2} in a careless feed would read {@code ?a=1§ion=2}, as it does in HTML. */
    private static String withoutBareAmpersands(String text) {
        return SECTION_OR_BARE_AMPERSAND
                .matcher(text)
                .replaceAll(
                        found -> found.end() - found.start() == 1 ? "&amp;" : Matcher.quoteReplacement(found.group()));
    }

    private static boolean isRoot(Element element) {
        return Stream.of("rss", "rdf", "feed", "channel").anyMatch(name -> XmlNames.isNamed(element, name));
    }

    private static Element channel(Element root) {
        return root.children().stream()
                .filter(child -> XmlNames.isNamed(child, "channel"))
                .findFirst()
                .orElse(root);
    }

    private Feed read(Element root) {
        List<Item> items = root.stream()
                .filter(element -> XmlNames.isNamed(element, "item") || XmlNames.isNamed(element, "entry"))
                .flatMap(element -> item(element).stream())
                .toList();
        URI home = links(channel).findFirst().orElse(Authority.of(address).resolve("/"));
        return new Feed(title(channel), home, language(root), XmlNotes.read(channel, base(channel)), items);
    }

    private Optional<Item> item(Element element) {
        return links(element)
                .findFirst()
                .or(() -> every ? Optional.of(address) : Optional.empty())
                .map(link -> new Item(
                        link,
                        identity(element, link),
                        title(element),
                        date(element),
                        changed(element),
                        XmlText.summary(element),
                        XmlNotes.licence(element, base(element))));
    }

    /** Where an item or the feed itself leads, best first. */
    private Stream<URI> links(Element element) {
        Stream<String> inText = XmlNames.children(element, "link").map(Element::wholeText);
        Stream<String> inAttributes = XmlNames.children(element, "link")
                .filter(XmlFeed::isAlternate)
                .sorted((one, other) -> Boolean.compare(isOther(one), isOther(other)))
                .map(link -> link.attr("href"));
        Stream<String> atom =
                XmlNames.atom(element, "link").filter(XmlFeed::isAlternate).map(link -> link.attr("href"));
        Stream<URI> permalink = XmlNames.children(element, "guid")
                .filter(guid -> !guid.attr("isPermaLink").equalsIgnoreCase("false"))
                .flatMap(guid -> Links.absolute(guid.wholeText()).stream());
        Stream<String> own = Stream.of(element.attr("rdf:about"), element.attr("href"));
        return Stream.of(
                        resolved(element, inText),
                        resolved(element, inAttributes),
                        resolved(element, atom),
                        permalink,
                        resolved(element, own))
                .flatMap(links -> links);
    }

    private Stream<URI> resolved(Element element, Stream<String> references) {
        return references
                .filter(reference -> !reference.isBlank())
                .flatMap(reference -> Links.resolve(base(element), reference).stream());
    }

    private static boolean isAlternate(Element link) {
        return link.attr("rel").isEmpty() || link.attr("rel").equalsIgnoreCase("alternate");
    }

    /** Whether a link leads to something else than a page. */
    private static boolean isOther(Element link) {
        String type = link.attr("type");
        return !type.isEmpty() && !type.contains("html");
    }

    /** The address of the feed, changed by every xml:base from the root down. */
    private URI base(Element element) {
        Element parent = element.parent();
        URI outer = parent == null ? address : base(parent);
        String own = element.attr("xml:base");
        return own.isEmpty() ? outer : Links.resolve(outer, own).orElse(outer);
    }

    private static String identity(Element element, URI link) {
        Stream<String> named = Stream.of("guid", "id")
                .flatMap(name -> XmlNames.children(element, name))
                .map(Element::wholeText);
        return Stream.concat(named, Stream.of(element.attr("rdf:about")))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElse(link.toString());
    }

    private static String title(Element element) {
        return Stream.concat(XmlNames.children(element, "title"), XmlNames.dublinCore(element, "title"))
                .map(XmlText::plain)
                .filter(title -> !title.isEmpty())
                .findFirst()
                .orElse(element.attr("title"));
    }

    private static @Nullable Instant date(Element element) {
        Stream<Element> own = Stream.of("pubDate", "published", "issued", "created")
                .flatMap(name -> XmlNames.children(element, name));
        Stream<Element> dublinCore =
                Stream.of("date", "issued", "created").flatMap(name -> XmlNames.dublinCore(element, name));
        Stream<Element> atom = XmlNames.atom(element, "published");
        return Stream.of(own, dublinCore, atom)
                .flatMap(dates -> dates)
                .flatMap(date -> FeedDates.parse(date.wholeText()).stream())
                .findFirst()
                .orElseGet(() -> changed(element));
    }

    private static @Nullable Instant changed(Element element) {
        Stream<Element> own = Stream.of("updated", "modified").flatMap(name -> XmlNames.children(element, name));
        return Stream.of(own, XmlNames.dublinCore(element, "modified"), XmlNames.atom(element, "updated"))
                .flatMap(dates -> dates)
                .flatMap(date -> FeedDates.parse(date.wholeText()).stream())
                .findFirst()
                .orElse(null);
    }

    private String language(Element root) {
        Stream<String> named = Stream.concat(
                        XmlNames.children(channel, "language"), XmlNames.dublinCore(channel, "language"))
                .map(Element::wholeText);
        return Stream.concat(named, Stream.of(channel.attr("xml:lang"), root.attr("xml:lang")))
                .map(language -> language.strip().replace('_', '-'))
                .filter(language -> !language.isEmpty())
                .findFirst()
                .orElse("");
    }
}
