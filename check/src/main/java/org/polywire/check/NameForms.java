package org.polywire.check;

import java.util.regex.Pattern;
import org.polywire.model.EditDistance;

/** How alike two names are, as {@link Cognates} compares them: in small Latin letters without marks. */
final class NameForms {
    private static final int SHORTEST = 4;

    /** What some languages write beside a letter for which others have one with a mark, as it is compared without ({@code Tchaika}, {@code Čajka}). */
    private static final Pattern HUSHED = Pattern.compile("t(?=ch)|(?<=[sczkg])h");

    /** The part of a word in a case that its root is at least. */
    private static final double LEAST_ROOT = 0.6;

    /** The part of the longer of two words that their common beginning is at least. */
    private static final double LEAST_START = 0.4;

    private NameForms() {}

    /** Whether two forms are one name in two languages. */
    static boolean areOne(String one, String other, Languages languages) {
        if (one.equals(other)) {
            return true;
        }
        if (beginAlike(one, other)) {
            return true;
        }
        return languages.namesSound() ? Sounding.alike(one, other) : areSpeltAlike(spelt(one), spelt(other), languages);
    }

    private static boolean areSpeltAlike(String one, String other, Languages languages) {
        int longer = Math.max(one.length(), other.length());
        int shorter = Math.min(one.length(), other.length());
        return shorter >= SHORTEST
                && one.charAt(0) == other.charAt(0)
                && (isBeginning(one, other, shorter, longer)
                        || 1 - (double) EditDistance.of(one, other) / longer
                                >= (languages.sameScript() && !languages.close() ? 0.7 : 0.6));
    }

    /** Whether one is the other with an ending ({@code Šaramem}, {@code Kumránské}). */
    private static boolean isBeginning(String one, String other, int shorter, int longer) {
        return shorter > LEAST_ROOT * longer && one.regionMatches(0, other, 0, shorter);
    }

    /** A form with one letter for those that languages write for one sound ({@code Yugoslavia}, {@code Jugoslawien}; {@code Šaramem}, {@code Sharam}). */
    private static String spelt(String form) {
        StringBuilder spelt = new StringBuilder();
        HUSHED.matcher(form).replaceAll("").chars().forEach(letter -> spelt.append(letter((char) letter)));
        return spelt.toString();
    }

    private static char letter(char letter) {
        return switch (letter) {
            case 'y', 'i' -> 'j';
            case 'c', 'q' -> 'k';
            case 'w' -> 'v';
            default -> letter;
        };
    }

    /** Whether two words have their first letters in common, as a name and the words made from it have ({@code Kurdish}, {@code Kurden}). */
    static boolean beginAlike(String one, String other) {
        int same = 0;
        int shorter = Math.min(one.length(), other.length());
        while (same < shorter && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same >= SHORTEST && same >= LEAST_START * Math.max(one.length(), other.length());
    }
}
