package org.polywire.publish;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An output as the program that takes it sees it, layer by layer: JSON, XML, and the HTML that stands in them. Not for several threads. */
final class Opened {
    /** Where a format says that a text is HTML. */
    private static final Set<String> HTML_FIELDS =
            Set.of("html", "content_html", "encoded", "item/description", "entry/content", "bodies/value");

    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    private final List<Place> places = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final StringBuilder read = new StringBuilder();

    /**
     * A value and where it stands.
     *
     * @param kind {@code html} for elements and attributes, else that of the format around it
     * @param name {@code element}, {@code element@attribute}, or a field's name
     */
    record Place(String kind, String name, String value) {}

    private Opened() {}

    static Opened of(Output output) {
        Opened opened = new Opened();
        switch (output.form()) {
            case HTML -> opened.html(output.body());
            case XML -> opened.xml(document(output.body()).getDocumentElement());
            case JSON -> opened.json("", "", JsonMapper.shared().readTree(output.body()));
            case TEXT -> opened.say(output.body());
        }
        return opened;
    }

    /** Every element, attribute and field. */
    List<Place> places() {
        return places;
    }

    /** Every text and value, each whole. */
    List<String> told() {
        return told;
    }

    /** The texts in reading order, without attributes. */
    String read() {
        return read.toString();
    }

    private void say(String text) {
        told.add(text);
        read.append(text).append('\n');
    }

    private void note(String kind, String name, String value) {
        places.add(new Place(kind, name, value));
        told.add(value);
    }

    private void html(String markup) {
        NodeTraversor.traverse(
                (node, depth) -> {
                    if (node instanceof Element element && !element.normalName().startsWith("#")) {
                        element(element);
                    } else if (node instanceof TextNode text) {
                        say(text.getWholeText());
                    } else if (node instanceof DataNode data) {
                        data(data);
                    }
                },
                Jsoup.parse(markup));
    }

    private void element(Element element) {
        String name = element.normalName();
        places.add(new Place("html", name, element.attr("type")));
        for (Attribute attribute : element.attributes()) {
            note("html", name + "@" + attribute.getKey(), attribute.getValue());
        }
    }

    /** What a browser does not read as text: of scripts, the structured data. */
    private void data(DataNode data) {
        if (data.parent() instanceof Element script && script.attr("type").equals("application/ld+json")) {
            int before = read.length();
            json("", "", JsonMapper.shared().readTree(data.getWholeData()));
            read.setLength(before);
        }
    }

    private static org.w3c.dom.Document document(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError("not well-formed: " + xml, e);
        }
    }

    private void xml(org.w3c.dom.Element element) {
        String name = element.getLocalName();
        String kind = XHTML.equals(element.getNamespaceURI()) ? "html" : "xml";
        places.add(new Place(kind, name, ""));
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            if (!attribute.getNodeName().startsWith("xmlns")) {
                note(kind, name + "@" + attribute.getNodeName(), attribute.getNodeValue());
            }
        }
        if (kind.equals("xml") && isHtml(element.getParentNode().getLocalName(), name)) {
            html(element.getTextContent());
            return;
        }
        NodeList children = element.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            Node child = children.item(i);
            if (child instanceof org.w3c.dom.Element inner) {
                xml(inner);
            } else {
                say(child.getNodeValue());
            }
        }
    }

    private void json(String around, String name, JsonNode node) {
        if (node.isObject()) {
            node.properties().forEach(field -> json(name, field.getKey(), field.getValue()));
        } else if (node.isArray()) {
            node.forEach(one -> json(around, name, one));
        } else if (isHtml(around, name)) {
            html(node.asString());
        } else {
            places.add(new Place("json", name, node.asString("")));
            say(node.asString(""));
        }
    }

    private static boolean isHtml(String around, String name) {
        return HTML_FIELDS.contains(name) || HTML_FIELDS.contains(around + "/" + name);
    }
}
