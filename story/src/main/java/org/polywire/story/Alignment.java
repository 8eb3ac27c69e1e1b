package org.polywire.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.polywire.model.Revision.Change;

/**
 * Which sentences of a text stand for which of the text before: the longest common run of equal ones, and between them those
 * that share most of their words.
 *
 * @param kept how many are equal
 * @param added those that were not there before in the same words, wherever they stand
 * @param changes what readers can see, in reading order
 */
record Alignment(int kept, List<Statement> added, List<Change> changes) {
    /** Two sentences of which a smaller part of the words is common are two sentences. */
    private static final double ALIKE = 0.4;

    /** How many sentences before it are looked at for the one that a new one stands for. */
    private static final int AHEAD = 12;

    /** Beyond so many pairs of sentences the order of the equal ones is not looked at. */
    private static final long MOST_PAIRS = 4_000_000;

    static Alignment of(List<Statement> old, List<Statement> now) {
        List<int[]> anchors = anchors(old, now);
        List<Change> changes = new ArrayList<>();
        List<Statement> added = new ArrayList<>();
        Set<String> before = words(old);
        Set<String> after = words(now);
        int oldAt = 0;
        int nowAt = 0;
        anchors.add(new int[] {old.size(), now.size()});
        for (int[] anchor : anchors) {
            List<Statement> gone = without(old.subList(oldAt, anchor[0]), after);
            List<Statement> come = without(now.subList(nowAt, anchor[1]), before);
            added.addAll(come);
            pair(gone, come, changes);
            oldAt = anchor[0] + 1;
            nowAt = anchor[1] + 1;
        }
        return new Alignment(anchors.size() - 1, List.copyOf(added), List.copyOf(changes));
    }

    private static Set<String> words(List<Statement> statements) {
        Set<String> words = new HashSet<>();
        statements.forEach(statement -> words.add(statement.words()));
        return words;
    }

    /** A sentence that only moved is neither gone nor new. */
    private static List<Statement> without(List<Statement> statements, Set<String> others) {
        return statements.stream()
                .filter(statement -> !others.contains(statement.words()))
                .toList();
    }

    private static void pair(List<Statement> gone, List<Statement> come, List<Change> changes) {
        if (joined(gone).equals(joined(come))) {
            return;
        }
        int next = 0;
        for (Statement sentence : come) {
            int match = match(gone, next, sentence);
            if (match < 0) {
                changes.add(new Change(sentence.place(), "", sentence.text()));
                continue;
            }
            remove(gone.subList(next, match), changes);
            Statement old = gone.get(match);
            if (!Spelling.same(old.text(), sentence.text())) {
                changes.add(new Change(sentence.place(), old.text(), sentence.text()));
            }
            next = match + 1;
        }
        remove(gone.subList(next, gone.size()), changes);
    }

    /** Sentences that were only parted or joined have the same words in a row. */
    private static String joined(List<Statement> statements) {
        return statements.stream().map(Statement::words).collect(Collectors.joining(" "));
    }

    private static void remove(List<Statement> gone, List<Change> changes) {
        gone.forEach(old -> changes.add(new Change(old.place(), old.text(), "")));
    }

    private static int match(List<Statement> gone, int from, Statement sentence) {
        for (int i = from; i < Math.min(gone.size(), from + AHEAD); i++) {
            if (alike(gone.get(i).words(), sentence.words()) >= ALIKE) {
                return i;
            }
        }
        return -1;
    }

    /** The part of the words of the longer one that are in both. */
    private static double alike(String one, String other) {
        List<String> first = List.of(one.split(" ", -1));
        List<String> second = List.of(other.split(" ", -1));
        Map<String, Integer> left = new HashMap<>();
        first.forEach(word -> left.merge(word, 1, Integer::sum));
        int common = 0;
        for (String word : second) {
            if (left.merge(word, -1, Integer::sum) >= 0) {
                common++;
            }
        }
        return (double) common / Math.max(first.size(), second.size());
    }

    /** The places of equal sentences in both, rising. */
    private static List<int[]> anchors(List<Statement> old, List<Statement> now) {
        Map<String, Integer> numbers = new HashMap<>();
        int[] before = numbered(old, numbers);
        int[] after = numbered(now, numbers);
        int start = Arrays.mismatch(before, after);
        start = start < 0 ? before.length : start;
        List<int[]> anchors = new ArrayList<>();
        for (int i = 0; i < start; i++) {
            anchors.add(new int[] {i, i});
        }
        if ((long) (before.length - start) * (after.length - start) <= MOST_PAIRS) {
            longest(before, after, start, anchors);
        }
        return anchors;
    }

    /** Equal sentences have equal numbers. */
    private static int[] numbered(List<Statement> statements, Map<String, Integer> numbers) {
        return statements.stream()
                .mapToInt(statement -> numbers.computeIfAbsent(statement.words(), words -> numbers.size()))
                .toArray();
    }

    private static void longest(int[] old, int[] now, int start, List<int[]> anchors) {
        int[][] lengths = lengths(old, now, start);
        int i = start;
        int j = start;
        while (i < old.length && j < now.length) {
            if (old[i] == now[j]) {
                anchors.add(new int[] {i++, j++});
            } else if (lengths[i + 1 - start][j - start] >= lengths[i - start][j + 1 - start]) {
                i++;
            } else {
                j++;
            }
        }
    }

    /** The lengths of the longest common runs of what begins at each pair of places. */
    private static int[][] lengths(int[] old, int[] now, int start) {
        int[][] lengths = new int[old.length - start + 1][now.length - start + 1];
        for (int i = old.length - 1; i >= start; i--) {
            for (int j = now.length - 1; j >= start; j--) {
                lengths[i - start][j - start] = old[i] == now[j]
                        ? lengths[i + 1 - start][j + 1 - start] + 1
                        : Math.max(lengths[i + 1 - start][j - start], lengths[i - start][j + 1 - start]);
            }
        }
        return lengths;
    }
}
