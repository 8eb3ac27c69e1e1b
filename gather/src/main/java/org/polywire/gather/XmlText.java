package org.polywire.gather;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** The words in elements of XML feeds, as plain text. */
final class XmlText {
    private XmlText() {}

    /** In Atom, text is plain unless it says otherwise; elsewhere nobody knows. */
    static String plain(Element element) {
        if (isBase64(element)) {
            return PlainText.ofMarkup(decoded(element));
        }
        boolean plain = XmlNames.isAtom(element) && !type(element).contains("html")
                || type(element).contains("xhtml");
        return plain ? PlainText.unescaped(text(element)) : PlainText.ofHtml(text(element));
    }

    /** As {@link #plain}, but what is HTML is taken for that with every element it has. */
    private static String words(Element element) {
        String type = type(element);
        boolean html = !XmlNames.isAtom(element) || type.contains("html") || element.hasAttr("mode");
        boolean plain = type.contains("xhtml") || type.equals("text/plain") || type.equals("text");
        return html && !plain && !isBase64(element) ? PlainText.ofMarkup(text(element)) : plain(element);
    }

    private static String type(Element element) {
        return element.attr("type").strip().toLowerCase(Locale.ROOT);
    }

    /** What Atom 0.3 calls base64; in Atom 1.0 what is neither text nor XML (RFC 4287, section 4.1.3.3). */
    private static boolean isBase64(Element element) {
        String type = type(element);
        boolean binary =
                type.contains("/") && !type.startsWith("text/") && !type.contains("xml") && !type.contains("html");
        return element.attr("mode").equalsIgnoreCase("base64")
                || binary && XmlNames.isAtom(element) && !element.hasAttr("mode");
    }

    private static String decoded(Element element) {
        String packed = element.wholeText();
        try {
            return new String(Base64.getMimeDecoder().decode(packed), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return packed;
        }
    }

    /** The text of an element whose markup is its own, without what no reader sees. */
    private static String text(Element element) {
        if (element.childrenSize() == 0) {
            return element.wholeText();
        }
        StringBuilder text = new StringBuilder();
        element.nodeStream(TextNode.class)
                .filter(node -> isSeen(node, element))
                .forEach(node -> text.append(node.getWholeText()));
        return text.toString();
    }

    private static boolean isSeen(TextNode node, Element within) {
        for (Element up = (Element) node.parent(); up != null && up != within; up = up.parent()) {
            if (XmlNames.isNamed(up, "script") || XmlNames.isNamed(up, "style")) {
                return false;
            }
        }
        return true;
    }

    /** What an item says beside its title; the first of its summary and its content that says anything. */
    static String summary(Element item) {
        Stream<Element> own = Stream.of("description", "summary", "abstract", "content", "fullitem")
                .flatMap(name -> XmlNames.children(item, name));
        Stream<Element> others =
                Stream.concat(XmlNames.dublinCore(item, "description"), XmlNames.atom(item, "summary"));
        Stream<Element> foreign = item.children().stream().filter(XmlText::isContent);
        return Stream.of(own, others, foreign)
                .flatMap(elements -> elements)
                .map(XmlText::words)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** {@code content:encoded}, and XHTML set into an item. */
    private static boolean isContent(Element child) {
        return Stream.of("encoded", "body", "div").anyMatch(name -> XmlNames.isNamed(child, name));
    }
}
