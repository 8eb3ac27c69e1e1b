package org.polywire.translate;

import java.util.List;
import java.util.Set;
import org.polywire.model.SentencePair;

/**
 * What of a sentence was not left to the engine.
 *
 * @param kept addresses, handles and hashtags, which no engine may touch
 * @param names that must stand in the translation as they are
 * @param terms of the glossary, each as {@code source → target}; one in another form than the glossary's is checked and not fixed
 * @param displayNames of territories, languages and currencies that stand in the translation as Unicode CLDR has them, each as
 *     {@code source → target}
 */
public record Protection(List<String> kept, List<String> names, List<String> terms, List<String> displayNames) {
    public Protection {
        kept = List.copyOf(kept);
        names = List.copyOf(names);
        terms = List.copyOf(terms);
        displayNames = List.copyOf(displayNames);
    }

    /** Of a sentence of an article in which these names and terms count. */
    static Protection of(SentencePair pair, Set<String> names, Terms terms, DisplayNames displayNames) {
        String sentence = pair.source();
        return new Protection(
                Kept.in(sentence).stream().map(range -> range.of(sentence)).toList(),
                names.stream().filter(sentence::contains).sorted().toList(),
                terms.in(sentence).stream()
                        .map(match -> match.range().of(sentence) + " → "
                                + match.term().target())
                        .toList(),
                displayNames.in(sentence).stream()
                        .filter(match -> match.isIn(pair.target()))
                        .map(match -> match.source() + " → " + match.target())
                        .distinct()
                        .toList());
    }

    public boolean isNone() {
        return kept.isEmpty() && names.isEmpty() && terms.isEmpty() && displayNames.isEmpty();
    }
}
