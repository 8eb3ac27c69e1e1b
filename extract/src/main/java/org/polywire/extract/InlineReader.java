package org.polywire.extract;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.polywire.model.Inline;

/**
 * Reads runs of nodes as inlines.
 *
 * <p>White space is decided on the flat text, not at the edges of elements: a space between two words stays one space
 * wherever the markup puts it, and belongs to a mark only if both neighbours have that mark. So no seam glues two words.
 */
final class InlineReader {
    private static final Pattern HANDLE =
            Pattern.compile("(?<![\\p{L}\\p{N}_@./])@[A-Za-z0-9_][A-Za-z0-9_.]{1,29}(?<!\\.)");
    private static final Set<String> SKIPPED = Set.of(
            "script",
            "style",
            "template",
            "noscript",
            "svg",
            "button",
            "input",
            "select",
            "textarea",
            "img",
            "iframe",
            "rp",
            "rt");

    private sealed interface Mark {
        record To(URI target) implements Mark {}

        record Stressed() implements Mark {}

        record Important() implements Mark {}
    }

    /** A word or a run of words, a space or a line break, with the marks around it, the outermost first. */
    private record Token(String text, Shape shape, List<Mark> marks) {
        Token with(List<Mark> others) {
            return new Token(text, shape, others);
        }
    }

    private enum Shape {
        WORD,
        SPACE,
        BREAK,
        VERBATIM
    }

    private final URI base;
    private final List<Token> tokens = new ArrayList<>();

    private InlineReader(URI base) {
        this.base = base;
    }

    static List<Inline> read(URI base, List<? extends Node> nodes) {
        if (nodes.size() == 1
                && nodes.getFirst() instanceof TextNode text
                && text.getWholeText().indexOf('@') < 0) {
            return plain(text.getWholeText());
        }
        InlineReader reader = new InlineReader(base);
        nodes.forEach(node -> reader.collect(node, List.of(), false));
        return reader.nested(reader.spaced());
    }

    /** Of what is nothing but a text, as most paragraphs are. */
    private static List<Inline> plain(String text) {
        String line = Texts.singleSpaced(Texts.visible(text));
        return line.isEmpty() ? List.of() : List.of(new Inline.Text(line));
    }

    private void collect(Node node, List<Mark> marks, boolean verbatim) {
        if (node instanceof TextNode text) {
            text(Texts.visible(text.getWholeText()), marks, verbatim);
        } else if (node instanceof Element element && !SKIPPED.contains(element.tagName())) {
            element(element, marks, verbatim);
        }
    }

    private void element(Element element, List<Mark> marks, boolean verbatim) {
        switch (element.tagName()) {
            case "br" -> tokens.add(new Token("\n", Shape.BREAK, List.of()));
            case "a" -> children(element, linked(element, marks), verbatim);
            case "em", "i", "cite", "dfn" -> children(element, plus(marks, new Mark.Stressed()), verbatim);
            case "strong", "b" -> children(element, plus(marks, new Mark.Important()), verbatim);
            case "code", "kbd", "samp", "tt", "var" -> children(element, marks, true);
            default -> {
                boolean block = element.isBlock() && !tokens.isEmpty();
                if (block) {
                    tokens.add(new Token(" ", Shape.SPACE, marks));
                }
                children(element, marks, verbatim);
                if (block) {
                    tokens.add(new Token(" ", Shape.SPACE, marks));
                }
            }
        }
    }

    private void children(Element element, List<Mark> marks, boolean verbatim) {
        element.childNodes().forEach(child -> collect(child, marks, verbatim));
    }

    private List<Mark> linked(Element anchor, List<Mark> marks) {
        boolean inLink = marks.stream().anyMatch(Mark.To.class::isInstance);
        Optional<URI> target = inLink ? Optional.empty() : Addresses.link(base, Markup.attribute(anchor, "href"));
        return target.map(uri -> plus(marks, new Mark.To(uri))).orElse(marks);
    }

    private static List<Mark> plus(List<Mark> marks, Mark mark) {
        if (marks.contains(mark)) {
            return marks;
        }
        List<Mark> more = new ArrayList<>(marks);
        more.add(mark);
        return List.copyOf(more);
    }

    private void text(String text, List<Mark> marks, boolean verbatim) {
        if (verbatim || text.indexOf('@') >= 0) {
            words(text, marks, verbatim);
        } else if (!text.isEmpty()) {
            run(text, marks);
        }
    }

    /** Words that need not be told apart are one token, with single spaces between them. */
    private void run(String text, List<Mark> marks) {
        int start = 0;
        int end = text.length();
        while (start < end && Texts.isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && Texts.isSpace(text.charAt(end - 1))) {
            end--;
        }
        if (start > 0) {
            tokens.add(new Token(" ", Shape.SPACE, marks));
        }
        if (end > start) {
            tokens.add(new Token(Texts.singleSpaced(text.substring(start, end)), Shape.WORD, marks));
        }
        if (end > start && end < text.length()) {
            tokens.add(new Token(" ", Shape.SPACE, marks));
        }
    }

