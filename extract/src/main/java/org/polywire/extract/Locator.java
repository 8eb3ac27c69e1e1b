package org.polywire.extract;

import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;

/**
 * Finds the element that holds the body.
 *
 * <p>Two independent ways: names that say so ({@code itemprop=articleBody}, {@code entry-content} …), and gravity, the
 * smallest element that holds most of the page's running text. Their agreement is part of the quality.
 */
final class Locator {
    private static final Expression NAMED_ID =
            Expression.of("(?i)^(?:article|story|post|entry|news|content)[-_]*(?:body|content|text|main)$");
    private static final Evaluator BREAK = new Evaluator.Tag("br");
    private static final double MOST = 0.65;
    private static final int ENOUGH = 500;

    /** Of each element, by its place. */
    private final int[] masses;

    private final Map<Element, Boolean> furniture = new IdentityHashMap<>();
    private final Page page;
    private final Element body;
    private final Signs signs;
    private List<Piece> pieces = List.of();

    private Locator(Page page) {
        this.page = page;
        masses = new int[page.elements()];
        body = page.document.body();
        signs = page.signs;
    }

    /**
     * @param agreement 0 to 1: how much of the text both ways have in common; 0.5 if only one found anything
     */
    record Place(Element root, String rule, double agreement) {}

    static Place locate(Page page, List<Piece> pieces, Headlines headline) {
        Locator locator = new Locator(page);
        locator.pieces = pieces.stream().filter(piece -> piece.weight() > 0).toList();
        locator.pieces.forEach(locator::weigh);
        page.addUp(locator.masses);
        return locator.place(headline);
    }

    private void weigh(Piece piece) {
        int weight = piece.weight();
        masses[page.position(piece.element())] += isInFurniture(piece.element()) ? weight / 5 : weight;
    }

    private boolean isInFurniture(Element element) {
        if (element == body) {
            return false;
        }
        Boolean known = furniture.get(element);
        if (known == null) {
            Element parent = element.parent();
            known = parent != null && isInFurniture(parent) || isFurniture(element);
            furniture.put(element, known);
        }
        return known;
    }

    private boolean isFurniture(Element element) {
        return signs.has(element, Sign.FURNITURE) || signs.has(Markup.id(element), Sign.FURNITURE);
    }

    private int mass(Element element) {
        return masses[page.position(element)];
    }

    private Place place(Headlines headline) {
        Element scope = scope(headline);
        Element heaviest = descend(scope);
        Optional<Element> named = heaviestFirst(scope)
                .filter(this::isNamed)
                .findFirst()
                .map(this::descend)
                .map(element -> whole(element, scope));
        heaviest = widened(whole(heaviest, scope), scope);
        if (named.isEmpty() || mass(named.get()) < mass(scope) * 0.4) {
            return new Place(heaviest, "gravity", named.isEmpty() ? 0.5 : 0.3);
        }
        Element root = widened(named.get(), scope);
        double common =
                Math.min(mass(root), mass(heaviest)) / (double) Math.max(1, Math.max(mass(root), mass(heaviest)));
        boolean related = root == heaviest
                || root.parents().contains(heaviest)
                || heaviest.parents().contains(root);
        return new Place(root, "named", related ? common : 0);
    }

    private Stream<Element> heavy() {
        return IntStream.range(0, masses.length)
                .filter(place -> masses[place] > 0)
                .mapToObj(page.all()::get);
    }

    /** What holds running text in a scope; of two with the same, the outer one comes first. */
    private Stream<Element> heaviestFirst(Element scope) {
        return heavy().filter(element -> isWithin(element, scope))
                .sorted(Comparator.comparingInt((Element element) -> -mass(element))
                        .thenComparingInt(element -> element.parents().size())
                        .thenComparingInt(page::position));
    }

    private static boolean isWithin(Element element, Element scope) {
        for (Element at = element; at != null; at = at.parent()) {
            if (at == scope) {
                return true;
            }
        }
        return false;
    }

    private boolean isNamed(Element element) {
        return !Markup.isBare(element)
                && (Markup.attribute(element, "itemprop").contains("articleBody")
                        || Markup.attribute(element, "data-testid").equals("article-body")
                        || Markup.attribute(element, "data-component").equals("text-block")
                        || signs.has(element, Sign.BODY)
                        || NAMED_ID.isIn(Markup.id(element)));
    }

    /** The article that the headline stands in, if it has the text too; else the whole page. */
    private Element scope(Headlines headline) {
        if (headline.visible()) {
            for (Element at = headline.element(); at != null; at = at.parent()) {
                boolean frame = at.tagName().equals("article")
                        || at.tagName().equals("main")
                        || Markup.attribute(at, "role").equals("main");
                if (frame && (mass(at) >= ENOUGH || mass(at) > mass(body) / 2)) {
                    return at;
                }
            }
        }
        return body;
    }

    private Element descend(Element from) {
        Element at = from;
        while (true) {
            Element parent = at;
            Optional<Element> heavy = at.children().stream()
                    .max(Comparator.comparingInt(this::mass))
                    .filter(child -> mass(child) >= mass(parent) * MOST && mass(child) > 0);
            if (heavy.isEmpty() || heavy.get().tagName().equals("p") || isLeaf(heavy.get())) {
                return at;
            }
            at = heavy.get();
        }
    }

    private boolean isLeaf(Element element) {
        return element.children().stream().allMatch(child -> mass(child) == 0) && element.selectFirst(BREAK) == null;
    }

    /** The root with what stands beside it in the same design, if little else comes with it. */
    private Element widened(Element root, Element scope) {
        Element best = root;
        for (Element at = root.parent();
                at != null && best != scope && mass(at) <= mass(root) * 1.4;
                at = at.parent()) {
            Element around = at;
            Element inside = best;
            boolean more = pieces.stream()
                    .anyMatch(piece -> !piece.within(inside)
                            && piece.within(around)
                            && pieces.stream().anyMatch(twin -> twin.within(root) && twin.isLike(piece)));
            best = more ? at : best;
            if (at == scope) {
                break;
            }
        }
        return best;
    }

    /** What holds all parts, where a body is dealt out to several elements of the same name. */
    private Element whole(Element part, Element scope) {
        if (part == scope || Markup.classes(part).isBlank()) {
            return part;
        }
        int together = heavy().filter(twin -> twin.tagName().equals(part.tagName())
                        && Markup.classes(twin).equals(Markup.classes(part))
                        && isWithin(twin, scope))
                .mapToInt(this::mass)
                .sum();
        Element at = part;
        while (together > mass(part) * 1.15 && at != scope && at.parent() != null && mass(at) < together * 0.98) {
            at = at.parent();
        }
        return at;
    }
}
