package org.polywire.translate;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.polywire.model.Inline;
import org.polywire.model.Inline.LineBreak;
import org.polywire.model.Inline.Link;
import org.polywire.model.Inline.Text;
import org.polywire.model.Inline.Verbatim;
import org.polywire.model.Inlines;

/**
 * A sequence of phrasing content in an HTML document. Each stretch of its text travels as a link whose target names the elements round it, from the
 * outside in, as in {@code element:2/5}; so it comes back on the words that it belongs to, however the engine works. Not safe to share between threads.
 */
final class HtmlRun {
    /** A tenth of this is much; where each element belongs takes time that grows with the square of their number. */
    private static final int MOST_ELEMENTS = 1_000;

    /** Elements that stay as they are, with all that is in them. */
    private static final Set<String> KEPT = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "textarea",
            "select",
            "svg",
            "math",
            "canvas",
            "video",
            "audio",
            "iframe",
            "object",
            "embed",
            "img",
            "picture",
            "input",
            "wbr",
            "code",
            "kbd",
            "samp",
            "var",
            "tt",
            "pre",
            "ruby",
            "map");

    /** Those of them whose words are part of the sentence. */
    private static final Set<String> SPOKEN = Set.of("code", "kbd", "samp", "var", "tt", "ruby");

    /** Blocks to jsoup, but phrasing content where they hold no block (HTML, 4.7). */
    private static final Set<String> EDITS = Set.of("ins", "del");

    /** Inline to jsoup, but no part of a sentence. */
    private static final Set<String> BLOCKS = Set.of("pre", "summary", "legend");

    /** Stands in the text for an element without words: OBJECT REPLACEMENT CHARACTER (Unicode, 23.8). */
    private static final String OBJECT = "\uFFFC";

    private static final String SCHEME = "element";
    private static final Pattern SPACE = Pattern.compile("[ \\t\\n\\f\\r]+");

    private final List<Node> nodes;
    private final List<Node> marks = new ArrayList<>();
    private final Set<Integer> atoms = new LinkedHashSet<>();
    private final Deque<Element> breaks = new ArrayDeque<>();
    private final List<Inline> content = new ArrayList<>();

    private HtmlRun(List<Node> nodes) {
        this.nodes = nodes;
        nodes.forEach(node -> read(node, List.of()));
    }

    /** The run that these siblings are, without what stands at their ends and has no words; empty if none of them has any. */
    static Optional<HtmlRun> of(List<Node> siblings) {
        int start = 0;
        int end = siblings.size();
        while (start < end && isWordless(siblings.get(start))) {
            start++;
        }
        while (end > start && isWordless(siblings.get(end - 1))) {
            end--;
        }
        return start == end ? Optional.empty() : Optional.of(new HtmlRun(List.copyOf(siblings.subList(start, end))));
    }

    /** Whether a node can be in a run; what holds a block cannot. */
    static boolean isPhrasing(Node node) {
        if (!(node instanceof Element element)) {
            return true;
        }
        String name = element.normalName();
        boolean inline = (KEPT.contains(name) || !element.isBlock() || EDITS.contains(name)) && !BLOCKS.contains(name);
        return inline && (isKept(element) || element.children().stream().allMatch(HtmlRun::isPhrasing));
    }

    /** Whether an element stays as it is, with all that is in it. */
    static boolean isKept(Element element) {
        return KEPT.contains(element.normalName())
                || element.attr("translate").equalsIgnoreCase("no")
                || element.hasClass("notranslate");
    }

    private static boolean isWordless(Node node) {
        return switch (node) {
            case TextNode text -> text.isBlank();
            case Element element ->
                isKept(element) ? keptWords(element).isEmpty() : element.text().isBlank();
            default -> true;
        };
    }

    /** The words of a kept element that are part of the sentence round it. */
    private static String keptWords(Element element) {
        boolean silent = KEPT.contains(element.normalName()) && !SPOKEN.contains(element.normalName());
        return silent ? "" : element.text().strip();
    }

    /** What is translated. */
    List<Inline> content() {
        List<Inline> inside = new ArrayList<>(Inlines.canonical(content));
        if (inside.getFirst() instanceof Text(String words)) {
            inside.set(0, new Text(words.stripLeading()));
        }
        if (inside.getLast() instanceof Text(String words)) {
            inside.set(inside.size() - 1, new Text(words.stripTrailing()));
        }
        return List.copyOf(inside);
    }

    private void read(Node node, List<Integer> round) {
        switch (node) {
            case TextNode text -> add(SPACE.matcher(text.getWholeText()).replaceAll(" "), round);
            case Element element
            when element.normalName().equals("br") -> {
                breaks.add(element);
                content.add(new LineBreak());
            }
            case Element element when isKept(element) -> addAtom(element, keptWords(element), round);
            case Element element
            when element.text().isBlank() && element.childrenSize() == 0 -> addAtom(element, "", round);
            case Element element -> {
                List<Integer> inside = inside(element, round);
                element.childNodes().forEach(child -> read(child, inside));
            }
            default -> addAtom(node, "", round);
        }
    }

    private List<Integer> inside(Node mark, List<Integer> round) {
        if (marks.size() == MOST_ELEMENTS) {
            throw new IllegalArgumentException("a text with more than " + MOST_ELEMENTS + " elements in it");
        }
        List<Integer> inside = new ArrayList<>(round);
        inside.add(marks.size());
        marks.add(mark);
        return inside;
    }

    private void addAtom(Node atom, String words, List<Integer> round) {
        atoms.add(marks.size());
        content.add(link(inside(atom, round), new Verbatim(words.isEmpty() ? OBJECT : words)));
    }

    private void add(String words, List<Integer> round) {
        if (!words.isEmpty()) {
            content.add(round.isEmpty() || words.isBlank() ? new Text(words) : link(round, new Text(words)));
        }
    }

    private static Link link(List<Integer> round, Inline words) {
        String path = round.stream().map(String::valueOf).collect(Collectors.joining("/"));
        return new Link(URI.create(SCHEME + ":" + path), List.of(words));
    }

    /** Whether a link stands for elements of a document, and leads nowhere. */
    static boolean isElement(URI target) {
        return SCHEME.equals(target.getScheme());
    }

    /** The numbers of the elements that a link of a run stands for, from the outside in. */
    static List<Integer> round(URI target) {
        return Stream.of(target.getSchemeSpecificPart().split("/", -1))
                .map(Integer::valueOf)
                .toList();
    }

    /** Puts a translation in the place of the run. */
    void replace(List<Inline> translation) {
        Node first = nodes.getFirst();
        first.before(new TextNode(edge(first, true)));
        new HtmlRunWriter(marks, atoms, breaks).write(translation).forEach(first::before);
        first.before(new TextNode(edge(nodes.getLast(), false)));
        nodes.forEach(Node::remove);
    }

    /** The white space at the beginning or the end of a text; it is not translated. */
    private static String edge(Node node, boolean leading) {
        String text = node instanceof TextNode words ? words.getWholeText() : "";
        return leading
                ? text.substring(0, text.length() - text.stripLeading().length())
                : text.substring(text.stripTrailing().length());
    }
}
