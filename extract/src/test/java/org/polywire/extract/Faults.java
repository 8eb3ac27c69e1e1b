package org.polywire.extract;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with an article, one line for each fault; empty if nothing is. */
final class Faults {
    private final List<String> lines = new ArrayList<>();

    Faults unlessSame(String field, Object expected, @Nullable Object actual) {
        if (!expected.equals(actual)) {
            lines.add(field + ": " + actual + ", but should be " + expected);
        }
        return this;
    }

    /** Names each element that is missing or too many; if there are none, the order is wrong. */
    Faults unlessAlike(String field, List<?> expected, List<?> actual) {
        without(expected, actual).forEach(each -> lines.add(field + " lack: " + each));
        without(actual, expected).forEach(each -> lines.add(field + " have too many: " + each));
        if (!expected.equals(actual) && without(expected, actual).equals(without(actual, expected))) {
            lines.add(field + " in a wrong order: " + actual);
        }
        return this;
    }

    Faults ifAny(String field, List<String> unwanted, String text) {
        unwanted.stream()
                .filter(words -> !words.isBlank() && text.contains(words))
                .forEach(words -> lines.add(field + ": " + words));
        return this;
    }

    private static List<Object> without(List<?> list, List<?> others) {
        List<Object> left = new ArrayList<>(list);
        others.forEach(left::remove);
        return left;
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
