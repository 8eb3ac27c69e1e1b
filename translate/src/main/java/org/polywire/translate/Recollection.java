package org.polywire.translate;

import java.util.List;

/**
 * What is remembered of earlier translations when a text is translated.
 *
 * @param precedents translations of texts that may have sentences in common with it; the first that has a sentence decides, and those
 *     that another engine or version made are left aside
 * @param memory sentences that persons translated; they come before all precedents and engines
 */
public record Recollection(List<Precedent> precedents, TranslationMemory memory) {
    public static final Recollection NONE = new Recollection(List.of(), TranslationMemory.EMPTY);

    public Recollection {
        precedents = List.copyOf(precedents);
    }
}
