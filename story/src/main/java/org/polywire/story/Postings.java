package org.polywire.story;

import java.util.Arrays;

/** From marks to the numbers of the texts that have them, in rising order: an index of primitives, as there are millions. */
final class Postings {
    private static final int FIRST = 1 << 10;

    private int[] keys = new int[FIRST];
    private int[][] lists = new int[FIRST][];
    private int[] lengths = new int[FIRST];
    private int used;

    void add(int key, int text) {
        if (used * 3 > keys.length * 2) {
            grow();
        }
        int slot = slot(keys, lengths, key);
        int length = lengths[slot];
        if (length == 0) {
            used++;
            keys[slot] = key;
            lists[slot] = new int[1];
        } else if (length == lists[slot].length) {
            lists[slot] = Arrays.copyOf(lists[slot], length + Math.max(1, length / 2));
        }
        lists[slot][length] = text;
        lengths[slot] = length + 1;
    }

    /** How many texts have it. */
    int count(int key) {
        return lengths[slot(keys, lengths, key)];
    }

    /** A text that has it, by its place among those that do, from 0. */
    int text(int key, int place) {
        return lists[slot(keys, lengths, key)][place];
    }

    private static int slot(int[] keys, int[] lengths, int key) {
        int slot = (int) Hash.mixed(key) & keys.length - 1;
        while (lengths[slot] > 0 && keys[slot] != key) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    private void grow() {
        int[] newKeys = new int[keys.length * 2];
        int[][] newLists = new int[newKeys.length][];
        int[] newLengths = new int[newKeys.length];
        for (int old = 0; old < keys.length; old++) {
            if (lengths[old] > 0) {
                int slot = slot(newKeys, newLengths, keys[old]);
                newKeys[slot] = keys[old];
                newLists[slot] = lists[old];
                newLengths[slot] = lengths[old];
            }
        }
        keys = newKeys;
        lists = newLists;
        lengths = newLengths;
    }
}
