package org.polywire.extract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Strings that are looked for in a text all at once (A. Aho and M. Corasick, Efficient string matching, 1975): the time depends on the
 * text's length alone, however many there are.
 *
 * <p>Letters are compared as {@link Needs#fold folded}, and each run of white space counts as one space. Immutable.
 */
final class Needles {
    private static final int ROOT = 0;
    private static final int SPREAD = 0x9E3779B9;

    private final Map<String, Integer> numbers;
    private final int[] fallbacks;
    private final int[][] ends;
    /** A hash table with open addressing: state and letter in one key, and the next state; the key 0 is free. */
    private final long[] keys;

    private final int[] targets;
    /** Whether some needle begins with a letter as it stands in a text: most letters are none of these, and follow none. */
    private final boolean[] begins = new boolean[Character.MAX_VALUE + 1];

    private Needles(Map<String, Integer> numbers, List<Map<Character, Integer>> forks, int[][] ends, int[] fallbacks) {
        this.numbers = numbers;
        this.ends = ends;
        this.fallbacks = fallbacks;
        keys = new long[Integer.highestOneBit(forks.size() * 2) * 2];
        targets = new int[keys.length];
        for (int state = 0; state < forks.size(); state++) {
            for (Map.Entry<Character, Integer> fork : forks.get(state).entrySet()) {
                int place = place(state, fork.getKey());
                keys[place] = key(state, fork.getKey());
                targets[place] = fork.getValue();
            }
        }
        Map<Character, Integer> first = forks.getFirst();
        for (int c = 0; c < begins.length; c++) {
            begins[c] = first.containsKey(letter((char) c));
        }
    }

    /** A letter as needles have it. */
    private static char letter(char c) {
        return Character.isWhitespace(c) || c == 0xa0 ? ' ' : Needs.fold(c);
    }

    /**
     * @param needles none of them empty
     */
    static Needles of(List<String> needles) {
        Map<String, Integer> numbers = new HashMap<>();
        List<Map<Character, Integer>> forks = new ArrayList<>(List.of(new HashMap<>()));
        List<BitSet> ends = new ArrayList<>(List.of(new BitSet()));
        for (String needle : needles) {
            int number = numbers.computeIfAbsent(Needs.folded(needle), unused -> numbers.size());
            int state = ROOT;
            for (char c : Needs.folded(needle).toCharArray()) {
                state = forks.get(state).computeIfAbsent(c, unused -> {
                    forks.add(new HashMap<>());
                    ends.add(new BitSet());
                    return forks.size() - 1;
                });
            }
            ends.get(state).set(number);
        }
        int[] fallbacks = fallbacks(forks, ends);
        int[][] numbered = ends.stream().map(bits -> bits.stream().toArray()).toArray(int[][]::new);
        return new Needles(numbers, forks, numbered, fallbacks);
    }

    /** For each state, that of the longest end of what was read which begins a needle, too; its finds are added to the state's own. */
    private static int[] fallbacks(List<Map<Character, Integer>> forks, List<BitSet> ends) {
        int[] fallbacks = new int[forks.size()];
        ArrayDeque<Integer> queue = new ArrayDeque<>(forks.getFirst().values());
        while (!queue.isEmpty()) {
            int state = queue.remove();
            ends.get(state).or(ends.get(fallbacks[state]));
            for (Map.Entry<Character, Integer> fork : forks.get(state).entrySet()) {
                int back = fallbacks[state];
                while (back != ROOT && !forks.get(back).containsKey(fork.getKey())) {
                    back = fallbacks[back];
                }
                fallbacks[fork.getValue()] = forks.get(back).getOrDefault(fork.getKey(), ROOT);
                queue.add(fork.getValue());
            }
        }
        return fallbacks;
    }

    private static long key(int state, char letter) {
        return (((long) state << 16) | letter) + 1;
    }

    /** Where the fork of a state at a letter stands, or would. */
    private int place(int state, char letter) {
        long key = key(state, letter);
        int place = ((int) key * SPREAD) >>> Integer.numberOfLeadingZeros(keys.length - 1);
        while (keys[place] != 0 && keys[place] != key) {
            place = (place + 1) & (keys.length - 1);
        }
        return place;
    }

    /** The number of a needle, by which the finds name it. */
    int number(String needle) {
        Integer number = numbers.get(Needs.folded(needle));
        if (number == null) {
            throw new IllegalArgumentException("not among the needles: " + needle);
        }
        return number;
    }

    /** The numbers of the needles that are in a text. */
    BitSet in(CharSequence text) {
        Search search = search();
        search.read(text);
        return search.found;
    }

    Search search() {
        return new Search();
    }

    /** Reads a text piece by piece. For one thread. */
    final class Search {
        private final BitSet found = new BitSet();
        private int state = ROOT;
        private boolean space;

        void read(CharSequence text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (state == ROOT && !begins[c]) {
                    space = false;
                } else {
                    char letter = letter(c);
                    if (letter != ' ' || !space) {
                        step(letter);
                    }
                    space = letter == ' ';
                }
            }
        }

        private void step(char letter) {
            int place = place(state, letter);
            while (keys[place] == 0 && state != ROOT) {
                state = fallbacks[state];
                place = place(state, letter);
            }
            state = keys[place] == 0 ? ROOT : targets[place];
            for (int end : ends[state]) {
                found.set(end);
            }
        }

        BitSet found() {
            return found;
        }
    }
}
