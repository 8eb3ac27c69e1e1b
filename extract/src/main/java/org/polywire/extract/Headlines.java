package org.polywire.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/**
 * Finds the headline: the visible {@code h1} that agrees most with what the page says in its metadata, else the metadata.
 *
 * @param element where it stands on the page, or the document's body if it stands only in the metadata
 * @param visible whether {@code element} is the headline itself
 * @param kicker the line over it; empty if none
 * @param shown its words as the page shows them, with all that stands in the same element
 */
record Headlines(Choice choice, String kicker, Element element, boolean visible, String shown) {
    private static final String TOGETHER = "jsonld.headline+og:title";
    private static final int MOST_PARTS = 8;
    private static final int SHORT = 40;
    private static final Evaluator NO_KICKER = QueryParser.parse(
            "nav, ol, ul, dl, h1, h2, h3, h4, h5, h6, img, svg, time, form, button, input, table, script, address");
    private static final Evaluator UNREAD = QueryParser.parse("button, script, style, svg, [hidden]");
    private static final Evaluator CLASSED = new Evaluator.Attribute("class");
    private static final Evaluator LINK = new Evaluator.Tag("a");
    private static final Evaluator MENU = new Evaluator.Tag("nav");
    private static final Pattern SEPARATOR = Pattern.compile("\\s+[|\\-–—•·»:]+\\s+|\\s*\\|\\s*");
    private static final String MARKS = ":|/•·–—-";
    private static final String BETWEEN = "|-–—•·»:";
    private static final Pattern BARE = Pattern.compile("\\p{L}[\\p{L}\\p{M} &’'-]*");
    private static final Needles OTHER_LINE = Needles.of(List.of("breadcrumb", "author", "byline", "logo", "skip"));

    static Headlines of(Phrases phrases, Page page) {
        String site = page.meta.first("og:site_name", "application-name");
        String shared = withoutSite(page.meta.first("og:title", "twitter:title", "dc.title"), site, page);
        String linked = withoutSection(page.data.text("headline"), shared);
        String title = withoutSite(Texts.line(page.document.title()), site, page);
        Choice choice = new Choice("headline");
        Optional<Element> h1 = new Headings(page, linked, shared, title).headline();
        Element words = h1.map(heading -> withoutKicker(page, heading)).orElse(page.document.body());
        String shown = h1.isPresent() ? bare(Texts.line(words)) : "";
        if (belongTogether(shown, linked, shared)) {
            choice.offer(TOGETHER, linked);
        }
        Part part = shown.isEmpty() ? new Part("", "") : Part.of(words, shown, List.of(linked, shared), title);
        choice.offer("h1", bare(part.headline));
        choice.offer("jsonld.headline", linked).offer("og:title", shared).offer("title", title);
        page.tagged("h1").stream()
                .filter(other -> other != h1.orElse(null))
                .limit(8)
                .forEach(other -> choice.offer("h1.other", Texts.line(other)));
        String kicker = h1.map(element -> kicker(phrases, page, element)).orElse("");
        return new Headlines(
                choice.first(),
                kicker.isEmpty() ? bare(part.lead) : kicker,
                h1.orElse(page.document.body()),
                h1.isPresent(),
                shown);
    }

    /**
     * Whether the kicker is a part of the headline: the structured data and the title for sharing both say "kicker: headline".
     */
    private static boolean belongTogether(String shown, String linked, String shared) {
        int colon = linked.indexOf(": ");
        return colon > 0
                && !shown.isEmpty()
                && Words.key(linked).equals(Words.key(shared))
                && Words.key(linked.substring(colon + 1)).equals(Words.key(shown));
    }

    /** The structured data's headline without the section that stands behind a bar, where the title for sharing has none. */
    private static String withoutSection(String linked, String shared) {
        boolean more = !shared.isEmpty()
                && linked.startsWith(shared)
                && linked.substring(shared.length()).strip().startsWith("|");
        return more ? shared : linked;
    }

    /**
     * The part of a heading that the page calls itself by, where the rest stands in elements of its own: a kicker, a second line, a
     * date.
     *
     * @param lead what stands before it
     */
    private record Part(String lead, String headline) {
        /**
         * The part that has one of the names, the longest if it fits several. The name of a part goes before that of the whole, as one name
         * may be "kicker: headline".
         */
        static Part of(Element heading, String shown, List<String> names, String title) {
            List<Span> spans = spans(heading, shown);
            Part whole = new Part("", shown);
            if (spans.size() < 2 || spans.size() > MOST_PARTS) {
                return whole;
            }
            List<Part> named = called(names, spans, shown);
            return named.stream()
                    .filter(part -> !part.headline.equals(shown))
                    .findFirst()
                    .or(() -> named.stream().findFirst())
                    .or(() -> called(List.of(title), spans, shown).stream().findFirst())
                    .orElse(whole);
        }

        private static List<Part> called(List<String> names, List<Span> spans, String shown) {
            return names.stream()
                    .map(Words::key)
                    .filter(name -> !name.isEmpty())
                    .flatMap(name -> called(name, spans, shown))
                    .toList();
        }