    private void words(String text, List<Mark> marks, boolean verbatim) {
        int at = 0;
        while (at < text.length()) {
            int end = at;
            boolean space = Texts.isSpace(text.charAt(at));
            while (end < text.length() && Texts.isSpace(text.charAt(end)) == space) {
                end++;
            }
            if (space) {
                tokens.add(new Token(" ", Shape.SPACE, marks));
            } else if (verbatim) {
                tokens.add(new Token(text.substring(at, end), Shape.VERBATIM, marks));
            } else {
                word(text.substring(at, end), marks);
            }
            at = end;
        }
    }

    private void word(String word, List<Mark> marks) {
        if (word.indexOf('@') < 0) {
            tokens.add(new Token(word, Shape.WORD, marks));
            return;
        }
        Matcher handle = HANDLE.matcher(word);
        int from = 0;
        while (handle.find()) {
            if (handle.start() > from) {
                tokens.add(new Token(word.substring(from, handle.start()), Shape.WORD, marks));
            }
            tokens.add(new Token(handle.group(), Shape.VERBATIM, marks));
            from = handle.end();
        }
        if (from < word.length()) {
            tokens.add(new Token(word.substring(from), Shape.WORD, marks));
        }
    }

    /** The tokens without white space at the ends, around breaks, or doubled; each space with the marks of both sides. */
    private List<Token> spaced() {
        List<Token> result = new ArrayList<>();
        Token pending = null;
        for (Token token : tokens) {
            if (token.shape() == Shape.SPACE || token.shape() == Shape.BREAK) {
                boolean stronger = pending == null || token.shape() == Shape.BREAK;
                pending = stronger ? token : pending;
            } else {
                if (pending != null && !result.isEmpty()) {
                    result.add(pending.with(shared(result.getLast().marks(), token.marks())));
                }
                pending = null;
                result.add(token);
            }
        }
        return result;
    }

    private static List<Mark> shared(List<Mark> before, List<Mark> after) {
        if (before.isEmpty() || after.isEmpty()) {
            return List.of();
        }
        Set<Mark> common = new HashSet<>(after);
        return before.stream().filter(common::contains).toList();
    }

    /** Wraps the longest run under each mark, so that one element of the page stays one inline. */
    private List<Inline> nested(List<Token> run) {
        List<Inline> result = new ArrayList<>();
        int at = 0;
        while (at < run.size()) {
            Token token = run.get(at);
            if (token.shape() == Shape.SPACE && !token.marks().isEmpty()) {
                result.add(new Inline.Text(" "));
                at++;
            } else if (token.marks().isEmpty()) {
                int end = plainEnd(run, at);
                plain(run.subList(at, end), result);
                at = end;
            } else {
                int start = at;
                Mark widest = token.marks().stream()
                        .reduce((a, b) -> end(run, start, b) > end(run, start, a) ? b : a)
                        .orElseThrow();
                int end = end(run, at, widest);
                List<Token> inner = run.subList(at, end).stream()
                        .map(each -> each.with(each.marks().stream()
                                .filter(mark -> !mark.equals(widest))
                                .toList()))
                        .toList();
                result.add(wrapped(widest, nested(inner)));
                at = end;
            }
        }
        return result;
    }

    private static Inline wrapped(Mark mark, List<Inline> content) {
        return switch (mark) {
            case Mark.To(URI target) -> new Inline.Link(target, content);
            case Mark.Stressed() -> new Inline.Emphasis(content);
            case Mark.Important() -> new Inline.Strong(content);
        };
    }

    private static int end(List<Token> run, int from, Mark mark) {
        int end = from;
        while (end < run.size() && run.get(end).marks().contains(mark)) {
            end++;
        }
        return end;
    }

    private static int plainEnd(List<Token> run, int from) {
        int end = from;
        while (end < run.size() && run.get(end).marks().isEmpty()) {
            end++;
        }
        return end;
    }

    private static void plain(List<Token> run, List<Inline> result) {
        int at = 0;
        while (at < run.size()) {
            Shape shape = run.get(at).shape();
            StringBuilder text = new StringBuilder();
            boolean verbatim = shape == Shape.VERBATIM;
            while (at < run.size()
                    && (run.get(at).shape() == Shape.VERBATIM) == verbatim
                    && run.get(at).shape() != Shape.BREAK) {
                text.append(run.get(at++).text());
            }
            if (!text.isEmpty()) {
                result.add(verbatim ? new Inline.Verbatim(text.toString()) : new Inline.Text(text.toString()));
            }
            if (at < run.size() && run.get(at).shape() == Shape.BREAK) {
                result.add(new Inline.LineBreak());
                at++;
            }
        }
    }
}
