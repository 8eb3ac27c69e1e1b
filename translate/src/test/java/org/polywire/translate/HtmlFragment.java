package org.polywire.translate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Carries the markup of an HTML fragment over to given translations, with the same classes that serve articles. */
final class HtmlFragment {
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "h1",
            "h2",
            "h3",
            "ul",
            "ol",
            "li",
            "blockquote",
            "table",
            "tbody",
            "tr",
            "th",
            "td",
            "figure",
            "figcaption",
            "pre");
    private static final Set<String> INVISIBLE = Set.of("script", "style", "wbr");

    /** A target word of a case. */
    record Target(String text, List<Integer> from, String before) {}

    record Segment(List<String> source, List<Target> target) {}

    record Elem(String name, Map<String, String> attributes) {
        String start(boolean first) {
            StringBuilder tag = new StringBuilder("<" + name);
            attributes.forEach((key, value) -> {
                if (first || !key.equals("id")) {
                    tag.append(' ').append(key).append("=\"");
                    tag.append(value.replace("&", "&amp;").replace("\"", "&quot;"))
                            .append('"');
                }
            });
            return tag.append('>').toString();
        }
    }

    static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        RefusedException(String code) {
            super(code);
        }
    }

    private record Picture(int at, boolean spaceBefore, boolean spaceAfter, Tag<Elem> tag, List<Tag<Elem>> round) {}

    private static final class Line {
        final StringBuilder text = new StringBuilder();
        final List<Span<Elem>> spans = new ArrayList<>();
        final List<Picture> pictures = new ArrayList<>();

        Tag<Elem> tag(int order) {
            return spans.stream()
                    .map(Span::tag)
                    .filter(tag -> tag.order() == order)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private final List<Segment> segments;
    private final StringBuilder html = new StringBuilder();
    private final Map<Integer, Tag<Elem>> held = new LinkedHashMap<>();
    private final Set<Integer> placed = new LinkedHashSet<>();
    private int nextSegment;
    private int order;

    private List<Line> lines = new ArrayList<>();
    private final List<Tag<Elem>> open = new ArrayList<>();

    HtmlFragment(String source, List<Segment> segments) {
        this.segments = segments;
        children(Jsoup.parseBodyFragment(source).body());
    }

    String html() {
        return html.toString();
    }

    List<String> lost() {
        return held.values().stream()
                .filter(tag -> !placed.contains(tag.order()))
                .map(tag -> tag.value().start(true))
                .toList();
    }

    private void children(Element parent) {
        newRun();
        for (Node child : parent.childNodes()) {
            if (child instanceof Element element && BLOCKS.contains(element.normalName())) {
                endRun();
                block(element);
                newRun();
            } else {
                inline(child);
            }
        }
        endRun();
    }

    private void block(Element element) {
        html.append(elem(element).start(true));
        if (element.normalName().equals("pre")) {
            html.append(escape(element.wholeText()));
        } else {
            children(element);
        }
        html.append("</").append(element.normalName()).append('>');
    }

    private static Elem elem(Element element) {
        Map<String, String> attributes = new LinkedHashMap<>();
        element.attributes().forEach(attribute -> attributes.put(attribute.getKey(), attribute.getValue()));
        return new Elem(element.normalName(), attributes);
    }

    private void newRun() {
        lines = new ArrayList<>(List.of(new Line()));
    }

    private void inline(Node node) {
        if (node instanceof TextNode text) {
            text.getWholeText().chars().forEach(character -> append((char) character));
        } else if (node instanceof Element element && !INVISIBLE.contains(element.normalName())) {
            inlineElement(element);
        }
    }

    private void append(char character) {
        StringBuilder text = lines.getLast().text;
        if (" \t\n\r\f".indexOf(character) >= 0) {
            spaceAfterPicture(lines.getLast());
            boolean doubled = !text.isEmpty() && text.charAt(text.length() - 1) == ' ';
            if (!text.isEmpty() && !doubled || !lines.getLast().pictures.isEmpty() && !doubled) {
                text.append(' ');
            }
        } else if (character != '\u00AD') {
            text.append(character);
        }
    }

    private static void spaceAfterPicture(Line line) {
        if (!line.pictures.isEmpty() && line.pictures.getLast().at() == line.text.length()) {
            Picture last = line.pictures.removeLast();
            line.pictures.add(new Picture(last.at(), last.spaceBefore(), true, last.tag(), last.round()));
        }
    }

    private void inlineElement(Element element) {
        Tag<Elem> tag = new Tag<>(order++, element.normalName().equals("a"), elem(element));
        Line line = lines.getLast();
        switch (element.normalName()) {
            case "br" -> lines.add(new Line());
            case "img" -> {
                boolean space = !line.text.isEmpty() && line.text.charAt(line.text.length() - 1) == ' ';
                line.pictures.add(new Picture(line.text.length(), space, false, tag, List.copyOf(open)));
                open.forEach(round -> held.put(round.order(), round));
            }
            default -> container(element, tag);
        }
    }

    private void container(Element element, Tag<Elem> tag) {
        int firstLine = lines.size() - 1;
        int start = lines.getLast().text.length();
        open.add(tag);
        element.childNodes().forEach(this::inline);
        open.removeLast();
        for (int i = firstLine; i < lines.size(); i++) {
            Line line = lines.get(i);
            int from = i == firstLine ? start : 0;
            if (from < line.text.length() && !line.text.substring(from).isBlank()) {
                line.spans.add(new Span<>(from, line.text.length(), tag));
            }
        }
    }

    private void endRun() {
        List<Leaf<Elem>> all = new ArrayList<>();
        boolean first = true;
        for (Line line : lines) {
            List<Span<Elem>> merged = merged(line);
            line.spans.clear();
            line.spans.addAll(merged);
            merged.forEach(span -> held.put(span.tag().order(), span.tag()));
            List<Leaf<Elem>> leaves = leaves(line);
            if (!first) {
                List<Tag<Elem>> tags = new ArrayList<>();
                if (!all.isEmpty() && !leaves.isEmpty()) {
                    tags.addAll(Coverage.shared(
                            all.getLast().tags(), leaves.getFirst().tags()));
                }
                tags.add(new Tag<>(order++, false, new Elem("br", Map.of())));
                all.add(new Leaf<>("", "", tags));
            }
            all.addAll(leaves);
            first = false;
        }
        all.forEach(leaf -> leaf.tags().forEach(tag -> placed.add(tag.order())));
        Renderer.render(all, new Writer()).forEach(html::append);
    }

    /** Neighbours that are written alike are one already in the source. */
    private static List<Span<Elem>> merged(Line line) {
        List<Span<String>> written = line.spans.stream()
                .map(span -> new Span<>(span.start(), span.end(), written(span.tag())))
                .toList();
        return Coverage.merged(line.text.toString(), written).stream()
                .map(span ->
                        new Span<>(span.start(), span.end(), line.tag(span.tag().order())))
                .toList();
    }

    private static Tag<String> written(Tag<Elem> tag) {
        return new Tag<>(tag.order(), tag.link(), tag.value().start(true));
    }

    private List<Leaf<Elem>> leaves(Line line) {
        boolean words = line.text.codePoints().anyMatch(Character::isLetterOrDigit);
        return words
                ? translated(line, segments.get(nextSegment++))
                : line.pictures.stream().map(picture -> leaf(picture, "")).toList();
    }

    private static Leaf<Elem> leaf(Picture picture, String before) {
        List<Tag<Elem>> tags = new ArrayList<>(picture.round());
        tags.add(picture.tag());
        return new Leaf<>(before, "", tags);
    }

    private List<Leaf<Elem>> translated(Line line, Segment segment) {
        List<Sentences.Range> words = words(line, segment);
        boolean aligned =
                segment.target().stream().anyMatch(target -> !target.from().isEmpty());
        if (!line.spans.isEmpty() && !aligned) {
            throw new RefusedException("alignment-missing");
        }
        List<Leaf<Elem>> leaves = new ArrayList<>();
        List<List<Integer>> from = new ArrayList<>();
        BitSet added = new BitSet();
        for (Target target : segment.target()) {
            added.set(leaves.size(), target.from().isEmpty());
            for (Leaf<Elem> leaf : word(line, words, segment, target)) {
                leaves.add(leaves.isEmpty() ? leaf.withBefore("") : leaf);
                from.add(target.from());
            }
        }
        return withPictures(line, words, new ArrayList<>(Coverage.fill(leaves, added)), from);
    }

    private static List<Sentences.Range> words(Line line, Segment segment) {
        List<Sentences.Range> ranges = new ArrayList<>();
        int at = 0;
        for (String word : segment.source()) {
            int start = line.text.indexOf(word, at);
            if (start < 0) {
                throw new IllegalStateException("“" + word + "” is not in “" + line.text + "”");
            }
            at = start + word.length();
            ranges.add(new Sentences.Range(start, at));
        }
        return ranges;
    }

    private List<Leaf<Elem>> word(Line line, List<Sentences.Range> words, Segment segment, Target target) {
        if (target.from().stream().anyMatch(index -> index >= words.size())) {
            throw new RefusedException("alignment-out-of-range");
        }
        if (target.from().size() == 1
                && segment.source().get(target.from().getFirst()).equals(target.text())) {
            return unchanged(line, words.get(target.from().getFirst()), target.before());
        }
        List<List<Tag<Elem>>> sources = target.from().stream()
                .map(index -> Coverage.of(
                        line.spans, words.get(index).start(), words.get(index).end()))
                .toList();
        return List.of(new Leaf<>(target.before(), target.text(), Coverage.union(sources)));
    }

    /** A word that stayed as it was keeps its inner markup. */
    private static List<Leaf<Elem>> unchanged(Line line, Sentences.Range word, String before) {
        List<Leaf<Elem>> leaves = new ArrayList<>();
        int start = word.start();
        for (int end = start + 1; end <= word.end(); end++) {
            if (end == word.end() || !tagsAt(line, end).equals(tagsAt(line, start))) {
                String space = leaves.isEmpty() ? before : "";
                leaves.add(new Leaf<>(space, line.text.substring(start, end), tagsAt(line, start)));
                start = end;
            }
        }
        return leaves;
    }

    private static List<Tag<Elem>> tagsAt(Line line, int at) {
        return Coverage.of(line.spans, at, at + 1);
    }

    private static List<Leaf<Elem>> withPictures(
            Line line, List<Sentences.Range> words, List<Leaf<Elem>> leaves, List<List<Integer>> from) {
        for (Picture picture : line.pictures.reversed()) {
            int place = 0;
            while (place < leaves.size()
                    && (place >= from.size()
                            || from.get(place).stream()
                                    .noneMatch(index -> words.get(index).start() >= picture.at()))) {
                place++;
            }
            if (place < leaves.size()) {
                leaves.set(place, leaves.get(place).withBefore(picture.spaceAfter() ? " " : ""));
            }
            leaves.add(place, leaf(picture, place > 0 && picture.spaceBefore() ? " " : ""));
            from.add(place, List.of());
        }
        return leaves;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static final class Writer implements Renderer.Nodes<Elem, String> {
        private static final Set<String> VOID = Set.of("br", "img");

        @Override
        public String text(String text) {
            return escape(text);
        }

        @Override
        public String element(Elem value, boolean first, List<String> content) {
            String inner = content.stream().collect(Collectors.joining());
            return value.start(first) + (VOID.contains(value.name()) ? "" : inner + "</" + value.name() + ">");
        }
    }
}
