package org.polywire.translate;

import com.ibm.icu.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.polywire.model.LanguageTag;

/**
 * Brings the writing of a translated sentence in line with its source: spaces, capitals, and numbers, which stay as they are written or, if that is
 * wanted, become {@link LocalNumbers}.
 */
final class Typography {
    private static final String CLOSING = ".,;:!?…)]}”»";
    private static final String OPENING = "([{“«¿¡";
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,:/\u00A0\u202F\\-]\\d+)+");
    private static final String UNITS = "%‰€£$";
    /** A number and the sign of its unit, with or without a space between them. */
    private static final Pattern AMOUNT = Pattern.compile("(\\d[\\d.,]*)([ \u00A0\u202F]?)([" + UNITS + "])(?!\\d)");

    private static final Pattern SEPARATORS = Pattern.compile("[^\\d]");

    private final boolean spacedPunctuation;
    private final Optional<UnaryOperator<String>> numbers;
    private final Locale locale;

    /**
     * @param localNumbers whether numbers and dates are written as the target's readers write them
     */
    Typography(LanguageTag source, LanguageTag target, boolean localNumbers) {
        this.spacedPunctuation = target.language().equals("fr");
        if (localNumbers) {
            this.numbers = Optional.of(new LocalNumbers(source, target)::of);
        } else {
            this.numbers = decimal(source) == decimal(target) ? Optional.of(number -> number) : Optional.empty();
        }
        this.locale = target.locale();
    }

    private static char decimal(LanguageTag language) {
        return DecimalFormatSymbols.getInstance(language.locale()).getDecimalSeparator();
    }

    /** The same words with the spaces, capitals and numbers that they should have; the first has nothing before it. */
    List<Leaf<Mark>> finish(String source, List<Leaf<Mark>> leaves) {
        List<Leaf<Mark>> finished = new ArrayList<>();
        boolean digits = hasDigit(source);
        Map<String, String> written = numbers.filter(form -> digits)
                .map(form -> numbers(source, form))
                .orElse(Map.of());
        Map<String, String> gaps = digits && hasUnit(source) ? gaps(source) : Map.of();
        boolean capitals = isCapitals(source);
        boolean numbered = !written.isEmpty() || !gaps.isEmpty();
        for (Leaf<Mark> leaf : leaves) {
            String text = numbered && hasDigit(leaf.text()) ? amount(number(leaf.text(), written), gaps) : leaf.text();
            text = capitals && !isKept(leaf) ? text.toUpperCase(locale) : text;
            finished.add(leaf.with(space(leaf, finished), text));
        }
        if (startsUpper(source)) {
            capitalise(finished);
        }
        return finished;
    }

    /** Most words have none, and the patterns are slow. */
    private static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }

    private static boolean hasUnit(String text) {
        for (int i = 0; i < UNITS.length(); i++) {
            if (text.indexOf(UNITS.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isKept(Leaf<Mark> leaf) {
        return leaf.tags().stream().anyMatch(tag -> tag.value() instanceof Mark.Untranslated);
    }

    private String space(Leaf<Mark> leaf, List<Leaf<Mark>> before) {
        if (before.isEmpty() || leaf.before().isEmpty()) {
            return "";
        }
        String last = before.getLast().text();
        boolean clings = !spacedPunctuation
                && isOneOf(CLOSING, leaf.text().charAt(0))
                && !leaf.text().startsWith("...");
        boolean opened = !spacedPunctuation && isOneOf(OPENING, last.charAt(last.length() - 1));
        if (clings || opened) {
            return "";
        }
        return " ";
    }

    private static boolean isOneOf(String signs, char character) {
        return !Words.isBasicLetter(character) && signs.indexOf(character) >= 0;
    }

    /** How numbers are written, by their digits alone, for those that have separators; not of two that differ in nothing else. */
    private static Map<String, String> numbers(String source, UnaryOperator<String> form) {
        Map<String, String> numbers = new HashMap<>();
        Set<String> alike = new HashSet<>();
        NUMBER.matcher(source).results().map(MatchResult::group).forEach(number -> {
            String digits = SEPARATORS.matcher(number).replaceAll("");
            String before = numbers.put(digits, form.apply(number));
            if (before != null && !before.equals(form.apply(number))) {
                alike.add(digits);
            }
        });
        alike.forEach(numbers::remove);
        return numbers;
    }

    /** A number whose separators the engine changed, as it should be. */
    private static String number(String text, Map<String, String> numbers) {
        return NUMBER.matcher(text).matches()
                ? numbers.getOrDefault(SEPARATORS.matcher(text).replaceAll(""), text)
                : text;
    }

    /** What stands between a number and its sign, by both without separators. */
    private static Map<String, String> gaps(String source) {
        Map<String, String> gaps = new HashMap<>();
        AMOUNT.matcher(source).results().forEach(found -> gaps.put(key(found), found.group(2)));
        return gaps;
    }

    private static String key(MatchResult amount) {
        return SEPARATORS.matcher(amount.group(1)).replaceAll("") + amount.group(3);
    }

    /** An amount with the source's space before its sign. */
    private static String amount(String text, Map<String, String> gaps) {
        return AMOUNT.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) + gaps.getOrDefault(key(found), found.group(2)) + found.group(3)));
    }

    private static boolean isCapitals(String source) {
        if (hasSmallLetter(source)) {
            return false;
        }
        long letters = source.codePoints().filter(Character::isLetter).count();
        return letters >= 8
                && source.codePoints().filter(Character::isUpperCase).count() == letters
                && source.indexOf(' ') > 0;
    }

    private static boolean hasSmallLetter(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (Character.isLowerCase(text.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsUpper(String source) {
        int start = 0;
        while (start < source.length() && !Character.isLetterOrDigit(source.codePointAt(start))) {
            start += Character.charCount(source.codePointAt(start));
        }
        return start < source.length() && Character.isUpperCase(source.codePointAt(start));
    }

    private void capitalise(List<Leaf<Mark>> leaves) {
        for (int i = 0; i < leaves.size(); i++) {
            String text = leaves.get(i).text();
            if (Words.hasLetterOrDigit(text)) {
                if (!isKept(leaves.get(i))
                        && Character.isLowerCase(text.codePointAt(0))
                        && Kept.in(text).isEmpty()) {
                    leaves.set(i, leaves.get(i).withText(upperFirst(text)));
                }
                return;
            }
        }
    }

    private String upperFirst(String text) {
        int length = Character.charCount(text.codePointAt(0));
        return text.substring(0, length).toUpperCase(locale) + text.substring(length);
    }
}
