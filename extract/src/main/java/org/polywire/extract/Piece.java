package org.polywire.extract;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jspecify.annotations.Nullable;

/**
 * A part of the page that becomes one block or nothing.
 *
 * @param element what it stands in
 * @param run the nodes of its text: the element's children, or those between two blocks or double line breaks
 * @param text its text as one line
 * @param length of its text as {@link Words#length} counts it
 * @param linked how many characters of the text are in links
 * @param links how many links it has
 * @param tokens the words of its text
 * @param weight what the text weighs for finding the body: nothing if it is short or full of links
 * @param signature what pieces of the same design have in common: the names and classes of the element and of its parent
 * @param key the words of the text, for comparing
 */
record Piece(
        Kind kind,
        Element element,
        List<Node> run,
        String text,
        int length,
        int linked,
        int links,
        List<String> tokens,
        int weight,
        String signature,
        String key) {
    enum Kind {
        PARAGRAPH,
        HEADING,
        LIST,
        QUOTE,
        TABLE,
        FIGURE,
        EMBED,
        PREFORMATTED,
        DIVIDER;

        /** Whether it shows something without words of its own. */
        boolean isSilent() {
            return this == FIGURE || this == EMBED || this == DIVIDER;
        }
    }

    private static final Evaluator IMAGE = new Evaluator.Tag("img");
    private static final int HASH = 6;
    private static final Set<String> UNREAD = Set.of("script", "style", "template", "noscript", "button");

    static Piece of(Kind kind, Element element, List<? extends Node> run, Designs designs) {
        Gathering gathered = new Gathering();
        run.forEach(node -> gathered.add(node, false));
        String text = Texts.line(gathered.text.toString());
        List<String> words = Words.of(text);
        String key = Words.isPlain(text) ? String.join(" ", words) : Words.key(text);
        int length = Words.length(text);
        int weight = weight(kind, text, length, gathered.linked);
        return new Piece(
                kind,
                element,
                List.copyOf(run),
                text,
                length,
                gathered.linked,
                gathered.links,
                words,
                weight,
                designs.of(element),
                key);
    }

    /** The text of nodes, with a space between two blocks, and what of it is linked. */
    private static final class Gathering {
        private final StringBuilder text = new StringBuilder();
        private int linked;
        private int links;

        private void add(Node node, boolean inLink) {
            if (node instanceof TextNode plain) {
                String words = plain.getWholeText();
                text.append(words);
                linked += inLink ? words.strip().length() : 0;
            } else if (node instanceof Element part && !UNREAD.contains(part.tagName())) {
                boolean link = part.tagName().equals("a");
                boolean apart = part.isBlock() || part.tagName().equals("br");
                text.append(apart ? " " : "");
                links += link ? 1 : 0;
                for (int i = 0; i < part.childNodeSize(); i++) {
                    add(part.childNode(i), inLink || link);
                }
                text.append(apart ? " " : "");
            }
        }
    }

    private static int weight(Kind kind, String text, int length, int linked) {
        if (kind != Kind.PARAGRAPH || linked >= text.length() * 0.4) {
            return 0;
        }
        boolean good = length >= 80 || length >= 45 && Words.endsSentence(text);
        return good ? length - linked : 0;
    }

    /** What a person knows the piece by: its text, or what it is, and in words what it shows. */
    String label() {
        if (!kind.isSilent()) {
            return text;
        }
        Element image = kind == Kind.FIGURE ? element.selectFirst(IMAGE) : null;
        String shown = image == null ? "" : Texts.line(Markup.attribute(image, "alt"));
        return ("[" + Texts.lower(kind.name()) + "] " + shown).strip();
    }

    int words() {
        return tokens.size();
    }

    double linkDensity() {
        return text.isEmpty() ? 0 : Math.min(1, (double) linked / text.length());
    }

    /** Of a heading 1 to 6, or 7 if it is only bold; of what a heading can lead to 8. */
    int level() {
        String tag = element.tagName();
        boolean named = tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1));
        return kind != Kind.HEADING ? 8 : named ? tag.charAt(1) - '0' : 7;
    }

    /** Makes signatures; pieces that follow one another are often alike. For one thread. */
    static final class Designs {
        private @Nullable Element parent;
        private String above = "";
        private String tag = "";
        private String classes = "";
        private String signature = "";

        String of(Element element) {
            Element around = element.parent();
            String own = Markup.classes(element);
            if (around == null || !around.equals(parent)) {
                parent = around;
                above = around == null ? "" : "<" + name(around);
            } else if (tag.equals(element.tagName()) && classes.equals(own)) {
                return signature;
            }
            tag = element.tagName();
            classes = own;
            signature = name(element) + above;
            return signature;
        }
    }

    private static String name(Element element) {
        String classes = Markup.classes(element);
        return element.tagName() + "." + withoutNumbers(classes);
    }

    /** Without runs of digits and without six or more hexadecimal digits in a row, which build tools put into names. */
    static String withoutNumbers(String classes) {
        if (!mayHaveNumbers(classes)) {
            return classes;
        }
        StringBuilder kept = new StringBuilder(classes.length());
        int at = 0;
        while (at < classes.length()) {
            int digits = end(classes, at, false);
            int hexadecimal = digits > at ? digits : end(classes, at, true);
            if (digits > at || hexadecimal - at >= HASH) {
                at = hexadecimal;
            } else {
                kept.append(classes.charAt(at++));
            }
        }
        return kept.toString();
    }

    private static boolean mayHaveNumbers(String classes) {
        for (int i = 0; i < classes.length(); i++) {
            if (isDigit(classes.charAt(i), false)) {
                return true;
            }
        }
        return false;
    }

    private static int end(String classes, int from, boolean hexadecimal) {
        int at = from;
        while (at < classes.length() && isDigit(classes.charAt(at), hexadecimal)) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(char c, boolean hexadecimal) {
        return c >= '0' && c <= '9' || hexadecimal && c >= 'a' && c <= 'f';
    }

    /** Whether both stand in elements of the same name and class, the class not being empty. */
    boolean isLike(Piece other) {
        return !Markup.classes(element).isBlank() && name(element).equals(name(other.element));
    }

    boolean within(Element ancestor) {
        for (Element at = element; at != null; at = at.parent()) {
            if (at == ancestor) {
                return true;
            }
        }
        return false;
    }

    /** The same piece and no other: two paragraphs may say the same. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return Objects.hash(System.identityHashCode(element), text);
    }
}
