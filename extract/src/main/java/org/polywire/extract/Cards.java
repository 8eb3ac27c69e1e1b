package org.polywire.extract;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jspecify.annotations.Nullable;

/**
 * Boxes that announce other pages of the same site: small ones in which a picture, or a link without words, and a title lead to one
 * address, that tell when it was published, and of which a page has at least three that are alike. Lists whose items are the story seldom
 * tell a time.
 */
final class Cards {
    private static final Evaluator TIME = new Evaluator.Tag("time");
    private static final Evaluator LINK = new Evaluator.Tag("a");
    private static final Set<String> WHOLES = Set.of("body", "main", "article", "html");
    private static final int LEVELS = 6;
    private static final int LONGEST = 800;
    private static final int LEAST = 3;

    private final Set<Element> boxes;

    private Cards(Set<Element> boxes) {
        this.boxes = boxes;
    }

    static Cards of(Page page) {
        Map<String, Element> before = new HashMap<>();
        Map<String, Set<Element>> alike = new HashMap<>();
        for (Element link : page.document.body().select(LINK)) {
            String address = Markup.attribute(link, "href");
            if (leadsWithin(address, page)) {
                Element other = before.put(address, link);
                Element box = other == null || Texts.isBlank(other) == Texts.isBlank(link) ? null : box(link, other);
                if (box != null) {
                    alike.computeIfAbsent(design(box), unused -> Collections.newSetFromMap(new IdentityHashMap<>()))
                            .add(box);
                }
            }
        }
        Set<Element> boxes = Collections.newSetFromMap(new IdentityHashMap<>());
        alike.values().stream().filter(some -> some.size() >= LEAST).forEach(boxes::addAll);
        return new Cards(boxes);
    }

    private static boolean leadsWithin(String address, Page page) {
        String host = page.address.getHost();
        boolean relative = address.startsWith("/") && !address.startsWith("//") && address.length() > 1;
        return relative || host != null && address.contains("//" + host + "/") && !address.contains("#");
    }

    /** The smallest element that holds both links, if it is a small one. */
    private static @Nullable Element box(Element link, Element other) {
        Element at = link.parent();
        for (int i = 0; i < LEVELS && at != null && !WHOLES.contains(at.tagName()); i++) {
            if (isWithin(other, at)) {
                return Texts.isLonger(at, LONGEST) || at.selectFirst(TIME) == null ? null : at;
            }
            at = at.parent();
        }
        return null;
    }

    private static boolean isWithin(Element inner, Element outer) {
        Element at = inner;
        for (int i = 0; i < LEVELS && at != null; i++) {
            at = at.parent();
            if (at == outer) {
                return true;
            }
        }
        return false;
    }

    private static String design(Element box) {
        Element around = box.parent();
        String classes = Markup.classes(box);
        int first = classes.indexOf(' ');
        return box.tagName()
                + '.'
                + (first < 0 ? classes : classes.substring(0, first))
                + '/'
                + (around == null ? "" : around.tagName());
    }

    boolean hold(Piece piece) {
        if (boxes.isEmpty()) {
            return false;
        }
        Element at = piece.element();
        for (int i = 0; i <= LEVELS && at != null; i++) {
            if (boxes.contains(at)) {
                return true;
            }
            at = at.parent();
        }
        return false;
    }
}
