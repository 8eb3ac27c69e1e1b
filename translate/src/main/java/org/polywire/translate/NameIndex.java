package org.polywire.translate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names by their first characters, so that those in a text are found in one walk over its words. Immutable; safe to share between threads. */
final class NameIndex {
    private final Set<String> all;
    private final Set<String> words = new HashSet<>();
    private final Map<Integer, List<String>> names = new HashMap<>();
    /** What names begin with: most words of a text begin otherwise. */
    private final BitSet beginnings = new BitSet();

    /** @param names each of two characters or more */
    NameIndex(Collection<String> names) {
        all = Collections.unmodifiableSet(new LinkedHashSet<>(names));
        for (String name : all) {
            int beginning = beginning(name, 0);
            beginnings.set(beginning);
            this.names.computeIfAbsent(beginning, key -> new ArrayList<>()).add(name);
            Words.in(name).forEach(word -> words.add(word.of(name)));
        }
    }

    /** A number of 16 bits for the first two characters. */
    private static int beginning(String text, int at) {
        return text.charAt(at) * 31 + text.charAt(at + 1) & 0xFFFF;
    }

    Set<String> all() {
        return all;
    }

    /** Whether a word is one of theirs. */
    boolean hasWord(String word) {
        return words.contains(word);
    }

    /** Those that begin where a word of the text begins. */
    Set<String> in(String text) {
        Set<String> found = new HashSet<>();
        for (int i = 0; i + 1 < text.length(); i++) {
            int beginning = beginning(text, i);
            if (beginnings.get(beginning) && (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)))) {
                for (String name : names.getOrDefault(beginning, List.of())) {
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
