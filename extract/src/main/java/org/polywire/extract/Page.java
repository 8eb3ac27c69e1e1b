package org.polywire.extract;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.polywire.model.Capture;

/** A parsed page with what it says about itself, read before anything is taken out of it. */
final class Page {
    final Capture capture;
    final Document document;
    final Meta meta;
    final StructuredData data;
    final Signs signs = new Signs();
    final URI base;
    final URI address;
    /** The canonical address that the page names, if it is on the same site and not merely the site's home. */
    final Optional<URI> canonicalLink;

    private final Map<Element, Integer> order;
    private final List<Element> elements;
    /** The place of what each element stands in, by its own. */
    private int[] parents = new int[256];

    private final Map<String, List<Element>> byTag = new HashMap<>();
    private final Map<String, List<Element>> byClass = new HashMap<>();
    private final List<Element> properties = new ArrayList<>();
    private final List<Element> related = new ArrayList<>();
    private final Map<Integer, List<Element>> numbered = new HashMap<>();

    Page(Capture capture, Document document) {
        this.capture = capture;
        this.document = document;
        elements = new ArrayList<>();
        collect(document, 0);
        order = new IdentityHashMap<>(elements.size());
        elements.forEach(this::enter);
        meta = new Meta(tagged("meta"));
        base = base(capture.address());
        canonicalLink = findCanonical();
        address = canonicalLink.orElseGet(() -> Addresses.withoutFragment(Addresses.clean(capture.address())));
        data = new StructuredData(
                tagged("script"), address, meta.first("og:title", "twitter:title") + " " + document.title());
    }

    private void collect(Element element, int parent) {
        int place = elements.size();
        parents = place < parents.length ? parents : Arrays.copyOf(parents, place * 2);
        parents[place] = parent;
        elements.add(element);
        for (int i = 0; i < element.childNodeSize(); i++) {
            if (element.childNode(i) instanceof Element child) {
                collect(child, place);
            }
        }
    }

    /**
     * Makes of a number for each element, by its place, the sum of its own and those of all elements in it. What was taken out of the page
     * must have none.
     */
    void addUp(int[] numbers) {
        for (int place = numbers.length - 1; place > 0; place--) {
            numbers[parents[place]] += numbers[place];
        }
    }

    private void enter(Element element) {
        order.put(element, order.size());
        byTag.computeIfAbsent(element.tagName(), unused -> new ArrayList<>()).add(element);
        if (Markup.has(element, "itemprop")) {
            properties.add(element);
        }
        if (element.tagName().equals("a") && Markup.has(element, "rel")) {
            related.add(element);
        }
        String classes = Markup.classes(element);
        if (!classes.isEmpty()) {
            byClass.computeIfAbsent(classes, unused -> new ArrayList<>()).add(element);
        }
    }

    /** The elements whose class has a sign, in no certain order. */
    Stream<Element> signed(Sign sign) {
        return byClass.entrySet().stream()
                .filter(entry -> signs.has(entry.getKey(), sign))
                .map(Map.Entry::getValue)
                .flatMap(List::stream);
    }

    /** Every element of the page as it came, in its order. */
    List<Element> all() {
        return elements;
    }

    /** The elements of one name in the page as it came, in its order. */
    List<Element> tagged(String name) {
        return byTag.getOrDefault(name, List.of());
    }

    /** The links in whose address a number stands, those that are not shown first. */
    List<Element> numbered(int number) {
        return numbered.computeIfAbsent(
                number,
                wanted -> Stream.concat(tagged("link").stream(), tagged("a").stream())
                        .filter(link -> Sequels.hasNumber(Markup.attribute(link, "href"), String.valueOf(wanted)))
                        .toList());
    }

    /** The elements that say which property of the article they hold ({@code itemprop}), in the order of the page. */
    List<Element> properties() {
        return properties;
    }

    /** The links of the text that say how what they lead to is related to the page, in its order. */
    List<Element> related() {
        return related;
    }

    private URI base(URI address) {
        return tagged("base").stream()
                .filter(element -> Markup.has(element, "href"))
                .findFirst()
                .flatMap(declared -> Addresses.web(address, Markup.attribute(declared, "href")))
                .orElse(address);
    }

    private Optional<URI> findCanonical() {
        URI own = capture.address();
        return tagged("link").stream()
                .filter(link -> Markup.attribute(link, "rel").equalsIgnoreCase("canonical") && Markup.has(link, "href"))
                .findFirst()
                .flatMap(found -> Addresses.web(own, Markup.attribute(found, "href")))
                .filter(uri -> Addresses.sameSite(uri, own))
                .filter(uri -> !isHome(uri) || isHome(own))
                .map(Addresses::withoutFragment);
    }

    private static boolean isHome(URI address) {
        String path = address.getPath() == null ? "" : address.getPath();
        return path.length() <= 1 && address.getQuery() == null;
    }

    boolean isHome() {
        return isHome(capture.address());
    }

    /** The place of an element in the order of the page as it came. */
    int position(Element element) {
        return order.getOrDefault(element, Integer.MAX_VALUE);
    }

    int elements() {
        return order.size();
    }
}
