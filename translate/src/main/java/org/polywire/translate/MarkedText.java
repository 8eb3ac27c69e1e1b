package org.polywire.translate;

import java.util.ArrayList;
import java.util.List;
import org.polywire.model.Inline;
import org.polywire.model.Inline.Emphasis;
import org.polywire.model.Inline.LineBreak;
import org.polywire.model.Inline.Link;
import org.polywire.model.Inline.Quoted;
import org.polywire.model.Inline.Strong;
import org.polywire.model.Inline.Text;
import org.polywire.model.Inline.Verbatim;
import org.polywire.model.Inlines;
import org.polywire.translate.Mark.Break;
import org.polywire.translate.Mark.Emphasised;
import org.polywire.translate.Mark.Linked;
import org.polywire.translate.Mark.Strengthened;
import org.polywire.translate.Mark.Untranslated;

/** Takes inline content apart into lines of plain text with ranges of markup, and puts translated words together again. */
final class MarkedText {
    private static final char SOFT_HYPHEN = '\u00AD';

    private final List<MarkedLine> lines = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final List<Tag<Mark>> open = new ArrayList<>();
    private final List<Integer> openSince = new ArrayList<>();
    private final List<Span<Mark>> spans = new ArrayList<>();
    private int order;

    private MarkedText() {}

    /** The lines of the content; one more than it has line breaks. */
    static List<MarkedLine> lines(List<Inline> content) {
        if (content.size() == 1 && content.getFirst() instanceof Text(String value) && isPlain(value, true)) {
            return List.of(new MarkedLine(value.stripTrailing(), List.of()));
        }
        MarkedText reader = new MarkedText();
        content.forEach(reader::read);
        reader.endLine();
        return reader.lines;
    }

    private void read(Inline inline) {
        switch (inline) {
            case Text(String value) -> text(value);
            case Verbatim(String value) -> verbatim(value);
            case Emphasis(List<Inline> content) -> element(false, new Emphasised(), content);
            case Strong(List<Inline> content) -> element(false, new Strengthened(), content);
            case Link(var target, List<Inline> content) -> element(true, new Linked(target), content);
            case LineBreak() -> endLine();
            case Quoted quoted -> quoted.spelt().forEach(this::read);
        }
    }

    private void text(String value) {
        if (isPlain(value, text.isEmpty() || text.charAt(text.length() - 1) == ' ')) {
            text.append(value);
            return;
        }
        int done = 0;
        for (int i = 0; i < value.length(); i++) {
            if (!Character.isLetter(value.charAt(i))) {
                text.append(value, done, i);
                append(value.charAt(i));
                done = i + 1;
            }
        }
        text.append(value, done, value.length());
    }

    /**
     * Whether it has nothing that is left out or written otherwise; so it is with most text.
     *
     * @param afterSpace whether a space stands before it, or nothing
     */
    private static boolean isPlain(String value, boolean afterSpace) {
        boolean space = afterSpace;
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            if (character == ' ' ? space : isWrittenOtherwise(character)) {
                return false;
            }
            space = character == ' ';
        }
        return true;
    }

    private static boolean isWrittenOtherwise(char character) {
        return (character < '!' || character > '~')
                && !Character.isLetter(character)
                && (Character.isWhitespace(character) || Character.isISOControl(character) || character == SOFT_HYPHEN);
    }

    private void append(char character) {
        if (Character.isWhitespace(character) || Character.isISOControl(character)) {
            if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
                text.append(' ');
            }
        } else if (character != SOFT_HYPHEN) {
            text.append(character);
        }
    }

    private void verbatim(String value) {
        int start = text.length();
        text.append(value);
        spans.add(new Span<>(start, text.length(), new Tag<>(order++, false, new Untranslated())));
    }

    private void element(boolean link, Mark mark, List<Inline> content) {
        open.add(new Tag<>(order++, link, mark));
        openSince.add(text.length());
        content.forEach(this::read);
        close(open.size() - 1);
        open.removeLast();
        openSince.removeLast();
    }

    private void close(int index) {
        if (openSince.get(index) < text.length()) {
            spans.add(new Span<>(openSince.get(index), text.length(), open.get(index)));
        }
    }

    private void endLine() {
        for (int i = 0; i < open.size(); i++) {
            close(i);
            openSince.set(i, 0);
        }
        String line = text.toString().stripTrailing();
        lines.add(new MarkedLine(line, Coverage.merged(line, spans)));
        text.setLength(0);
        spans.clear();
    }

    /** The words of all lines with the line breaks between them; a break is in an element if the words on both sides are. */
    static List<Leaf<Mark>> join(List<List<Leaf<Mark>>> lines) {
        List<Leaf<Mark>> all = new ArrayList<>();
        int order = Integer.MAX_VALUE - lines.size();
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0) {
                all.add(new Leaf<>("", "", breakTags(lines.get(i - 1), lines.get(i), order++)));
            }
            all.addAll(lines.get(i));
        }
        return all;
    }

    private static List<Tag<Mark>> breakTags(List<Leaf<Mark>> above, List<Leaf<Mark>> below, int order) {
        List<Tag<Mark>> tags = new ArrayList<>();
        if (!above.isEmpty() && !below.isEmpty()) {
            tags.addAll(Coverage.shared(above.getLast().tags(), below.getFirst().tags()));
        }
        tags.add(new Tag<>(order, false, new Break()));
        return tags;
    }

    /** The tree of translated words. */
    static List<Inline> build(List<Leaf<Mark>> leaves) {
        return Inlines.canonical(Renderer.render(leaves, new Nodes()));
    }

    private static final class Nodes implements Renderer.Nodes<Mark, Inline> {
        @Override
        public Inline text(String text) {
            return new Text(text);
        }

        @Override
        public Inline element(Mark mark, boolean first, List<Inline> content) {
            return switch (mark) {
                case Emphasised() -> new Emphasis(content);
                case Strengthened() -> new Strong(content);
                case Linked(var target) -> new Link(target, content);
                case Untranslated() -> new Verbatim(Inlines.text(content));
                case Break() -> new LineBreak();
            };
        }
    }
}
