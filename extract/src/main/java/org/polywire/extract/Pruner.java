package org.polywire.extract;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Takes out of a tree what is certainly no part of a story: scripts, hidden parts, menus, consent, comments and forms. */
final class Pruner {
    private static final String NEVER =
            "script, style, template, svg, math, nav, dialog, button, input, select, textarea,"
                    + " [hidden], [role=navigation], [role=banner], [role=dialog], [role=alertdialog], [role=search], [role=contentinfo],"
                    + " [role=menu], [aria-modal=true]";
    private static final String UNLIKELY =
            "aside, footer, form, [role=complementary], [aria-hidden=true], [id*=onetrust], [id*=cookiebot], [id*=didomi],"
                    + " [id*=usercentrics], [id*=sp_message], [class*=qc-cmp], [id^=cmp], [class*=cookie-], [id*=cookie], [class*=gdpr],"
                    + " [id*=disqus], [id=comments], [id=respond], [class*=comment-list], [class*=commentlist], [class*=comments-],"
                    + " [class*=infinite-scroll], [class*=mvp-post-add], [class*=screen-reader], [class*=visually-hidden],"
                    + " [class~=(?i)(^|\\s)(sr-only|visuallyhidden|hidden|print-only|skip-link)(\\s|$)]";
    private static final Pattern NOT_SHOWN =
            Pattern.compile("(?i)(?:^|;)\\s*(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden)");
    private static final int FEW = 300;
    private static final int LONGEST_LABEL = 60;
    private static final int MAX_CONTROLS = 100;
    private static final double TOO_MUCH = 0.4;

    private Pruner() {}

    static void prune(Element body, Phrases phrases) {
        forms(body, phrases);
        body.select(NEVER).forEach(Element::remove);
        body.select("noscript").stream()
                .filter(element ->
                        element.selectFirst("img") == null || element.text().length() > 300)
                .forEach(Element::remove);
        body.select("noscript").forEach(Element::unwrap);
        body.select("[style]").stream()
                .filter(element -> NOT_SHOWN.matcher(element.attr("style")).find())
                .forEach(Element::remove);
        double whole = mass(body);
        List<Element> unlikely = body.select(UNLIKELY);
        for (Element element : unlikely) {
            boolean inside = element.parent() != null
                    && !(element.tagName().equals("footer") && element.closest("blockquote") != null);
            if (inside
                    && element.selectFirst("h1") == null
                    && mass(element) <= whole * TOO_MUCH
                    && !isLoneFigure(element)) {
                element.remove();
            }
        }
    }

    /** Boxes of a few words around a field for an address, or around a button or a lone link that asks to subscribe. */
    private static void forms(Element body, Phrases phrases) {
        List<Element> controls = body.select("input, textarea, button, a").stream()
                .filter(control -> isField(control) || asks(control, phrases) && isAlone(control))
                .limit(MAX_CONTROLS)
                .toList();
        for (Element control : controls) {
            Element box = box(control);
            if (box != control && box.selectFirst("h1, figure, iframe, blockquote, time") == null) {
                box.remove();
            }
        }
    }

    private static boolean isField(Element control) {
        return control.tagName().matches("input|textarea")
                && !control.attr("type").matches("(?i)hidden|checkbox|radio|submit|button|image");
    }

    private static boolean asks(Element control, Phrases phrases) {
        String words = Texts.line(control.hasAttr("value") ? control.attr("value") : control.text());
        return words.length() <= LONGEST_LABEL && phrases.matches(Phrases.Group.NEWSLETTER, words);
    }

    private static boolean isAlone(Element control) {
        Element around = control.closest("p, li, td, div, section");
        return !control.tagName().equals("a")
                || around == null
                || !around.tagName().equals("p")
                || around.text().length() <= control.text().length() + 3;
    }

    /** The largest element around a control that has only a few words. */
    private static Element box(Element control) {
        Element at = control;
        while (at.parent() != null
                && !at.parent().tagName().matches("body|main|article|tr|tbody|table")
                && at.parent().text().length() <= FEW) {
            at = at.parent();
        }
        return at;
    }

    /** A picture is often hidden from screen readers where its caption repeats it. */
    private static boolean isLoneFigure(Element element) {
        return element.attr("aria-hidden").equals("true")
                && element.selectFirst("img") != null
                && element.text().length() < 20;
    }

    private static double mass(Element element) {
        return element.select("p").stream()
                .mapToInt(paragraph -> paragraph.text().length())
                .filter(length -> length > 60)
                .sum();
    }
}
