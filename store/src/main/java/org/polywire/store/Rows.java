package org.polywire.store;

import java.util.List;
import java.util.Optional;

/**
 * What a question found.
 *
 * @param list in the order in which the question asked for it
 */
record Rows<T>(List<T> list) {
    Rows {
        list = List.copyOf(list);
    }

    Optional<T> first() {
        return list.stream().findFirst();
    }

    /** @throws IllegalStateException if there are several */
    Optional<T> any() {
        if (list.size() > 1) {
            throw new IllegalStateException(list.size() + " rows where one may be");
        }
        return first();
    }

    /** @throws IllegalStateException if there is none, or if there are several */
    T one() {
        return any().orElseThrow(() -> new IllegalStateException("no row where one must be"));
    }
}
