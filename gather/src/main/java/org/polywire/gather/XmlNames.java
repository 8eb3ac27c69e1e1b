package org.polywire.gather;

import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Finds elements by name in documents that declare their namespaces or do not. */
final class XmlNames {
    private static final String DUBLIN_CORE = "http://purl.org/dc/";

    private XmlNames() {}

    static boolean isNamed(Element element, String localName) {
        return element.tag().localName().equalsIgnoreCase(localName);
    }

    /** The children of that name which belong to the vocabulary of their parent. */
    static Stream<Element> children(Element parent, String localName) {
        return named(parent, localName).filter(child -> sameVocabulary(parent, child));
    }

    static Stream<Element> dublinCore(Element parent, String localName) {
        return named(parent, localName)
                .filter(child -> child.tag().namespace().startsWith(DUBLIN_CORE)
                        || child.tag().prefix().startsWith("dc"));
    }

    /** The children of that name which Atom lends to a feed of another kind. */
    static Stream<Element> atom(Element parent, String localName) {
        return named(parent, localName).filter(XmlNames::isAtom);
    }

    static boolean isAtom(Element element) {
        String namespace = element.tag().namespace();
        return namespace.endsWith("/2005/Atom")
                || namespace.contains("purl.org/atom/")
                || element.tag().prefix().equals("atom");
    }

    private static Stream<Element> named(Element parent, String localName) {
        return parent.children().stream().filter(child -> isNamed(child, localName));
    }

    /** A prefix that was never declared is left in the parser's default namespace, so it is compared too. */
    private static boolean sameVocabulary(Element parent, Element child) {
        String namespace = child.tag().namespace();
        boolean declared = !namespace.equals(Parser.NamespaceXml);
        return namespace.equals(parent.tag().namespace())
                && (declared || child.tag().prefix().equals(parent.tag().prefix()));
    }
}
