package org.polywire.gather;

import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** The words in elements of XML feeds, as plain text. */
final class XmlText {
    private XmlText() {}

    /** In Atom, text is plain unless it says otherwise; elsewhere nobody knows. */
    static String plain(Element element) {
        String type = element.attr("type");
        boolean plain = XmlNames.isAtom(element) && !type.contains("html") || type.contains("xhtml");
        return plain ? PlainText.unescaped(element.wholeText()) : PlainText.ofHtml(element.wholeText());
    }

    /** What an item says beside its title; the first of its summary and its content that says anything. */
    static String summary(Element item) {
        Stream<Element> own = Stream.of("description", "summary", "abstract", "content", "body", "fullitem", "div")
                .flatMap(name -> XmlNames.children(item, name));
        Stream<Element> encoded = item.children().stream().filter(child -> XmlNames.isNamed(child, "encoded"));
        Stream<Element> others =
                Stream.concat(XmlNames.dublinCore(item, "description"), XmlNames.atom(item, "summary"));
        return Stream.of(own, others, encoded)
                .flatMap(elements -> elements)
                .map(XmlText::plain)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}