        private static Stream<Part> called(String name, List<Span> spans, String shown) {
            return spans.stream()
                    .flatMap(first -> spans.reversed().stream()
                            .filter(last -> (last.end - first.start) * 5 >= shown.length() * 2)
                            .map(last ->
                                    new Part(shown.substring(0, first.start), shown.substring(first.start, last.end))))
                    .filter(part -> Words.key(part.headline).equals(name));
        }

        /** Where the texts of the heading's elements stand in it. */
        private static List<Span> spans(Element heading, String shown) {
            List<Span> spans = new ArrayList<>();
            int at = 0;
            for (TextNode node : heading.nodeStream(TextNode.class).toList()) {
                String text = bare(Texts.line(node.text()));
                int start = text.isEmpty() ? -1 : shown.indexOf(text, at);
                if (start >= 0) {
                    at = start + text.length();
                    spans.add(new Span(start, at));
                }
            }
            return spans;
        }
    }

    private record Span(int start, int end) {}

    /** The line over the headline, unless the headline itself begins with it. */
    String kickerApart() {
        boolean within = choice.field().source().equals(TOGETHER)
                && Words.key(choice.value()).startsWith(Words.key(kicker));
        return within ? "" : kicker;
    }

    /** The segment of a title that is not the name of the site. */
    private static String withoutSite(String title, String site, Page page) {
        String[] parts = SEPARATOR.split(title);
        if (parts.length < 2) {
            return title;
        }
        String host = page.address.getHost() == null ? "" : page.address.getHost();
        String last = parts[parts.length - 1];
        boolean named = isSite(last, site, host);
        if (named) {
            int end = title.lastIndexOf(last);
            return withoutSite(Texts.beforeMarks(title.substring(0, end), BETWEEN), site, page);
        }
        return isSite(parts[0], site, host)
                ? Texts.afterMarks(title.substring(title.indexOf(parts[0]) + parts[0].length()), BETWEEN)
                : title;
    }

    private static boolean isSite(String part, String site, String host) {
        String key = Words.key(part);
        String name = Words.key(site);
        String letters = key.replace(" ", "");
        return !key.isEmpty()
                && (key.equals(name)
                        || !name.isEmpty()
                                && (name.contains(key) || key.contains(name) && key.length() < name.length() + 12)
                        || letters.length() > 2
                                && host.replace("-", "").replace(".", "").contains(letters));
    }

    /** Without the marks that stood between the headline and what was taken from it. */
    private static String bare(String headline) {
        return Texts.beforeMarks(Texts.afterMarks(headline, MARKS), MARKS);
    }

    private static Element withoutKicker(Page page, Element heading) {
        if (heading.childrenSize() == 0) {
            return heading;
        }
        Element copy = heading.clone();
        copy.select(UNREAD).remove();
        Arrays.stream(copy.children().toArray(Element[]::new))
                .filter(child -> page.signs.has(child, Sign.KICKER))
                .filter(child -> Texts.of(child).length() < Texts.of(copy).length() / 2)
                .forEach(Element::remove);
        return Texts.isBlank(copy) ? heading : copy;
    }

    private static String kicker(Phrases phrases, Page page, Element heading) {
        Optional<Element> inside = heading.children().stream()
                .filter(child -> page.signs.has(child, Sign.KICKER))
                .filter(child -> Texts.of(child).length() < Texts.of(heading).length() / 2)
                .findFirst();
        Element parent = heading.parent();
        Optional<Element> before = parent == null
                ? Optional.empty()
                : parent.select(CLASSED).stream()
                        .filter(element -> page.position(element) < page.position(heading))
                        .filter(element -> page.signs.has(element, Sign.KICKER))
                        .filter(element -> !Markup.classes(element).contains("label"))
                        .reduce((first, second) -> second);
        return inside.or(() -> before)
                .or(() -> over(phrases, page, heading))
                .map(element -> Texts.line(element))
                .filter(text -> text.length() <= 90 && Words.of(text).size() >= 1)
                .orElse("");
    }

    /** The few words that stand directly over a headline, if they can be nothing else. */
    private static Optional<Element> over(Phrases phrases, Page page, Element heading) {
        Element at = heading;
        int most = Texts.of(heading).length() + SHORT * 8 - 1;
        while (at.parent() != null && before(at).isEmpty() && !Texts.isLonger(at.parent(), most)) {
            at = at.parent();
        }
        return before(at).filter(element -> {
            String text = Texts.line(element);
            return text.length() <= SHORT
                    && Words.of(text).size() <= 4
                    && BARE.matcher(text).matches()
                    && element.selectFirst(NO_KICKER) == null
                    && element.closest(MENU) == null
                    && element.select(LINK).size() <= 1
                    && !OTHER_LINE.areIn(Markup.classes(element))
                    && !Words.key(text).equals(Words.key(page.meta.first("og:site_name")))
                    && !phrases.startsWithBy(text)
                    && phrases.ofBlock(text).isEmpty();
        });
    }

    /** The element with words that stands before another. */
    private static Optional<Element> before(Element element) {
        Element at = element.previousElementSibling();
        while (at != null && Texts.isBlank(at)) {
            at = at.previousElementSibling();
        }
        return Optional.ofNullable(at);
    }
}
