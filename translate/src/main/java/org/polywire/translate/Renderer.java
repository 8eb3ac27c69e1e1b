package org.polywire.translate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Builds a tree of inline content from words with the elements round them. An element appears once for each unbroken group of
 * words that it covers; equal neighbours become one; nothing is empty. Not safe to share between threads.
 *
 * @param <T> what an element is
 * @param <N> a node of the tree
 */
final class Renderer<T, N> {

    /** Makes the nodes of the tree. */
    interface Nodes<T, N> {
        N text(String text);

        /**
         * @param first whether the element is here for the first time, and not the continuation of one that was split
         */
        N element(T value, boolean first, List<N> content);
    }

    private final Nodes<T, N> nodes;
    private final Set<Integer> seen = new HashSet<>();

    private Renderer(Nodes<T, N> nodes) {
        this.nodes = nodes;
    }

    static <T, N> List<N> render(List<Leaf<T>> leaves, Nodes<T, N> nodes) {
        return new Renderer<>(nodes).level(leaves, 0);
    }

    private List<N> level(List<Leaf<T>> leaves, int depth) {
        List<N> content = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int next = 0;
        while (next < leaves.size()) {
            int end = groupEnd(leaves, next, depth);
            Leaf<T> first = leaves.get(next);
            // The space before an element's first word stands outside of the element.
            text.append(next > 0 || depth == 0 ? first.before() : "");
            if (first.tags().size() > depth) {
                endText(text, content);
                content.add(element(leaves.subList(next, end), depth));
            } else {
                text.append(first.text());
            }
            next = end;
        }
        endText(text, content);
        return content;
    }

    private void endText(StringBuilder text, List<N> content) {
        if (!text.isEmpty()) {
            content.add(nodes.text(text.toString()));
            text.setLength(0);
        }
    }

    private N element(List<Leaf<T>> group, int depth) {
        Tag<T> tag = group.getFirst().tags().get(depth);
        boolean fresh = seen.add(tag.order());
        return nodes.element(tag.value(), fresh, isAtom(group.getFirst(), depth) ? List.of() : level(group, depth + 1));
    }

    private int groupEnd(List<Leaf<T>> leaves, int start, int depth) {
        Leaf<T> first = leaves.get(start);
        int end = start + 1;
        if (first.tags().size() > depth && !isAtom(first, depth)) {
            T value = first.tags().get(depth).value();
            while (end < leaves.size() && belongs(leaves.get(end), depth, value)) {
                end++;
            }
        }
        return end;
    }

    private static <T> boolean belongs(Leaf<T> leaf, int depth, T value) {
        return leaf.tags().size() > depth
                && !isAtom(leaf, depth)
                && leaf.tags().get(depth).value().equals(value);
    }

    private static <T> boolean isAtom(Leaf<T> leaf, int depth) {
        return leaf.text().isEmpty() && leaf.tags().size() == depth + 1;
    }
}
