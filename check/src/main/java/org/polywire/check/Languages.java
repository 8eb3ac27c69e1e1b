package org.polywire.check;

import java.util.List;
import java.util.Set;

/**
 * What the checks know of a pair of languages. Immutable.
 *
 * @param from primary subtag of the original's language
 * @param to primary subtag of the translation's
 */
record Languages(String from, String to, Lexicon source, Lexicon target, Lexicon bridge, Cognates cognates) {
    private static final Set<Set<String>> FAMILIES = Set.of(
            Set.of("es", "ca", "gl", "pt", "it", "fr", "oc"),
            Set.of("da", "nb", "nn", "sv", "no"),
            Set.of("ru", "uk", "be"));
    private static final Set<String> CYRILLIC = Set.of("ru", "uk", "be");
    private static final Set<String> NOT_LATIN_NOR_CYRILLIC = Set.of("ar", "he", "fa", "hi", "ja", "ko", "zh");
    private static final Set<String> EAST_ASIAN = Set.of("zh", "ja", "ko");
    private static final Set<String> NOT_LATIN = Set.of("ru", "uk", "be", "ar", "he", "fa", "hi", "ja", "ko", "zh");

    static Languages of(String from, String to, Lexicon source, Lexicon target, Lexicon bridge) {
        return new Languages(from, to, source, target, bridge, Cognates.between(from, to));
    }

    /** How likely a sentence has none of the English words of a word. */
    double absent(Lexicon.Entry word) {
        return Double.isNaN(word.absent()) ? absent(word.english(), bridge) : word.absent();
    }

    /**
     * How likely a sentence has none of some English words.
     *
     * @param english their keys
     * @param bridge the English lexicon
     */
    static double absent(List<String> english, Lexicon bridge) {
        double absent = 1;
        for (String key : english) {
            Lexicon.Entry entry = bridge.get(key);
            absent *= 1 - (entry == null ? 0.001 : entry.share());
        }
        return absent;
    }

    /** What a bridge over English keeps of a word's counterparts; nothing is lost to and from English. */
    double bridgeLoss() {
        return from.equals("en") || to.equals("en") ? 1 : 0.85;
    }

    boolean close() {
        return areClose(from, to);
    }

    /** Whether two languages are of one family, so that many of their words are the same. */
    static boolean areClose(String one, String other) {
        for (Set<String> family : FAMILIES) {
            if (family.contains(one) && family.contains(other)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a language is Chinese, Japanese or Korean. */
    static boolean isEastAsian(String language) {
        return EAST_ASIAN.contains(language);
    }

    /** Whether a name stands out by its capital in both and is mostly copied; German gives every noun one. */
    boolean writeNamesAlike() {
        return !NOT_LATIN.contains(from) && !NOT_LATIN.contains(to) && !from.equals("de") && !to.equals("de");
    }

    /** Whether a name keeps its sound alone, from Latin into Cyrillic letters or back. */
    boolean namesSound() {
        return CYRILLIC.contains(from) != CYRILLIC.contains(to)
                && !NOT_LATIN_NOR_CYRILLIC.contains(from)
                && !NOT_LATIN_NOR_CYRILLIC.contains(to);
    }

    /** Whether the original shows names neither by capitals nor by letters that can be read one by one. */
    boolean namesAreHidden() {
        return isEastAsian(from) && !isEastAsian(to);
    }

    boolean sameScript() {
        return NOT_LATIN.contains(from) == NOT_LATIN.contains(to);
    }

    /** How often a common word that the lexicon lacks looks alike in a translation. */
    double smallAlike() {
        return close() ? 0.6 : sameScript() ? 0.25 : 0.08;
    }

    double capitalAlike() {
        return close() ? 0.85 : sameScript() ? 0.75 : 0.5;
    }
}
