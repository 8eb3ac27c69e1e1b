package org.polywire.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Names where vowels are not written: whether a word in Arabic or Hebrew letters may be read as a name in Latin ones ({@code هازارد}, {@code Hazard}).
 *
 * <p>Vowels, and the letters that carry them, are left out at no cost, as are what is written together with the word before it ({@code وال}) and
 * what is written twice or with two letters for one sound ({@code ck}, {@code tt}). Which letters stand for which follows the usage of the languages'
 * press; compiled by hand for Polywire, public domain (CC0).
 */
final class Unvowelled {
    private static final Set<String> LANGUAGES = Set.of("ar", "fa", "he");

    /** Letters of a word beyond which it is no name. */
    private static final int LONGEST = 30;

    /** Consonants of a name for each one in which the two may differ. */
    private static final int FOR_A_SLIP = 5;

    private static final String FREE = "aeiouywh";

    /** Letters that stand for a vowel, or may. */
    private static final String CARRIERS = "اأإآعءئؤىيیهةوٱאעהוי\u0640'’‘״׳";

    /** What is written together with the word after it: conjunctions, prepositions, articles. */
    private static final String PREFIXES = "ولبكفسהובלמשכ";

    private static final Map<Character, String> SOUNDS = sounds(
            "ب bpv",
            "پ pb",
            "ت tdc",
            "ط td",
            "ث tsz",
            "ج jgcz",
            "چ ctj",
            "ح hck",
            "خ kcxjgh",
            "د dt",
            "ض dz",
            "ذ dtz",
            "ر r",
            "ز zs",
            "ژ jzg",
            "س scz",
            "ص scz",
            "ش sctj",
            "ظ zdt",
            "غ ghr",
            "ف fvp",
            "ڤ vf",
            "ق kqcg",
            "ك kcqg",
            "ک kcqg",
            "گ g",
            "ل l",
            "م m",
            "ن n",
            "و vwb",
            "ي jy",
            "ی jy",
            "ב bv",
            "ג gj",
            "ד dt",
            "ו vw",
            "ז zjs",
            "ח hckj",
            "ט td",
            "י jy",
            "כ kcqg",
            "ך kcqg",
            "ל l",
            "מ m",
            "ם m",
            "נ n",
            "ן n",
            "ס scz",
            "פ pf",
            "ף pf",
            "צ czstj",
            "ץ czstj",
            "ק kcqg",
            "ר r",
            "ש scz",
            "ת td");

    private Unvowelled() {}

    private static Map<Character, String> sounds(String... pairs) {
        Map<Character, String> sounds = new HashMap<>();
        for (String pair : pairs) {
            sounds.put(pair.charAt(0), pair.substring(2));
        }
        return Map.copyOf(sounds);
    }

    /** Whether a language leaves vowels unwritten. */
    static boolean writes(String language) {
        return LANGUAGES.contains(language);
    }

    /** How many consonants a name in small Latin letters has; one that is written twice is one. */
    static int consonants(String latin) {
        String heard = latin.replace("gh", "");
        return (int) IntStream.range(0, heard.length())
                .filter(i -> FREE.indexOf(heard.charAt(i)) < 0 && (i == 0 || heard.charAt(i - 1) != heard.charAt(i)))
                .count();
    }

    /** Whether a word may be read as a name in small Latin letters. */
    static boolean mayBe(String word, String latin) {
        if (latin.isEmpty() || word.isEmpty() || word.length() > LONGEST || latin.length() > LONGEST) {
            return false;
        }
        String name = latin.replace("x", "ks");
        return distance(word, name) <= consonants(name) / FOR_A_SLIP;
    }

    private static int distance(String word, String name) {
        int[] before = new int[name.length() + 1];
        for (int j = 1; j <= name.length(); j++) {
            before[j] = before[j - 1] + costOfLetter(name, j);
        }
        boolean prefix = true;
        for (int i = 1; i <= word.length(); i++) {
            prefix &= isPrefix(word, i);
            int[] here = new int[name.length() + 1];
            here[0] = before[0] + (prefix ? 0 : cost(word, i));
            for (int j = 1; j <= name.length(); j++) {
                int exchanged = before[j - 1] + (areOne(word.charAt(i - 1), name.charAt(j - 1)) ? 0 : 1);
                int absorbed = here[j - 1] + absorbed(word, i, name, j);
                here[j] = Math.min(exchanged, Math.min(before[j] + cost(word, i), absorbed));
            }
            before = here;
        }
        return before[name.length()];
    }

    private static boolean isPrefix(String word, int at) {
        return at < 4 && (PREFIXES.indexOf(word.charAt(at - 1)) >= 0 || word.charAt(at - 1) == 'ا');
    }

    private static boolean areOne(char letter, char latin) {
        return SOUNDS.getOrDefault(letter, "").indexOf(latin) >= 0
                || CARRIERS.indexOf(letter) >= 0 && FREE.indexOf(latin) >= 0;
    }

    private static int cost(String word, int at) {
        char letter = word.charAt(at - 1);
        boolean twice = at > 1 && word.charAt(at - 2) == letter;
        return twice || CARRIERS.indexOf(letter) >= 0 || Character.getType(letter) == Character.NON_SPACING_MARK
                ? 0
                : 1;
    }

    private static int costOfLetter(String name, int at) {
        return FREE.indexOf(name.charAt(at - 1)) >= 0 ? 0 : 1;
    }

    /** What a letter of the name costs that stands for nothing; nothing where it belongs to the sound before it ({@code ck}, {@code gh}). */
    private static int absorbed(String word, int i, String name, int j) {
        boolean silent = name.startsWith("gh", j - 1);
        boolean belongs = j > 1
                && areOne(word.charAt(i - 1), name.charAt(j - 2))
                && areOne(word.charAt(i - 1), name.charAt(j - 1));
        return silent || belongs ? 0 : costOfLetter(name, j);
    }
}
