package org.polywire.check;

import java.util.stream.IntStream;
import org.polywire.model.EditDistance;

/** How alike two names are, as {@link Cognates} compares them: in small Latin letters without marks. */
final class NameForms {
    private static final int SHORTEST = 4;

    /** The part of the longer of two words that their common beginning is at least. */
    private static final double LEAST_START = 0.4;

    private NameForms() {}

    /** Whether two forms are one name in two languages. */
    static boolean areOne(String one, String other, Languages languages) {
        if (one.equals(other)) {
            return true;
        }
        int shorter = Math.min(one.length(), other.length());
        if (beginAlike(one, other)) {
            return true;
        }
        if (languages.namesSound()) {
            return Sounding.alike(one, other);
        }
        int longer = Math.max(one.length(), other.length());
        return shorter >= SHORTEST
                && letter(one.charAt(0)) == letter(other.charAt(0))
                && 1 - (double) EditDistance.of(spelt(one), spelt(other)) / longer
                        >= (languages.sameScript() && !languages.close() ? 0.7 : 0.6);
    }

    /** A form with one letter for those that languages write for one sound ({@code Yugoslavia}, {@code Jugoslawien}). */
    private static String spelt(String form) {
        StringBuilder spelt = new StringBuilder(form);
        IntStream.range(0, form.length()).forEach(i -> spelt.setCharAt(i, letter(form.charAt(i))));
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
