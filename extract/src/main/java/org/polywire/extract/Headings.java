package org.polywire.extract;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** Finds the element of a page that shows the headline: an {@code h1}, or what stands in its place. */
final class Headings {
    private static final int LONGEST = 399;
    private static final double AGREES = 0.4;
    private static final double SAME = 0.8;
    private static final int TRAIL_DEPTH = 4;
    private static final Evaluator APART = QueryParser.parse("header[role=banner], nav, footer, [aria-hidden=true]");
    private static final Evaluator ALIKE =
            QueryParser.parse("h2, h3, [itemprop=headline], [class*=headline], [class*=title]");
    private static final Evaluator SUBHEADING = QueryParser.parse("h2, h3");
    private static final Evaluator ITEM = new Evaluator.Tag("li");
    private static final Evaluator MENU = new Evaluator.Tag("nav");

    private final Page page;
    private final String shared;
    private final List<String> names;

    /**
     * @param linked the headline in the structured data
     * @param shared the title for sharing, without the site's name
     * @param title the document's title
     */
    Headings(Page page, String linked, String shared, String title) {
        this.page = page;
        this.shared = Words.key(shared);
        // A title that says more than the one for sharing says the site's name, which is often a heading, too.
        names = List.of(linked, shared, !shared.isBlank() && title.contains(shared) ? shared : title);
    }

    /** The heading that agrees most with what the page calls itself, else one that can be nothing else. */
    Optional<Element> headline() {
        List<Element> all = page.tagged("h1").stream().filter(Headings::isLine).toList();
        List<Element> own = all.stream()
                .filter(heading -> heading.closest(APART) == null && !isPlace(heading))
                .toList();
        return best(own)
                .or(this::alike)
                .or(() -> below(all))
                .or(() -> own.stream().findFirst().filter(first -> isHeadline(first, own.size())))
                .or(() -> best(all.stream()
                        .filter(heading -> !isInTrail(heading) || heading.closest(APART) == null)
                        .toList()));
    }

    private static boolean isLine(Element element) {
        return !Texts.isLonger(element, LONGEST) && !Texts.isBlank(element);
    }

    /** Whether a heading that agrees with nothing has the words of one: more of them where it is not alone. */
    private static boolean isHeadline(Element heading, int headings) {
        return Words.of(Texts.of(heading)).size() >= (headings == 1 ? 3 : 5);
    }

    private Optional<Element> best(List<Element> headings) {
        return headings.stream()
                .filter(heading -> agreement(heading) >= AGREES)
                .max(Comparator.comparingDouble(this::agreement));
    }

    private double agreement(Element element) {
        return names.stream()
                .mapToDouble(name -> Words.overlap(Texts.of(element), name))
                .max()
                .orElse(0);
    }

    /** An element that is not an {@code h1} but says the same as the metadata. */
    private Optional<Element> alike() {
        return page.document.select(ALIKE).stream()
                .filter(element -> isLine(element) && agreement(element) >= SAME)
                .filter(element -> element.closest(MENU) == null && !isPlace(element))
                .findFirst()
                .map(element -> Optional.ofNullable(element.selectFirst(SUBHEADING))
                        .filter(inner -> Texts.of(inner).equals(Texts.of(element)))
                        .orElse(element));
    }

    /** The heading under a trail of links that took the {@code h1} for itself. */
    private Optional<Element> below(List<Element> headings) {
        Optional<Element> place = headings.stream().filter(this::isPlace).findFirst();
        return place.flatMap(trail -> page.tagged("h2").stream()
                        .filter(other -> page.position(other) > page.position(trail) && isLine(other))
                        .findFirst())
                .filter(other -> agreement(other) >= AGREES);
    }

    /**
     * Whether a heading is the end of a trail of links ("News > Town > Bridge repaired") and is not what the page calls itself for
     * sharing: such words are chosen for search engines, and the headline that people see stands below.
     */
    private boolean isPlace(Element heading) {
        return isInTrail(heading) && !Words.key(Texts.of(heading)).equals(shared);
    }

    private static boolean isInTrail(Element heading) {
        return heading.closest(ITEM) != null
                || Stream.iterate(heading, Objects::nonNull, Element::parent)
                        .limit(TRAIL_DEPTH)
                        .anyMatch(Headings::isTrail);
    }

    private static boolean isTrail(Element element) {
        return Texts.lower(Markup.classes(element)).contains(Markup.CRUMB)
                || element.attributes().asList().stream()
                        .map(Attribute::getKey)
                        .anyMatch(name -> name.contains(Markup.CRUMB));
    }
}
