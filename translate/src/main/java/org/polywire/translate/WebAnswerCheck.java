package org.polywire.translate;

import com.ibm.icu.lang.UScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.polywire.model.LanguageTag;

/** What a translation that comes from the web must fulfil before it is used: words for words, no echo, and of a language model more. */
final class WebAnswerCheck {
    /** Texts with fewer letters may well be the same in both languages, and their lengths say nothing. */
    private static final int LEAST_LETTERS = 40;

    private static final int LEAST_WORDS = 8;
    private static final double SHORTEST = 0.15;
    private static final int LONGEST = 6;
    private static final double OWN_SCRIPT = 0.5;
    private static final Pattern DIGITS = Pattern.compile("\\p{Nd}+(?:[.,:\\u00A0\\u202F'’ ]\\p{Nd}{3})*");
    private static final Pattern SEPARATORS = Pattern.compile("\\P{Nd}");

    /** How models begin when they talk instead of translating. */
    private static final Pattern TALK = Pattern.compile(
            "^(?:here (?:is|are) |sure[,!. ]|certainly[,!. ]|of course[,!. ]|as an? (?:ai|language model)|translation:|i(?:'m| am) sorry|i cannot )",
            Pattern.CASE_INSENSITIVE);

    private WebAnswerCheck() {}

    /**
     * What is wrong; empty if nothing is.
     *
     * @param model whether a language model answered, which may invent
     */
    static Optional<String> problem(String source, String target, LanguageTag to, boolean model) {
        if (letters(source) > 0 && letters(target) == 0) {
            return Optional.of("there are no words");
        }
        if (target.length() > source.length() * LONGEST + 100) {
            return Optional.of("it is far too long");
        }
        boolean long_ = letters(source) >= LEAST_LETTERS;
        if (long_ && words(source) >= LEAST_WORDS && source.strip().equals(target.strip())) {
            return Optional.of("it is the source, untranslated");
        }
        if (long_ && target.length() < source.length() * SHORTEST) {
            return Optional.of("it is far too short");
        }
        return model ? invention(source, target, to) : Optional.empty();
    }

    private static Optional<String> invention(String source, String target, LanguageTag to) {
        if (target.indexOf('⟦') >= 0 || target.indexOf('⟧') >= 0) {
            return Optional.of("a bracket is left over");
        }
        if (TALK.matcher(target.strip()).find() && !TALK.matcher(source.strip()).find()) {
            return Optional.of("it talks about the task");
        }
        if (!numbers(source).equals(numbers(target))) {
            return Optional.of("the numbers are not " + numbers(source));
        }
        return letters(source) >= LEAST_LETTERS && inScript(target, to) < OWN_SCRIPT
                ? Optional.of("it is not in the script of " + to.locale().getDisplayName(Locale.ENGLISH))
                : Optional.empty();
    }

    /** The numbers by their digits alone, in order of size. */
    private static List<String> numbers(String text) {
        List<String> numbers = new ArrayList<>();
        DIGITS.matcher(text)
                .results()
                .forEach(found -> numbers.add(SEPARATORS.matcher(found.group()).replaceAll("")));
        numbers.sort(null);
        return numbers;
    }

    private static double inScript(String text, LanguageTag language) {
        int[] codes = UScript.getCode(language.locale());
        if (codes == null) {
            return 1;
        }
        List<Integer> scripts = new ArrayList<>();
        for (int code : codes) {
            scripts.add(code);
        }
        if (scripts.contains(UScript.SIMPLIFIED_HAN) || scripts.contains(UScript.TRADITIONAL_HAN)) {
            scripts.add(UScript.HAN);
        }
        long own = text.codePoints()
                .filter(Character::isLetter)
                .filter(letter -> scripts.contains(UScript.getScript(letter)))
                .count();
        return (double) own / Math.max(1, letters(text));
    }

    private static long letters(String text) {
        return text.codePoints().filter(Character::isLetter).count();
    }

    private static int words(String text) {
        return text.strip().split("\\s+").length;
    }
}
