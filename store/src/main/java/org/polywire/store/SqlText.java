package org.polywire.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * SQL with names where values go.
 *
 * @param pieces what stands around the names: one more than there are names
 * @param names in the order of the text, each as often as it stands there
 */
record SqlText(List<String> pieces, List<String> names) {
    /** A literal, which is left as it is, or the name of a value or of a list. */
    private static final Pattern NAME = Pattern.compile("'[^']*'|:(?<value>[A-Za-z]\\w*)|<(?<list>[A-Za-z]\\w*)>");

    /** There are as many as the code has. */
    private static final Map<String, SqlText> KNOWN = new ConcurrentHashMap<>();

    /** @param text in which {@code :name} stands for a value and {@code <name>} for the values of a list */
    static SqlText of(String text) {
        return KNOWN.computeIfAbsent(text, SqlText::parse);
    }

    private static SqlText parse(String text) {
        List<String> pieces = new ArrayList<>();
        List<String> names = new ArrayList<>();
        int end = 0;
        for (Matcher matcher = NAME.matcher(text); matcher.find(); ) {
            String name = matcher.group("value") == null ? matcher.group("list") : matcher.group("value");
            if (name != null) {
                pieces.add(text.substring(end, matcher.start()));
                names.add(name);
                end = matcher.end();
            }
        }
        pieces.add(text.substring(end));
        return new SqlText(List.copyOf(pieces), List.copyOf(names));
    }

    /** The text as JDBC takes it, with a question mark for each value, and for each of a list. */
    String positional(Map<String, ? extends @Nullable Object> values) {
        StringBuilder text = new StringBuilder(pieces.get(0));
        for (int i = 0; i < names.size(); i++) {
            text.append(values.get(names.get(i)) instanceof List<?> list ? marks(list.size()) : "?")
                    .append(pieces.get(i + 1));
        }
        return text.toString();
    }

    /** In an empty list nothing is found. */
    private static String marks(int number) {
        return number == 0 ? "NULL" : String.join(", ", Collections.nCopies(number, "?"));
    }

    /**
     * The values in the order of the question marks.
     *
     * @throws IllegalArgumentException if one that the text names is missing
     */
    List<@Nullable Object> inOrder(Map<String, ? extends @Nullable Object> values) {
        List<@Nullable Object> ordered = new ArrayList<>();
        for (String name : names) {
            if (!values.containsKey(name)) {
                throw new IllegalArgumentException("no value for " + name);
            }
            if (values.get(name) instanceof List<?> list) {
                ordered.addAll(list);
            } else {
                ordered.add(values.get(name));
            }
        }
        return ordered;
    }
}
