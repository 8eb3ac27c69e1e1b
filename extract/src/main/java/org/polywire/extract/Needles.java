package org.polywire.extract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
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
    /** The kind of all letters that are in no needle. */
    private static final char OTHER = 0;

    private static final char SPACE = 1;

    private static final char[] LETTERS = letters();

    private final Map<String, Integer> numbers;
    /** The kind of each letter as it stands in a text. */
    private final char[] kinds;

    private final int width;
    /**
     * The state after a state and the kind of a letter, a row of all kinds for each state. A state is named by the place of its row; one
     * that ends a needle by the complement.
     */
    private final int[] next;

    private final int[][] ends;

    private Needles(Map<String, Integer> numbers, Trie trie) {
        this.numbers = numbers;
        Map<Character, Character> known = trie.kinds();
        kinds = kinds(known);
        width = known.size() + 1;
        char[] states = trie.next(known, width);
        ends = trie.ends.stream().map(bits -> bits.stream().toArray()).toArray(int[][]::new);
        next = new int[states.length];
        for (int i = 0; i < next.length; i++) {
            int row = states[i] * width;
            next[i] = ends[states[i]].length > 0 ? ~row : row;
        }
    }

    /** Up to the last letter that is in a needle. */
    private static char[] kinds(Map<Character, Character> known) {
        char[] ofLetter = new char[Character.MAX_VALUE + 1];
        known.forEach((letter, kind) -> ofLetter[letter] = kind);
        char[] kinds = new char[Character.MAX_VALUE + 1];
        int end = 0;
        for (int c = 0; c < kinds.length; c++) {
            kinds[c] = ofLetter[LETTERS[c]];
            end = kinds[c] == OTHER ? end : c + 1;
        }
        return Arrays.copyOf(kinds, end);
    }

    private int kind(char c) {
        return c < kinds.length ? kinds[c] : OTHER;
    }

    /** Each letter as needles have it: there are some dozens of tables to be made of it at the start. */
    private static char[] letters() {
        char[] letters = new char[Character.MAX_VALUE + 1];
        for (int c = 0; c < letters.length; c++) {
            letters[c] = Character.isWhitespace(c) || c == 0xa0 ? ' ' : Needs.fold((char) c);
        }
        return letters;
    }

    /**
     * @param needles none of them empty
     */
    static Needles of(List<String> needles) {
        Map<String, Integer> numbers = new HashMap<>();
        Trie trie = new Trie();
        for (String needle : needles) {
            String folded = Needs.folded(needle);
            trie.add(folded, numbers.computeIfAbsent(folded, unused -> numbers.size()));
        }
        return new Needles(numbers, trie);
    }

    /** The needles as a tree of their letters, which becomes the table. */
    private static final class Trie {
        private final List<Map<Character, Integer>> forks = new ArrayList<>(List.of(new HashMap<>()));
        private final List<BitSet> ends = new ArrayList<>(List.of(new BitSet()));

        void add(String needle, int number) {
            int state = ROOT;
            for (int i = 0; i < needle.length(); i++) {
                state = forks.get(state).computeIfAbsent(needle.charAt(i), unused -> {
                    forks.add(new HashMap<>());
                    ends.add(new BitSet());
                    return forks.size() - 1;
                });
            }
            ends.get(state).set(number);
        }

        Map<Character, Character> kinds() {
            Map<Character, Character> kinds = new HashMap<>(Map.of(' ', SPACE));
            for (Map<Character, Integer> fork : forks) {
                fork.keySet().forEach(letter -> kinds.putIfAbsent(letter, (char) (kinds.size() + 1)));
            }
            return kinds;
        }

        /**
         * The table: where a state has no fork, it goes on as the longest end of what was read does that begins a needle, too. The
         * finds of that one are added to its own.
         */
        char[] next(Map<Character, Character> kinds, int width) {
            if (forks.size() > Character.MAX_VALUE) {
                throw new IllegalArgumentException("too many needles: " + forks.size() + " states");
            }
            char[] next = new char[forks.size() * width];
            int[] fallbacks = new int[forks.size()];
            ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(ROOT));
            while (!queue.isEmpty()) {
                int state = queue.remove();
                int back = fallbacks[state];
                ends.get(state).or(ends.get(back));
                System.arraycopy(next, back * width, next, state * width, width);
                forks.get(state).forEach((letter, target) -> {
                    int place = state * width + kinds.getOrDefault(letter, OTHER);
                    fallbacks[target] = state == ROOT ? ROOT : next[place];
                    next[place] = (char) (int) target;
                    queue.add(target);
                });
            }
            return next;
        }
    }

    /** The number of a needle, by which the finds name it. */
    int number(String needle) {
        Integer number = numbers.get(Needs.folded(needle));
        if (number == null) {
            throw new IllegalArgumentException("not among the needles: " + needle);
        }
        return number;
    }

    /** The numbers of the needles that are in a text; most have none, which is seen much faster. */
    BitSet in(String text) {
        if (!areIn(text)) {
            return new BitSet(0);
        }
        Search search = search();
        search.read(text);
        return search.found;
    }

    /** Whether one of the needles is in a text. */
    boolean areIn(String text) {
        int state = ROOT;
        int before = OTHER;
        for (int i = 0; i < text.length(); i++) {
            int kind = kind(text.charAt(i));
            if (kind != SPACE || before != SPACE) {
                state = next[state + kind];
                if (state < 0) {
                    return true;
                }
            }
            before = kind;
        }
        return false;
    }

    Search search() {
        return new Search();
    }

    /** Reads a text piece by piece. For one thread. */
    final class Search {
        private final BitSet found = new BitSet();
        private int state = ROOT;
        private int before = OTHER;

        void read(String text) {
            int at = state;
            int last = before;
            for (int i = 0; i < text.length(); i++) {
                int kind = kind(text.charAt(i));
                if (kind != SPACE || last != SPACE) {
                    at = next[at + kind];
                    at = at < 0 ? ended(~at) : at;
                }
                last = kind;
            }
            state = at;
            before = last;
        }

        private int ended(int state) {
            for (int end : ends[state / width]) {
                found.set(end);
            }
            return state;
        }

        BitSet found() {
            return found;
        }
    }
}
