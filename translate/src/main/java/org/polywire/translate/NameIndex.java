package org.polywire.translate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names by their first character, so that those in a text are found in one walk over its words. Immutable; safe to share between threads. */
final class NameIndex {
    private final Map<Character, List<String>> names = new HashMap<>();
    private final BitSet beginnings = new BitSet();

    /** @param names none of them empty */
    NameIndex(Collection<String> names) {
        names.forEach(name -> beginnings.set(name.charAt(0)));
        names.forEach(name -> this.names
                .computeIfAbsent(name.charAt(0), first -> new ArrayList<>())
                .add(name));
    }

    /** Those that begin where a word of the text begins. */
    Set<String> in(String text) {
        Set<String> found = new HashSet<>();
        for (int i = 0; i < text.length(); i++) {
            if (beginnings.get(text.charAt(i)) && (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)))) {
                for (String name : names.getOrDefault(text.charAt(i), List.of())) {
                    if (text.startsWith(name, i)) {
                        found.add(name);
                    }
                }
            }
        }
        return found;
    }

    /** How often a name stands in a text as whole words. */
    static int count(String name, String text) {
        int count = 0;
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length())) {
            int end = at + name.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(text.codePointBefore(at));
            boolean ends = end == text.length() || !Character.isLetterOrDigit(text.codePointAt(end));
            count += begins && ends ? 1 : 0;
        }
        return count;
    }
}
