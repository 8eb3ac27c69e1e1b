package org.polywire.gather;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Lists of feeds as readers exchange them (OPML 1.0 and 2.0). Read as leniently as feeds are; groups of feeds are taken apart.
 */
public final class Opml {
    private static final int MOST = 100_000;
    private static final int LARGEST = 10 << 20;

    /**
     * A feed of the list, or a page.
     *
     * @param home the page that it belongs to; empty if the list does not say
     * @param page whether it is a page ({@code type="link"}), to be followed by its links
     */
    public record Outline(String title, URI address, Optional<URI> home, boolean page) {}

    private Opml() {}

    /** Whether bytes are such a list. */
    public static boolean isOpml(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 2_000), StandardCharsets.ISO_8859_1);
        return head.replace("\0", "").contains("<opml");
    }

    /** The feeds in it, each once, in order; of a list of more than 10 MiB or 100,000 feeds, the first ones. */
    public static List<Outline> read(byte[] bytes) {
        String text = Decoding.text(bytes.length <= LARGEST ? bytes : Arrays.copyOf(bytes, LARGEST));
        Document document = Parser.xmlParser().parseInput(text, "");
        List<Outline> outlines = new ArrayList<>();
        document.stream()
                .filter(element -> XmlNames.isNamed(element, "outline"))
                .flatMap(element -> outline(element).stream())
                .limit(MOST)
                .forEach(outlines::add);
        return outlines.stream().distinct().toList();
    }

    private static Optional<Outline> outline(Element element) {
        String title = Stream.of("title", "text")
                .map(name -> PlainText.ofHtml(attribute(element, name)))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        return Stream.of("xmlUrl", "url")
                .flatMap(name -> Links.absolute(attribute(element, name)).stream())
                .findFirst()
                .map(found ->
                        new Outline(title, found, Links.absolute(attribute(element, "htmlUrl")), isPage(element)));
    }

    private static boolean isPage(Element element) {
        return attribute(element, "type").strip().equalsIgnoreCase("link")
                && attribute(element, "xmlUrl").isBlank();
    }

    private static String attribute(Element element, String name) {
        return element.attributes().getIgnoreCase(name);
    }

    /** A list of feeds, in UTF-8. */
    public static String write(String title, List<Outline> outlines) {
        StringBuilder xml = new StringBuilder(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n<head><title>")
                .append(escaped(title))
                .append("</title></head>\n<body>\n");
        for (Outline outline : outlines) {
            String name = escaped(outline.title());
            xml.append(outline.page() ? "<outline type=\"link\"" : "<outline type=\"rss\"")
                    .append(" text=\"")
                    .append(name)
                    .append("\" title=\"")
                    .append(name)
                    .append(outline.page() ? "\" url=\"" : "\" xmlUrl=\"")
                    .append(escaped(outline.address().toString()))
                    .append('"');
            outline.home()
                    .ifPresent(home -> xml.append(" htmlUrl=\"")
                            .append(escaped(home.toString()))
                            .append('"'));
            xml.append("/>\n");
        }
        return xml.append("</body>\n</opml>\n").toString();
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().filter(Opml::isXml).forEach(point -> {
            switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(point);
            }
        });
        return escaped.toString();
    }

    /** The characters of XML 1.0, section 2.2, without line breaks, which attributes do not keep. */
    private static boolean isXml(int point) {
        return point >= 0x20 && point < 0xD800 || point >= 0xE000 && point <= 0xFFFD || point >= 0x10000;
    }
}
