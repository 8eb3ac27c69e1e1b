package org.polywire.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.polywire.check.Stems.Stem;

/**
 * What the whole article says of a sentence's names: those of the original, wherever they stand, and the words that are also
 * written small and so are no names.
 *
 * @param forms of the original's capitalised words, as they are compared
 * @param texts of all the original's words, in small letters
 * @param keys English keys of the original's names
 * @param small words that the translation writes small somewhere
 */
record Setting(List<String> forms, Set<String> texts, Set<String> keys, Set<String> small) {
    /** Words of an article that are looked at. */
    private static final int MOST_WORDS = 5_000;

    /** The same for texts that are compared with each other alone: names that stand elsewhere in the original are strange. */
    Setting alone(Languages languages, TextPair texts) {
        Setting own = of(languages, List.of(texts));
        return new Setting(own.forms(), own.texts(), own.keys(), small);
    }

    static Setting of(Languages languages, List<TextPair> sentences) {
        Set<String> forms = new HashSet<>();
        Set<String> texts = new HashSet<>();
        Set<String> keys = new HashSet<>();
        Set<String> small = new HashSet<>();
        int words = 0;
        for (TextPair sentence : sentences) {
            if (words > MOST_WORDS) {
                break;
            }
            Text source = sentence.source();
            for (Stem stem : source.stems()) {
                words++;
                texts.add(stem.lower());
                Lexicon.Entry entry = source.entries(languages.source()).get(stem.index());
                if (stem.large() && languages.cognates().possible()) {
                    forms.add(source.forms(languages.cognates()).get(stem.index()));
                }
                if (entry != null && (stem.large() || !stem.hasCapitals())) {
                    keys.addAll(entry.english());
                }
            }
            keys.addAll(source.acronyms());
            for (Stem stem : sentence.target().stems()) {
                if (!stem.large()) {
                    small.add(stem.text());
                }
            }
        }
        return new Setting(new ArrayList<>(forms), texts, keys, small);
    }
}
