package org.polywire.marian;

import java.util.Arrays;
import java.util.List;

/**
 * Pieces of text as a tree of bytes, each node's children side by side and in order, so that it takes some ten bytes a node. Safe
 * to share between threads.
 */
final class PieceTrie {
    static final int ABSENT = -1;
    static final int ROOT = 0;

    private final int[] firstChild;
    private final byte[] labels;
    private final int[] pieces;

    /** A piece's bytes and number; empty ones are left out. */
    record Entry(byte[] text, int piece) {}

    PieceTrie(List<Entry> entries) {
        Entry[] sorted = entries.stream()
                .filter(entry -> entry.text().length > 0)
                .sorted((left, right) -> Arrays.compareUnsigned(left.text(), right.text()))
                .toArray(Entry[]::new);
        int nodes = 1 + prefixes(sorted);
        firstChild = new int[nodes + 1];
        labels = new byte[nodes];
        pieces = new int[nodes];
        Arrays.fill(pieces, ABSENT);
        fill(sorted);
    }

    /** How many different non-empty prefixes there are. */
    private static int prefixes(Entry[] sorted) {
        int count = 0;
        byte[] before = new byte[0];
        for (Entry entry : sorted) {
            int common = Arrays.mismatch(before, entry.text());
            count += common < 0 ? 0 : entry.text().length - common;
            before = entry.text();
        }
        return count;
    }

    /** Level by level: the nodes of a level are ranges of entries that agree so far. */
    private void fill(Entry[] sorted) {
        int[] begin = new int[labels.length];
        int[] end = new int[labels.length];
        int[] depth = new int[labels.length];
        end[ROOT] = sorted.length;
        int next = 1;
        for (int node = 0; node < labels.length; node++) {
            int at = begin[node];
            while (at < end[node] && sorted[at].text().length == depth[node]) {
                pieces[node] = sorted[at++].piece();
            }
            firstChild[node] = next;
            while (at < end[node]) {
                byte label = sorted[at].text()[depth[node]];
                begin[next] = at;
                while (at < end[node] && sorted[at].text()[depth[node]] == label) {
                    at++;
                }
                end[next] = at;
                depth[next] = depth[node] + 1;
                labels[next++] = label;
            }
        }
        firstChild[labels.length] = next;
    }

    /** The node that a byte leads to, or {@link #ABSENT}. */
    int child(int node, byte label) {
        int low = firstChild[node];
        int high = firstChild[node + 1] - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            int order = Byte.compareUnsigned(labels[middle], label);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return ABSENT;
    }

    /** The piece that ends at a node, or {@link #ABSENT}. */
    int piece(int node) {
        return pieces[node];
    }

    /** The length of the longest piece that begins at a place; 0 if there is none. */
    int longest(byte[] text, int at, int end) {
        int longest = 0;
        int node = ROOT;
        for (int i = at; i < end; i++) {
            node = child(node, text[i]);
            if (node == ABSENT) {
                break;
            }
            longest = pieces[node] == ABSENT ? longest : i + 1 - at;
        }
        return longest;
    }
}
