package org.polywire.gather;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.polywire.gather.FeedReading.Feed;
import org.polywire.gather.FeedReading.NotAFeed;
import org.polywire.model.Capture;
import org.polywire.model.Reason;

/**
 * A page that leads to articles, read as if it were a feed: the last resort for sites that have neither feed nor sitemap.
 *
 * <p>Which links lead to articles is told by their form alone: the same host, not in navigation, and an address or a text such
 * as articles have. Never throws, whatever the bytes.
 */
public final class SectionPage {
    /** With fewer links to articles than these a page is no section page. */
    static final int FEWEST = 3;

    private static final int MOST_LINKS = 5_000;

    /** A headline has at least these words, or characters in scripts that set no spaces. */
    private static final int WORDS = 4;

    private static final int CHARACTERS = 12;

    private static final String FURNITURE =
            "nav, footer, [role=navigation], [role=contentinfo], form, [class~=(?i)(?:^|[-_ ])(?:nav|menu|breadcrumbs?)(?:[-_ ]|$)]";

    /** A date, a number of five digits or more, or a slug of four words or more. */
    private static final Pattern ARTICLE = Pattern.compile(
            "(?:/(?:19|20)\\d\\d[/-]?(?:0[1-9]|1[0-2])(?:[/-]|\\d)|\\d{5,}|[^/-]+(?:-[^/-]+){3,}[^/]*/?$)");

    private static final Pattern INDEX = Pattern.compile(
            "(?i)/(?:tags?|topics?|temas?|categor[a-z]*|authors?|autor(?:es)?|auteurs?|search|login|account|page|about|contact)(?:/|$)");

    private SectionPage() {}

    /** The links to articles, in the order of the page, each with the longest text that leads to it. */
    public static FeedReading read(Capture page) {
        Document document = Parser.htmlParser()
                .parseInput(Decoding.text(page), page.address().toString());
        URI base = FeedFinder.base(document, page.address());
        FeedNotes notes = notes(document, base);
        document.select(FURNITURE).remove();
        Map<URI, String> titles = new LinkedHashMap<>();
        document.select("a[href]").stream()
                .limit(MOST_LINKS)
                .forEach(link -> article(link, base, page.address())
                        .ifPresent(address -> titles.merge(address, title(link), SectionPage::longer)));
        List<Item> items = titles.entrySet().stream()
                .filter(entry -> isHeadline(entry.getValue()))
                .map(entry -> new Item(entry.getKey(), entry.getKey().toString(), entry.getValue(), null))
                .limit(FeedReader.MOST_ITEMS)
                .toList();
        return items.size() < FEWEST
                ? new NotAFeed(Reason.NOT_A_FEED, "fewer than " + FEWEST + " links to articles")
                : new Feed(PlainText.unescaped(document.title()), page.address(), language(document), notes, items);
    }

    /** Only the head is the site's own word; what stands further down may be its readers'. */
    private static FeedNotes notes(Document document, URI base) {
        return new FeedNotes(
                "",
                "",
                related(document, "hub", base).toList(),
                related(document, "self", base).findFirst().orElse(null),
                FeedPace.ANY);
    }

    private static Stream<URI> related(Document document, String relation, URI base) {
        return document.head().select("link[rel~=(?i)(?:^|\\s)" + relation + "(?:\\s|$)][href]").stream()
                .flatMap(link -> Links.resolve(base, link.attr("href")).stream());
    }

    private static Optional<URI> article(Element link, URI base, URI page) {
        return Links.resolve(base, link.attr("href"))
                .map(Links::withoutFragment)
                .filter(address -> sameSite(address, page))
                .filter(address -> !address.equals(Links.withoutFragment(page)))
                .filter(address -> isArticle(address.getRawPath()));
    }

    private static boolean sameSite(URI address, URI page) {
        return site(address).equals(site(page));
    }

    private static String site(URI address) {
        Authority authority = Authority.of(address);
        return authority.host().replaceFirst("^www\\.", "") + (authority.onUsualPort() ? "" : ":" + authority.port());
    }

    private static boolean isArticle(String path) {
        return ARTICLE.matcher(path).find() && !INDEX.matcher(path).find();
    }

    private static String title(Element link) {
        Element heading = link.selectFirst("h1, h2, h3, h4");
        return PlainText.unescaped((heading == null ? link : heading).text());
    }

    private static String longer(String one, String other) {
        return other.length() > one.length() ? other : one;
    }

    private static boolean isHeadline(String text) {
        boolean spaced = text.codePoints().noneMatch(SectionPage::setsNoSpaces);
        return spaced ? text.split(" ").length >= WORDS : text.codePointCount(0, text.length()) >= CHARACTERS;
    }

    private static boolean setsNoSpaces(int point) {
        return switch (Character.UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }

    private static String language(Document document) {
        Element html = document.selectFirst("html[lang]");
        return html == null ? "" : html.attr("lang").strip().toLowerCase(Locale.ROOT);
    }
}
