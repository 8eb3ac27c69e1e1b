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
    private static final int MAX_FORMS = 100;
    private static final int LEAST_PARAGRAPH = 60;
    private static final double TOO_MUCH = 0.4;

    private final Element body;
    private final Phrases phrases;
    private final Signs signs;
    private final List<Element> parts = new ArrayList<>();
    private final List<Element> never = new ArrayList<>();
    private final List<Element> controls = new ArrayList<>();
    private final List<Element> linksAndControls = new ArrayList<>();
    private final List<Element> noscripts = new ArrayList<>();
    private final List<Element> paragraphs = new ArrayList<>();
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
        part(body);
        never.forEach(Element::remove);
        forms();
        // Buttons around pictures are only a frame; all other controls go.
        controls.forEach(control -> drop(control, control.tagName().equals("button") && hasImage(control)));
        // What is shown where no script runs is kept if it is a picture.
        noscripts.forEach(noscript -> drop(noscript, hasImage(noscript) && !Texts.isLonger(noscript, FEW)));
        paragraphs.forEach(this::weigh);
        int whole = mass(body);
        for (Element element : parts) {
            if (element != body && element.parent() != null && isUnlikely(element) && !isGuarded(element, whole)) {
                element.remove();
            }
        }
    }

    private void part(Element whole) {
        parts.add(whole);
        switch (whole.tagName()) {
            case "a" -> linksAndControls.add(whole);
            case "button", "input", "select", "textarea" -> {
                linksAndControls.add(whole);
                controls.add(whole);
            }
            case "noscript" -> noscripts.add(whole);
            case "p" -> paragraphs.add(whole);
            default -> {}
        }
        for (int i = 0; i < whole.childNodeSize(); i++) {
            if (whole.childNode(i) instanceof Element element) {
                if (isNever(element)) {
                    never.add(element);
                } else {
                    part(element);
                }
            }
        }
    }

    /** Takes an element out that still stands somewhere. */
    private static void drop(Element element, boolean onlyFrame) {
        if (element.parent() != null) {
            if (onlyFrame) {
                element.unwrap();
            } else {
                element.remove();
            }
        }
    }

    private static boolean hasImage(Element element) {
        return element.selectFirst(IMAGE) != null;
    }

    private static boolean isNever(Element element) {
        if (NEVER.contains(element.tagName()) || Markup.isBare(element)) {
            return NEVER.contains(element.tagName());
        }
        String style = Markup.attribute(element, "style");
        String role = Markup.attribute(element, "role");
        return Markup.has(element, "hidden")
                || !role.isEmpty() && NEVER_ROLES.contains(Texts.lower(role))
                || Markup.attribute(element, "aria-modal").equals("true")
                || !style.isEmpty() && NOT_SHOWN.isIn(style);
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
        return isField(part) || asks(part) && isAlone(part);
    }

    /** Boxes of a few words around a field for an address, or around a button or a lone link that asks to subscribe. */
    private void forms() {
        List<Element> forms = linksAndControls.stream()
                .filter(this::asksForAddress)
                .limit(MAX_FORMS)
                .toList();
        for (Element form : forms) {
            Element box = box(form);
            if (box != form && box.selectFirst(CONTENT) == null) {
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
                && hasImage(element)
                && Texts.of(element).length() < 20;
    }

    /** Counts a paragraph that is more than a line for all that it stands in; before anything is taken out, which would make it shorter. */
    private void weigh(Element paragraph) {
        int length = Texts.of(paragraph).length();
        for (Element at = paragraph; length > LEAST_PARAGRAPH && at != null; at = at.parent()) {
            masses.merge(at, length, Integer::sum);
        }
    }

    private int mass(Element element) {
        return masses.getOrDefault(element, 0);
    }
}
