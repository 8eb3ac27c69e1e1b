package org.polywire.samples;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What fills the gaps of a {@link Template}: words, and rows of further values. Immutable. */
record Values(Map<String, String> words, Map<String, List<Values>> lists) {
    static final Values NONE = new Values(Map.of(), Map.of());

    Values {
        words = Map.copyOf(words);
        lists = Map.copyOf(lists);
    }

    Values with(String name, String word) {
        return with(Map.of(name, word));
    }

    Values with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(words);
        all.putAll(more);
        return new Values(all, lists);
    }

    Values with(String name, List<Values> rows) {
        Map<String, List<Values>> all = new HashMap<>(lists);
        all.put(name, rows);
        return new Values(words, all);
    }

    /** Empty if there is no such word. */
    String word(String name) {
        return words.getOrDefault(name, "");
    }

    boolean isEmpty(String name) {
        return word(name).isEmpty() && lists.getOrDefault(name, List.of()).isEmpty();
    }

    /** Each row on top of these values; these values once where a word stands; nothing otherwise. */
    List<Values> rows(String name) {
        List<Values> rows = lists.get(name);
        if (rows == null) {
            return isEmpty(name) ? List.of() : List.of(this);
        }
        return rows.stream().map(row -> with(row.words())).toList();
    }
}
