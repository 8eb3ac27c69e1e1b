package org.polywire.extract;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * A part of the page that becomes one block or nothing.
 *
 * @param element what it stands in
 * @param run the nodes of its text: the element's children, or those between two blocks or double line breaks
 * @param text its text as one line
 * @param linked how many characters of the text are in links
 */
record Piece(Kind kind, Element element, List<Node> run, String text, int linked) {
    enum Kind {
        PARAGRAPH,
        HEADING,
        LIST,
        QUOTE,
        TABLE,
        FIGURE,
        EMBED,
        PREFORMATTED,
        DIVIDER
    }

    private static final Pattern NUMBERS = Pattern.compile("\\d+|[0-9a-f]{6,}");

    static Piece of(Kind kind, Element element, List<Node> run) {
        StringBuilder text = new StringBuilder();
        int linked = 0;
        for (Node node : run) {
            if (node instanceof Element part) {
                text.append(part.tagName().equals("br") ? " " : part.wholeText());
                linked += linked(part);
            } else if (node instanceof TextNode plain) {
                text.append(plain.getWholeText());
            }
        }
        return new Piece(kind, element, List.copyOf(run), Texts.line(text.toString()), linked);
    }

    private static int linked(Element part) {
        if (part.tagName().equals("a")) {
            return part.text().length();
        }
        return part.select("a").stream().mapToInt(link -> link.text().length()).sum();
    }

    double linkDensity() {
        return text.isEmpty() ? 0 : Math.min(1, (double) linked / text.length());
    }

    int words() {
        return Words.of(text).size();
    }

    /** What the text weighs for finding the body: nothing if it is short or full of links. */
    int weight() {
        int length = Words.length(text);
        boolean good = kind == Kind.PARAGRAPH
                && linkDensity() < 0.4
                && (length >= 80 || length >= 45 && Words.endsSentence(text));
        return good ? length - linked : 0;
    }

    /** Of a heading 1 to 6, or 7 if it is only bold; of what a heading can lead to 8. */
    int level() {
        boolean named = element.tagName().matches("h[1-6]");
        return kind != Kind.HEADING ? 8 : named ? element.tagName().charAt(1) - '0' : 7;
    }

    /** What pieces of the same design have in common: the names and classes of the element and of its parent. */
    String signature() {
        Element parent = element.parent();
        return name(element) + (parent == null ? "" : "<" + name(parent));
    }

    private static String name(Element element) {
        return element.tagName() + "." + NUMBERS.matcher(element.className()).replaceAll("");
    }

    /** Whether both stand in elements of the same name and class, the class not being empty. */
    boolean isLike(Piece other) {
        return !element.className().isBlank() && name(element).equals(name(other.element));
    }

    boolean within(Element ancestor) {
        return element == ancestor || element.parents().contains(ancestor);
    }
}
