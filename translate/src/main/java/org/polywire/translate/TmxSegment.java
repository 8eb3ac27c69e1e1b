package org.polywire.translate;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.polywire.model.Inline;
import org.polywire.model.Inline.Emphasis;
import org.polywire.model.Inline.LineBreak;
import org.polywire.model.Inline.Link;
import org.polywire.model.Inline.Strong;
import org.polywire.model.Inline.Verbatim;
import org.polywire.model.Inlines;

/**
 * The content of a TMX segment. Codes whose native form is HTML that our documents hold become markup, and those of other tools nothing:
 * the words in them count, the codes do not.
 */
final class TmxSegment {
    private static final Function<List<Inline>, List<Inline>> NOTHING = content -> content;

    /** An element that is open: its number, what it makes of its content, and the content so far. */
    private record Open(String number, Function<List<Inline>, List<Inline>> element, List<Inline> content) {}

    private final XMLStreamReader in;
    private final Deque<Open> open = new ArrayDeque<>();

    private TmxSegment(XMLStreamReader in) {
        this.in = in;
        open.push(new Open("", NOTHING, new ArrayList<>()));
    }

    /**
     * Reads to the end of the segment that the reader stands at the start of.
     *
     * @throws IllegalArgumentException if its codes are not properly nested, or no document of ours can hold them
     */
    static List<Inline> read(XMLStreamReader in) throws XMLStreamException {
        return new TmxSegment(in).read();
    }

    private List<Inline> read() throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth += start(in.getLocalName());
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(in.getText());
                default -> {}
            }
        }
        if (open.size() != 1) {
            throw new IllegalArgumentException("an element has a beginning and no end");
        }
        return Inlines.canonical(open.pop().content());
    }

    /** Whether the element stays open, as 1 or 0. */
    private int start(String element) throws XMLStreamException {
        String number = Optional.ofNullable(in.getAttributeValue(null, "i")).orElse("");
        switch (element) {
            case "bpt" -> open.push(new Open(number, element(code()), new ArrayList<>()));
            case "ept" -> {
                code();
                end(number);
            }
            case "ph" -> placeholder(code());
            case "it", "ut" -> code();
            default -> {
                return 1;
            }
        }
        return 0;
    }

    /** The native code in the element that the reader stands at the start of. */
    private String code() throws XMLStreamException {
        StringBuilder code = new StringBuilder();
        for (int depth = 1; depth > 0; ) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> code.append(in.getText());
                default -> {}
            }
        }
        return code.toString();
    }

    private void text(String text) {
        add(Inlines.ofText(text));
    }

    private void add(List<Inline> content) {
        open.element().content().addAll(content);
    }

    private static Function<List<Inline>, List<Inline>> element(String code) {
        Element tag = tag(code);
        return switch (tag.normalName()) {
            case "em", "i" -> content -> List.of(new Emphasis(content));
            case "strong", "b" -> content -> List.of(new Strong(content));
            case "a" -> {
                URI target = URI.create(tag.attr("href"));
                yield content -> List.of(new Link(target, content));
            }
            default -> NOTHING;
        };
    }

    /** The HTML element that a native code begins; the body if none. */
    private static Element tag(String code) {
        Element body = Jsoup.parseBodyFragment(code).body();
        return body.childrenSize() == 1 ? body.child(0) : body;
    }

    private void placeholder(String code) {
        Element tag = tag(code);
        switch (tag.normalName()) {
            case "br" -> add(List.of(new LineBreak()));
            case "code" -> {
                if (!tag.wholeText().isEmpty()) {
                    add(List.of(new Verbatim(tag.wholeText())));
                }
            }
            default -> {}
        }
    }

    private void end(String number) {
        if (open.size() == 1 || !open.element().number().equals(number)) {
            throw new IllegalArgumentException("the element " + number + " ends where it is not open");
        }
        Open done = open.pop();
        add(done.content().isEmpty() ? List.of() : done.element().apply(done.content()));
    }
}
