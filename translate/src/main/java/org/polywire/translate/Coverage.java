package org.polywire.translate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which inline elements are round which words. The rules are those of the project's markup transfer cases: an element covers
 * exactly the target words that come from the source words it covered.
 */
final class Coverage {
    private Coverage() {}

    /** The elements round a source word, from the outside in. */
    static <T> List<Tag<T>> of(List<Span<T>> spans, int from, int to) {
        if (spans.isEmpty()) {
            return List.of();
        }
        List<Tag<T>> tags = new ArrayList<>();
        for (Span<T> span : spans) {
            if (span.covers(from, to)) {
                tags.add(span.tag());
            }
        }
        return tags.isEmpty() ? List.of() : ordered(tags);
    }

    /** The same ranges, with equal neighbours that only white space parts as one: they are the same element. */
    static <T> List<Span<T>> merged(String text, List<Span<T>> spans) {
        List<Span<T>> merged = new ArrayList<>();
        spans.stream()
                .sorted(Comparator.comparingInt(span -> span.tag().order()))
                .forEach(span -> mergeInto(merged, span, text));
        return merged;
    }

    private static <T> void mergeInto(List<Span<T>> merged, Span<T> span, String text) {
        for (int i = merged.size() - 1; i >= 0; i--) {
            Span<T> left = merged.get(i);
            boolean equal = left.end() <= span.start()
                    && left.tag().value().equals(span.tag().value());
            boolean adjacent = equal
                    && text.substring(left.end(), Math.min(span.start(), text.length()))
                            .isBlank();
            if (adjacent && enclosing(merged, left).equals(enclosing(merged, span))) {
                merged.set(i, new Span<>(left.start(), span.end(), left.tag()));
                return;
            }
        }
        merged.add(span);
    }

    private static <T> List<Tag<T>> enclosing(List<Span<T>> spans, Span<T> inner) {
        return spans.stream()
                .filter(span -> span.tag().order() < inner.tag().order())
                .filter(span -> span.start() <= inner.start() && span.end() >= inner.end())
                .map(Span::tag)
                .toList();
    }

    /**
     * The elements round a target word that comes from these source words, best first. What was outside stays outside; a link
     * and what is round it go outside the rest, so that the link is not cut; of two links the first-named wins.
     */
    static <T> List<Tag<T>> union(List<List<Tag<T>>> sources) {
        if (sources.isEmpty() || sources.size() == 1 && sources.getFirst().size() < 2) {
            return sources.isEmpty() ? List.of() : sources.getFirst();
        }
        List<Tag<T>> outside = sources.stream()
                .map(Coverage::upToLink)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(List.of());
        List<Tag<T>> all = new ArrayList<>(outside);
        sources.stream()
                .flatMap(List::stream)
                .filter(tag -> !tag.link())
                .distinct()
                .filter(tag -> !outside.contains(tag))
                .sorted(Comparator.comparingInt(Tag::order))
                .forEach(all::add);
        return sources.size() == 1 ? ordered(all) : List.copyOf(all);
    }

    private static <T> Optional<List<Tag<T>>> upToLink(List<Tag<T>> tags) {
        for (int i = 0; i < tags.size(); i++) {
            if (tags.get(i).link()) {
                return Optional.of(tags.subList(0, i + 1));
            }
        }
        return Optional.empty();
    }

    private static <T> List<Tag<T>> ordered(List<Tag<T>> tags) {
        return tags.size() < 2
                ? tags
                : tags.stream().sorted(Comparator.comparingInt(Tag::order)).toList();
    }

    /** Puts words that the translation added into the elements that the nearest other words on both sides share. */
    static <T> List<Leaf<T>> fill(List<Leaf<T>> leaves, BitSet added) {
        List<Leaf<T>> filled = new ArrayList<>(leaves);
        for (int i = added.nextSetBit(0); i >= 0; i = added.nextSetBit(i + 1)) {
            int left = added.previousClearBit(i);
            int right = added.nextClearBit(i);
            filled.set(
                    i,
                    leaves.get(i)
                            .withTags(
                                    left < 0 || right >= leaves.size()
                                            ? List.of()
                                            : shared(
                                                    leaves.get(left).tags(),
                                                    leaves.get(right).tags())));
        }
        return filled;
    }

    /** The elements that two neighbours share, from the outside in. */
    static <T> List<Tag<T>> shared(List<Tag<T>> left, List<Tag<T>> right) {
        int length = 0;
        while (length < Math.min(left.size(), right.size())
                && left.get(length).order() == right.get(length).order()) {
            length++;
        }
        return left.subList(0, length);
    }
}
