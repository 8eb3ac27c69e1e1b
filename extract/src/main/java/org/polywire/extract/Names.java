package org.polywire.extract;

import java.util.Collection;

/** Names of which a part of a text may be one, in small letters or capitals; some that are none of them are let through. Immutable. */
final class Names {
    private static final int PLACES = 1 << 12;

    private final boolean[] places = new boolean[PLACES];

    Names(Collection<String> names) {
        names.forEach(name -> places[place(name, 0, name.length())] = true);
    }

    boolean mayHold(String text, int from, int to) {
        return places[place(text, from, to)];
    }

    private static int place(String text, int from, int to) {
        int place = 0;
        for (int i = from; i < to; i++) {
            place = place * 31 + (text.charAt(i) | ' ');
        }
        return place & (PLACES - 1);
    }
}
