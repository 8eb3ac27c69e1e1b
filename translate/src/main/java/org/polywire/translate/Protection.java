package org.polywire.translate;

import java.util.List;

/**
 * What of a sentence was not left to the engine.
 *
 * @param kept addresses, handles and hashtags, which no engine may touch
 * @param names that must stand in the translation as they are
 * @param terms of the glossary, each as {@code source → target}; one in another form than the glossary's is checked and not fixed
 * @param displayNames of territories, languages and currencies that stand in the translation as Unicode CLDR has them, each as
 *     {@code source → target}
 * @param transliterated names that the engine left in the source's script, each as {@code source → target}
 * @param quotations in a third language, which stand as in the source
 */
public record Protection(
        List<String> kept,
        List<String> names,
        List<String> terms,
        List<String> displayNames,
        List<String> transliterated,
        List<String> quotations) {
    public Protection {
        kept = List.copyOf(kept);
        names = List.copyOf(names);
        terms = List.copyOf(terms);
        displayNames = List.copyOf(displayNames);
        transliterated = List.copyOf(transliterated);
        quotations = List.copyOf(quotations);
    }
}
