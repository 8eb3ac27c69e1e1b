package org.polywire.check;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polywire.model.Finding;
import org.polywire.model.FindingCode;

/** No word mixes scripts, and no script comes in that neither the original nor the translation is written in. */
final class Scripts implements Check {
    /** Scripts that stand in one word by nature: Japanese and Korean. */
    private static final Set<UnicodeScript> EAST_ASIAN =
            Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);

    /** Scripts that a language writes beside those that a text shows. */
    private static final Map<String, Set<UnicodeScript>> WRITTEN = Lists.words("scripts.txt").entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(
                    Map.Entry::getKey,
                    entry -> entry.getValue().stream()
                            .map(UnicodeScript::forName)
                            .collect(Collectors.toSet())));

    /**
     * Letters of units and endings of addresses, which are written in small Latin letters everywhere ({@code km}, {@code com}): of 66 such words
     * in 803 lines each of Chinese, Japanese and Korean (NTREX-128, lines 1–1000 without every fourth document) 55 are no longer, and but two of the others are
     * in the English lines.
     */
    private static final int LONGEST_UNIT = 3;

    /** A number in Latin letters, as centuries have them in many scripts ({@code XIX века}). */
    private static final Pattern ROMAN = Pattern.compile("(?=[CLXVI])C{0,3}(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})");

    /** Share of the translation's letters that makes a script its own. */
    private static final double OWN = 0.2;

    @Override
    public Stream<Finding> review(Comparison comparison) {
        String source = folded(comparison.sourceText());
        String target = comparison.targetText();
        Set<UnicodeScript> own =
                ownScripts(target, comparison.translation().article().language().language());
        return comparison.units().stream()
                .flatMap(unit -> unit.targetWords().stream()
                        .filter(word -> (isStrange(scripts(word.text()), own) || isForeignWord(word, own))
                                && !source.contains(folded(word.text()))
                                && !isNumberOf(unit, word.text()))
                        .map(word -> unit.hold(FindingCode.SCRIPT_MIXED, word.text())));
    }

    /** Whether a word is a number in Roman numerals that the original has in some writing. */
    private static boolean isNumberOf(UnitPair unit, String word) {
        return ROMAN.matcher(word).matches()
                && unit.whole().source().amounts().stream()
                        .anyMatch(amount -> amount.values().contains(Numbers.roman(word)));
    }

    /** A text as names and units are compared, which have capitals and look-alike signs as a writer likes them ({@code NOMy}, {@code µs}). */
    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static boolean isStrange(Set<UnicodeScript> scripts, Set<UnicodeScript> own) {
        return (scripts.size() > 1 && !EAST_ASIAN.containsAll(scripts)) || !own.containsAll(scripts);
    }

    /** Whether a word in Latin letters beside East Asian ones is neither a name nor a short form. */
    private static boolean isForeignWord(Word word, Set<UnicodeScript> own) {
        return own.contains(UnicodeScript.HAN)
                && word.text().length() > LONGEST_UNIT
                && word.text().chars().allMatch(Character::isLowerCase)
                && scripts(word.text()).equals(Set.of(UnicodeScript.LATIN));
    }

    private static Set<UnicodeScript> ownScripts(String text, String language) {
        Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
        int letters = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (Character.isLetter(text.codePointAt(i))) {
                letters++;
                counts.merge(script(text.codePointAt(i)), 1, Integer::sum);
            }
        }
        double least = OWN * letters;
        Set<UnicodeScript> own = counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= least)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        own.addAll(WRITTEN.getOrDefault(language, Set.of()));
        return own;
    }

    private static Set<UnicodeScript> scripts(String word) {
        Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
        for (int i = 0; i < word.length(); i += Character.charCount(word.codePointAt(i))) {
            if (Character.isLetter(word.codePointAt(i))) {
                scripts.add(script(word.codePointAt(i)));
            }
        }
        scripts.remove(UnicodeScript.COMMON);
        scripts.remove(UnicodeScript.INHERITED);
        return scripts;
    }

    /** The script of a letter; Java looks long for it. */
    private static UnicodeScript script(int letter) {
        return letter < 128 ? UnicodeScript.LATIN : UnicodeScript.of(letter);
    }
}
