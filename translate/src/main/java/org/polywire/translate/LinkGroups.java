package org.polywire.translate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Sees to it that a link of an article is one link in the translation: where other words came between its words, a short gap
 * becomes part of it, and beyond a long one only its longest part stays a link.
 */
final class LinkGroups {
    private static final int LONGEST_GAP = 3;

    private LinkGroups() {}

    static List<Leaf<Mark>> joined(List<Leaf<Mark>> leaves) {
        List<Leaf<Mark>> result = new ArrayList<>(leaves);
        links(leaves).forEach(link -> join(result, link));
        return result;
    }

    private static Set<Tag<Mark>> links(List<Leaf<Mark>> leaves) {
        Set<Tag<Mark>> links = new LinkedHashSet<>();
        for (Leaf<Mark> leaf : leaves) {
            for (Tag<Mark> tag : leaf.tags()) {
                if (tag.link()) {
                    links.add(tag);
                }
            }
        }
        return links;
    }

    private static void join(List<Leaf<Mark>> leaves, Tag<Mark> link) {
        List<Sentences.Range> groups = groups(leaves, link);
        while (groups.size() > 1) {
            int gapStart = groups.get(0).end();
            int gapEnd = groups.get(1).start();
            if (gapEnd - gapStart <= LONGEST_GAP && free(leaves.subList(gapStart, gapEnd))) {
                cover(leaves, gapStart, gapEnd, link);
            } else {
                Sentences.Range shorter = length(groups.get(0)) < length(groups.get(1)) ? groups.get(0) : groups.get(1);
                uncover(leaves, shorter, link);
            }
            groups = groups(leaves, link);
        }
    }

    private static int length(Sentences.Range range) {
        return range.end() - range.start();
    }

    private static List<Sentences.Range> groups(List<Leaf<Mark>> leaves, Tag<Mark> link) {
        List<Sentences.Range> groups = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= leaves.size(); i++) {
            boolean inside = i < leaves.size() && leaves.get(i).tags().contains(link);
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                groups.add(new Sentences.Range(start, i));
                start = -1;
            }
        }
        return groups;
    }

    private static boolean free(List<Leaf<Mark>> gap) {
        return gap.stream().flatMap(leaf -> leaf.tags().stream()).noneMatch(Tag::link);
    }

    private static void cover(List<Leaf<Mark>> leaves, int start, int end, Tag<Mark> link) {
        List<Tag<Mark>> before = leaves.get(start - 1).tags();
        List<Tag<Mark>> round = before.subList(0, before.indexOf(link) + 1);
        for (int i = start; i < end; i++) {
            leaves.set(
                    i,
                    leaves.get(i)
                            .withTags(
                                    Coverage.union(List.of(round, leaves.get(i).tags()))));
        }
    }

    private static void uncover(List<Leaf<Mark>> leaves, Sentences.Range range, Tag<Mark> link) {
        for (int i = range.start(); i < range.end(); i++) {
            List<Tag<Mark>> tags = leaves.get(i).tags().stream()
                    .filter(tag -> !tag.equals(link))
                    .toList();
            leaves.set(i, leaves.get(i).withTags(tags));
        }
    }
}
