package org.polywire.translate;

import java.util.List;
import java.util.Set;

/**
 * What of a sentence was not left to the engine.
 *
 * @param kept addresses, handles and hashtags, which no engine may touch
 * @param names that must stand in the translation as they are
 * @param terms of the glossary, each as {@code source → target}; one in another form than the glossary's is checked and not fixed
 */
public record Protection(List<String> kept, List<String> names, List<String> terms) {
    public Protection {
        kept = List.copyOf(kept);
        names = List.copyOf(names);
        terms = List.copyOf(terms);
    }

    /** Of a sentence of an article in which these names and terms count. */
    static Protection of(String sentence, Set<String> names, Terms terms) {
        return new Protection(
                Kept.in(sentence).stream().map(range -> range.of(sentence)).toList(),
                names.stream().filter(sentence::contains).sorted().toList(),
                terms.in(sentence).stream()
                        .map(match -> match.range().of(sentence) + " → "
                                + match.term().target())
                        .toList());
    }

    public boolean isNone() {
        return kept.isEmpty() && names.isEmpty() && terms.isEmpty();
    }
}
