package org.polywire.translate;

import java.net.URI;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.polywire.model.Inline;
import org.polywire.model.Inline.Emphasis;
import org.polywire.model.Inline.LineBreak;
import org.polywire.model.Inline.Link;
import org.polywire.model.Inline.Quoted;
import org.polywire.model.Inline.Strong;
import org.polywire.model.Inline.Text;
import org.polywire.model.Inline.Verbatim;

/**
 * Makes nodes of a translated {@link HtmlRun}. An element is copied once for each unbroken group of words in it, with its {@code id} only the first
 * time; one without words comes once, at the end if the engine lost it. To be used once.
 */
final class HtmlRunWriter {
    /**
     * A stretch of the translation.
     *
     * @param round the numbers of the elements round it, from the outside in
     * @param text empty for a line break
     */
    private record Piece(List<Integer> round, String text) {}

    private final List<Node> marks;
    private final Set<Integer> atoms;
    private final Deque<Element> breaks;
    private final Set<Integer> placed = new HashSet<>();
    private final List<Element> open = new ArrayList<>(List.of(new Element("span")));
    private List<Integer> path = List.of();

    /**
     * @param marks the elements of the run, by their numbers
     * @param atoms the numbers of those that stand as they are
     * @param breaks its line breaks
     */
    HtmlRunWriter(List<Node> marks, Set<Integer> atoms, Deque<Element> breaks) {
        this.marks = marks;
        this.atoms = atoms;
        this.breaks = breaks;
    }

    List<Node> write(List<Inline> translation) {
        List<Piece> pieces = translation.stream()
                .flatMap(inline -> pieces(inline, List.of()))
                .toList();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            write(piece.text().isBlank() ? between(pieces, i) : piece);
        }
        enter(List.of());
        atoms.forEach(this::writeAtom);
        return List.copyOf(open.getFirst().childNodes());
    }

    private static Stream<Piece> pieces(Inline inline, List<Integer> round) {
        return switch (inline) {
            case Text(String value) -> Stream.of(new Piece(round, value));
            case Verbatim(String value) -> Stream.of(new Piece(round, value));
            case LineBreak() -> Stream.of(new Piece(round, ""));
            case Link(URI target, List<Inline> content) -> pieces(content, HtmlRun.round(target));
            case Emphasis(List<Inline> content) -> pieces(content, round);
            case Strong(List<Inline> content) -> pieces(content, round);
            case Quoted quoted -> pieces(quoted.spelt(), round);
        };
    }

    private static Stream<Piece> pieces(List<Inline> content, List<Integer> round) {
        return content.stream().flatMap(inline -> pieces(inline, round));
    }

    /** A space or a line break is in those elements that both its neighbours are in. */
    private static Piece between(List<Piece> pieces, int at) {
        List<Integer> before = at == 0 ? List.of() : pieces.get(at - 1).round();
        List<Integer> after =
                at + 1 == pieces.size() ? List.of() : pieces.get(at + 1).round();
        return new Piece(
                before.subList(0, shared(before, after)), pieces.get(at).text());
    }

    private static int shared(List<Integer> one, List<Integer> other) {
        int length = 0;
        while (length < Math.min(one.size(), other.size()) && one.get(length).equals(other.get(length))) {
            length++;
        }
        return length;
    }

    private void write(Piece piece) {
        boolean atom = !piece.round().isEmpty() && atoms.contains(piece.round().getLast());
        enter(atom ? piece.round().subList(0, piece.round().size() - 1) : piece.round());
        if (atom) {
            writeAtom(piece.round().getLast());
        } else if (!piece.text().isEmpty()) {
            open.getLast().appendText(piece.text());
        } else if (!breaks.isEmpty()) {
            open.getLast().appendChild(breaks.remove().clone());
        }
    }

    private void writeAtom(int number) {
        if (placed.add(number)) {
            open.getLast().appendChild(marks.get(number).clone());
        }
    }

    /** Leaves the elements that the next piece is not in, and enters those that it is. */
    private void enter(List<Integer> round) {
        int common = shared(path, round);
        while (open.size() > common + 1) {
            open.removeLast();
        }
        for (int number : round.subList(common, round.size())) {
            Element shell = ((Element) marks.get(number)).shallowClone();
            if (!placed.add(number)) {
                shell.removeAttr("id");
            }
            open.getLast().appendChild(shell);
            open.add(shell);
        }
        path = List.copyOf(round);
    }
}
