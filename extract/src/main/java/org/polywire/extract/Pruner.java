package org.polywire.extract;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** Takes out of a tree what is certainly no part of a story: scripts, hidden parts, menus, consent, comments and forms. */
final class Pruner {
    private static final Set<String> NEVER = Set.of("script", "style", "template", "svg", "math", "nav", "dialog");
    private static final Set<String> FRAMES = Set.of("body", "main", "article", "tr", "tbody", "table");
    private static final Set<String> CONTROLS = Set.of("button", "input", "select", "textarea");
    private static final Set<String> NEVER_ROLES =
            Set.of("navigation", "banner", "dialog", "alertdialog", "search", "contentinfo", "menu");
    private static final Set<String> UNLIKELY = Set.of("aside", "footer", "form");
    private static final Expression UNLIKELY_ID =
            Expression.of("onetrust|cookiebot|didomi|usercentrics|sp_message|^cmp|cookie|disqus|^comments$|^respond$");
    private static final Expression NOT_SHOWN =
            Expression.of("(?i)(?:^|;)\\s*(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden)");
    private static final Pattern NO_FIELD = Pattern.compile("(?i)hidden|checkbox|radio|submit|button|image");
    private static final Evaluator IMAGE = new Evaluator.Tag("img");
    private static final Evaluator QUOTE = new Evaluator.Tag("blockquote");
    private static final Evaluator FIGURE = new Evaluator.Tag("figure");
    private static final Evaluator TITLE = new Evaluator.Tag("h1");
    private static final Evaluator CONTENT = QueryParser.parse("h1, figure, iframe, blockquote, time");
    private static final int FEW = 300;
    private static final int LONGEST_LABEL = 60;
    private static final int MAX_CONTROLS = 100;
    private static final int LEAST_PARAGRAPH = 60;
    private static final double TOO_MUCH = 0.4;

    private final Element body;
    private final Phrases phrases;
    private final Signs signs;
    private final Map<Element, Integer> masses = new IdentityHashMap<>();

    private Pruner(Element body, Phrases phrases, Signs signs) {
        this.body = body;
        this.phrases = phrases;
        this.signs = signs;
    }

    static void prune(Element body, Phrases phrases, Signs signs) {
        new Pruner(body, phrases, signs).prune();
    }

    private void prune() {
        List<Element> parts = new ArrayList<>();
        List<Element> never = new ArrayList<>();
        part(body, parts, never);
        never.forEach(Element::remove);
        forms(parts);
        controls(parts);
        noscripts(parts);
        parts.forEach(this::weigh);
        int whole = mass(body);
        for (Element element : parts) {
            if (element != body && element.parent() != null && isUnlikely(element) && !isGuarded(element, whole)) {
                element.remove();
            }
        }
    }

    private static void part(Element whole, List<Element> parts, List<Element> never) {
        parts.add(whole);
        for (int i = 0; i < whole.childNodeSize(); i++) {
            if (whole.childNode(i) instanceof Element element) {
                if (isNever(element)) {
                    never.add(element);
                } else {
                    part(element, parts, never);
                }
            }
        }
    }

    /** Buttons around pictures are only a frame; all other controls go. */
    private static void controls(List<Element> parts) {
        for (Element part : parts) {
            if (CONTROLS.contains(part.tagName()) && part.parent() != null) {
                if (part.tagName().equals("button") && part.selectFirst(IMAGE) != null) {
                    part.unwrap();
                } else {
                    part.remove();
                }
            }
        }
    }

    /** What is shown where no script runs is kept if it is a picture. */
    private static void noscripts(List<Element> parts) {
        for (Element part : parts) {
            if (part.tagName().equals("noscript") && part.parent() != null) {
                if (isPicture(part)) {
                    part.unwrap();
                } else {
                    part.remove();
                }
            }
        }
    }

    private static boolean isNever(Element element) {
        if (NEVER.contains(element.tagName())) {
            return true;
        }
        String style = Markup.attribute(element, "style");
        String role = Markup.attribute(element, "role");
        return Markup.has(element, "hidden")
                || !role.isEmpty() && NEVER_ROLES.contains(Texts.lower(role))
                || Markup.attribute(element, "aria-modal").equals("true")
                || !style.isEmpty() && NOT_SHOWN.isIn(style);
    }

