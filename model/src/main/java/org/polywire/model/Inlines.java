package org.polywire.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.polywire.model.Inline.Emphasis;
import org.polywire.model.Inline.LineBreak;
import org.polywire.model.Inline.Link;
import org.polywire.model.Inline.Quoted;
import org.polywire.model.Inline.Strong;
import org.polywire.model.Inline.Text;
import org.polywire.model.Inline.Verbatim;

/** What holds for every list of {@link Inline}s. */
public final class Inlines {
    /** How deeply inlines may stand in one another; deeper markup is an attack or an accident. */
    public static final int MAX_DEPTH = 16;

    private Inlines() {}

    public static List<Inline> ofText(String text) {
        return text.isEmpty() ? List.of() : List.of(new Text(text));
    }

    /** The plain text, with a line feed for each line break. */
    public static String text(List<Inline> content) {
        if (content.size() == 1 && content.getFirst() instanceof Text(String value)) {
            return value;
        }
        StringBuilder text = new StringBuilder();
        content.forEach(inline -> append(inline, text));
        return text.toString();
    }

    /** Whether there is nothing but white space in it. */
    public static boolean isBlank(List<Inline> content) {
        for (Inline inline : content) {
            if (!(inline instanceof Text(String value) ? value : text(List.of(inline))).isBlank()) {
                return false;
            }
        }
        return true;
    }

    private static void append(Inline inline, StringBuilder text) {
        switch (inline) {
            case Text(String value) -> text.append(value);
            case Verbatim(String value) -> text.append(value);
            case LineBreak() -> text.append('\n');
            case Emphasis(List<Inline> content) -> content.forEach(child -> append(child, text));
            case Strong(List<Inline> content) -> content.forEach(child -> append(child, text));
            case Link(var target, List<Inline> content) -> content.forEach(child -> append(child, text));
            case Quoted quoted -> quoted.spelt().forEach(child -> append(child, text));
        }
    }

    /** The links in reading order. */
    public static List<Link> links(List<Inline> content) {
        return content.stream().flatMap(Inlines::linksOf).toList();
    }

    private static Stream<Link> linksOf(Inline inline) {
        return switch (inline) {
            case Link link -> Stream.of(link);
            case Emphasis(List<Inline> content) -> links(content).stream();
            case Strong(List<Inline> content) -> links(content).stream();
            case Quoted(var language, List<Inline> content) -> links(content).stream();
            case Text text -> Stream.empty();
            case Verbatim verbatim -> Stream.empty();
            case LineBreak lineBreak -> Stream.empty();
        };
    }

    /** The same words with no link around any of them. */
    public static List<Inline> withoutLinks(List<Inline> content) {
        return canonical(content.stream().flatMap(Inlines::unlinked).toList());
    }

    private static Stream<Inline> unlinked(Inline inline) {
        return switch (inline) {
            case Link(var target, List<Inline> content) -> withoutLinks(content).stream();
            case Emphasis(List<Inline> content) -> Stream.of(new Emphasis(withoutLinks(content)));
            case Strong(List<Inline> content) -> Stream.of(new Strong(withoutLinks(content)));
            case Quoted(var language, List<Inline> content) -> Stream.of(new Quoted(language, withoutLinks(content)));
            case Text text -> Stream.of(text);
            case Verbatim verbatim -> Stream.of(verbatim);
            case LineBreak lineBreak -> Stream.of(lineBreak);
        };
    }

    /** The content of a range of characters of its text; nothing, if one of the ends lies inside an element. */
    public static Optional<List<Inline>> between(List<Inline> content, int start, int end) {
        List<Inline> piece = new ArrayList<>();
        int at = 0;
        for (Inline inline : content) {
            int length = text(List.of(inline)).length();
            int from = Math.max(start, at) - at;
            int to = Math.min(end, at + length) - at;
            if (from < to) {
                if (to - from == length) {
                    piece.add(inline);
                } else if (inline instanceof Text(String value)) {
                    piece.add(new Text(value.substring(from, to)));
                } else {
                    return Optional.empty();
                }
            }
            at += length;
        }
        return Optional.of(canonical(piece));
    }

    /** The one canonical form: adjacent texts are merged, and the list cannot be changed. */
    public static List<Inline> canonical(List<Inline> content) {
        return isMerged(content) ? List.copyOf(content) : merged(content);
    }

    private static boolean isMerged(List<Inline> content) {
        for (int i = 1; i < content.size(); i++) {
            if (content.get(i) instanceof Text && content.get(i - 1) instanceof Text) {
                return false;
            }
        }
        return true;
    }

    private static List<Inline> merged(List<Inline> content) {
        List<Inline> merged = new ArrayList<>(content.size());
        for (Inline inline : content) {
            if (inline instanceof Text(String value)
                    && !merged.isEmpty()
                    && merged.getLast() instanceof Text(String before)) {
                merged.set(merged.size() - 1, new Text(before + value));
            } else {
                merged.add(inline);
            }
        }
        return List.copyOf(merged);
    }

    /** The canonical content of an inline that holds others; refuses an empty one and one that is too deep. */
    static List<Inline> container(List<Inline> content) {
        if (content.isEmpty()) {
            throw new IllegalArgumentException("markup around nothing");
        }
        if (depth(content) >= MAX_DEPTH) {
            throw new IllegalArgumentException("inline markup deeper than " + MAX_DEPTH);
        }
        return canonical(content);
    }

    private static int depth(List<Inline> content) {
        int depth = 0;
        for (Inline inline : content) {
            depth = Math.max(depth, depth(inline));
        }
        return depth;
    }

    private static int depth(Inline inline) {
        return switch (inline) {
            case Emphasis(List<Inline> content) -> 1 + depth(content);
            case Strong(List<Inline> content) -> 1 + depth(content);
            case Link(var target, List<Inline> content) -> 1 + depth(content);
            case Quoted(var language, List<Inline> content) -> 1 + depth(content);
            case Text text -> 0;
            case Verbatim verbatim -> 0;
            case LineBreak lineBreak -> 0;
        };
    }
}
