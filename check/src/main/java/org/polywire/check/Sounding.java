package org.polywire.check;

import java.util.regex.Pattern;
import org.polywire.model.EditDistance;

/**
 * What stays of a name when it goes from Latin into Cyrillic letters or back: its consonants, those that are written for each
 * other taken for one ({@code Willoughby}, {@code Уиллоуби}: flb).
 */
final class Sounding {
    /** Endings of cases with a consonant, after three letters or more ({@code Мэттом}, {@code Кимами}). */
    private static final Pattern ENDING = Pattern.compile("(?<=...)(?:om|em|ym|im|am|ami|akh|ov|ev)$");

    /** Sounds at the beginning that two names have in common if one is made from the other ({@code Olympics}, {@code Олимпиада}). */
    private static final int LEAST_START = 3;

    private static final Pattern SILENT = Pattern.compile("(?<=.)gh|(?<=n)g(?![aeiou])|^(?:k(?=n)|w(?=r))");

    /** One letter for two sounds ({@code Alex}, {@code Алекс}); at the beginning it is one ({@code Xavier}). */
    private static final Pattern DOUBLE = Pattern.compile("(?<=.)x");

    /** What French leaves unheard at the end ({@code Hazard}, {@code Азар}; {@code Montpellier}, {@code Монпелье}). */
    private static final Pattern UNHEARD = Pattern.compile("(?<=...)[dtsx]$|(?<=..i)er$");

    /** How the Cyrillic letter for h is written in Latin ones ({@code Haifa}, {@code Хайфа}). */
    private static final Pattern BREATHED = Pattern.compile("^kh");

    /** What the Latin letters for Devanagari add to a consonant: breath ({@code bh}), but for {@code ph}, which is written for f. */
    private static final Pattern BREATH = Pattern.compile("(?<=[kgjtdb])h");

    private static final Pattern CHA = Pattern.compile("c(?!h)");

    private Sounding() {}

    /** A word in the Latin letters for Devanagari, as English would write it. */
    static String devanagari(String latin) {
        return CHA.matcher(BREATH.matcher(latin).replaceAll("")).replaceAll("ch");
    }

    /** The sound of a word in small Latin letters. */
    static String of(String latin) {
        String heard = DOUBLE.matcher(SILENT.matcher(latin).replaceAll("").replace("dzh", "j"))
                .replaceAll("ks");
        StringBuilder sound = new StringBuilder();
        for (int i = 0; i < heard.length(); i++) {
            char c = consonant(heard, i);
            if (c != 0 && (sound.isEmpty() || sound.charAt(sound.length() - 1) != c)) {
                sound.append(c);
            }
        }
        return sound.toString();
    }

    private static char consonant(String word, int at) {
        char next = at + 1 < word.length() ? word.charAt(at + 1) : 0;
        boolean soft = next == 'e' || next == 'i' || next == 'y';
        return switch (word.charAt(at)) {
            case 'b', 'p' -> next == 'h' ? 'f' : 'b';
            case 'd', 't' -> next == 's' ? 0 : 't';
            case 'w' -> at > 0 && "aeou".indexOf(word.charAt(at - 1)) >= 0 && "aeious".indexOf(next) < 0 ? 0 : 'f';
            case 'f', 'v' -> 'f';
            case 'u' -> at == 0 && "aeiou".indexOf(next) >= 0 ? 'f' : 0;
            case 'g' -> soft ? 's' : 'k';
            case 'k', 'q' -> next == 'h' ? 0 : 'k';
            case 'c' ->
                soft || next == 'h' && (at + 2 >= word.length() || "rlm".indexOf(word.charAt(at + 2)) < 0) ? 's' : 'k';
            case 's', 'z', 'j', 'x' -> 's';
            case 'l' -> 'l';
            case 'm' -> 'm';
            case 'n' -> 'n';
            case 'r' -> 'r';
            default -> 0;
        };
    }

    /** Whether two words may be one name; short ones must sound the same. Ukrainian writes г for h. */
    static boolean alike(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return false;
        }
        return sound(one, other)
                || sound(ENDING.matcher(one).replaceFirst(""), other)
                || sound(one, ENDING.matcher(other).replaceFirst(""))
                || sound(UNHEARD.matcher(one).replaceFirst(""), other)
                || sound(one, UNHEARD.matcher(other).replaceFirst(""));
    }

    private static boolean sound(String one, String other) {
        String left = of(one);
        String right = of(other);
        return sameSounds(one, left, other, right)
                || one.charAt(0) == 'g' && other.charAt(0) == 'h' && sameSounds(one, left.substring(1), other, right)
                || other.charAt(0) == 'g' && one.charAt(0) == 'h' && sameSounds(one, left, other, right.substring(1));
    }

    private static char first(String word) {
        return BREATHED.matcher(word).find() ? 'h' : word.charAt(0);
    }

    private static boolean sameSounds(String one, String left, String other, String right) {
        int longer = Math.max(left.length(), right.length());
        int shorter = Math.min(left.length(), right.length());
        if (shorter < 2) {
            return left.equals(right) && !left.isEmpty() && first(one) == first(other);
        }
        return shorter >= LEAST_START && left.startsWith(right.substring(0, LEAST_START))
                || 1 - (double) EditDistance.of(left, right) / longer >= (longer < 4 ? 0.99 : 0.75);
    }
}