    private static boolean isPicture(Element noscript) {
        return noscript.selectFirst(IMAGE) != null && !Texts.isLonger(noscript, FEW);
    }

    private boolean isUnlikely(Element element) {
        if (UNLIKELY.contains(element.tagName())) {
            return true;
        }
        String id = Markup.id(element);
        return Markup.attribute(element, "role").equals("complementary")
                || Markup.attribute(element, "aria-hidden").equals("true")
                || !id.isEmpty() && UNLIKELY_ID.isIn(Texts.lower(id))
                || signs.has(element, Sign.UNLIKELY)
                || signs.has(element, Sign.HIDDEN);
    }

    /** Whether an unlikely element may hold the story or a part of it. */
    private boolean isGuarded(Element element, int whole) {
        return element.tagName().equals("footer") && element.closest(QUOTE) != null
                || mass(element) > whole * TOO_MUCH
                || element.selectFirst(TITLE) != null
                || isLoneFigure(element)
                || element.closest(FIGURE) != null;
    }

    /** Whether it is a field for an address, or a button or a lone link that asks to subscribe. */
    private boolean asksForAddress(Element part) {
        boolean link = part.tagName().equals("a");
        return (link || CONTROLS.contains(part.tagName())) && (!link && isField(part) || asks(part) && isAlone(part));
    }

    /** Boxes of a few words around a field for an address, or around a button or a lone link that asks to subscribe. */
    private void forms(List<Element> parts) {
        List<Element> controls = new ArrayList<>();
        for (Element part : parts) {
            if (controls.size() < MAX_CONTROLS && asksForAddress(part)) {
                controls.add(part);
            }
        }
        for (Element control : controls) {
            Element box = box(control);
            if (box != control && box.selectFirst(CONTENT) == null) {
                box.remove();
            }
        }
    }

    private static boolean isField(Element control) {
        String tag = control.tagName();
        return (tag.equals("input") || tag.equals("textarea"))
                && !NO_FIELD.matcher(Markup.attribute(control, "type")).matches();
    }

    private boolean asks(Element control) {
        boolean valued = Markup.has(control, "value");
        if (!valued && Texts.isLonger(control, LONGEST_LABEL)) {
            return false;
        }
        String words = valued ? Texts.line(Markup.attribute(control, "value")) : Texts.line(control);
        return !words.isEmpty() && words.length() <= LONGEST_LABEL && phrases.matches(Phrases.Group.NEWSLETTER, words);
    }

    private static boolean isAlone(Element control) {
        if (!control.tagName().equals("a")) {
            return true;
        }
        Element around = control.parent();
        while (around != null && !around.isBlock() && !around.tagName().equals("p")) {
            around = around.parent();
        }
        return around == null
                || !around.tagName().equals("p")
                || !Texts.isLonger(around, Texts.of(control).length() + 3);
    }

    /** The largest element around a control that has only a few words. */
    private static Element box(Element control) {
        Element at = control;
        while (at.parent() != null && !FRAMES.contains(at.parent().tagName()) && !Texts.isLonger(at.parent(), FEW)) {
            at = at.parent();
        }
        return at;
    }

    /** A picture is often hidden from screen readers where its caption repeats it. */
    private static boolean isLoneFigure(Element element) {
        return Markup.attribute(element, "aria-hidden").equals("true")
                && element.selectFirst(IMAGE) != null
                && Texts.of(element).length() < 20;
    }

    /** Counts a paragraph that is more than a line for all that it stands in; before anything is taken out, which would make it shorter. */
    private void weigh(Element element) {
        if (element.tagName().equals("p")) {
            int length = Texts.of(element).length();
            for (Element at = element; length > LEAST_PARAGRAPH && at != null; at = at.parent()) {
                masses.merge(at, length, Integer::sum);
            }
        }
    }

    private int mass(Element element) {
        return masses.getOrDefault(element, 0);
    }
}
