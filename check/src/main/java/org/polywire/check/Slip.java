package org.polywire.check;

import java.util.Map;

/**
 * One letter of a name that is another, as no language spells it: a vowel in place of a consonant, or a consonant that sounds unlike the
 * other ({@code Harlem}, {@code Harlrm}). Languages write {@code Brasil} for {@code Brazil}, {@code Sebastopol} for {@code Sevastopol}
 * and change ends.
 */
final class Slip {
    /** Consonants that languages write for each other in one name, after Latin letters have lost their marks. */
    private static final Map<Character, Character> SOUNDS = Map.ofEntries(
            Map.entry('b', 'p'),
            Map.entry('f', 'p'),
            Map.entry('v', 'p'),
            Map.entry('d', 't'),
            Map.entry('c', 'k'),
            Map.entry('q', 'k'),
            Map.entry('g', 'k'),
            Map.entry('x', 'k'),
            Map.entry('s', 'k'),
            Map.entry('z', 'k'),
            Map.entry('n', 'm'));

    /** Letters that languages also write for a letter of another kind ({@code Tokyo}, {@code Tokio}; {@code Migration}, {@code Migración}). */
    private static final Map<Character, String> ALSO = Map.ofEntries(
            Map.entry('u', "vwbfo"),
            Map.entry('w', "uvbf"),
            Map.entry('v', "uwbf"),
            Map.entry('y', "ij"),
            Map.entry('j', "yigxhc"),
            Map.entry('h', "jkgcxfiy"),
            Map.entry('x', "jhgs"),
            Map.entry('g', "jxh"),
            Map.entry('t', "cz"));

    private static final String VOWELS = "aeiouy";

    private Slip() {}

    /** The index of the one letter in which two spellings differ and that no language puts there, not the first nor the last; or -1. */
    static int at(String one, String other) {
        String left = Stems.latin(one);
        String right = Stems.latin(other);
        int at = onlyDifference(left, right);
        return at > 0 && at < left.length() - 1 && areUnlike(left.charAt(at), right.charAt(at)) ? at : -1;
    }

    private static int onlyDifference(String left, String right) {
        int at = -1;
        for (int i = 0; i < left.length(); i++) {
            if (left.length() != right.length() || (left.charAt(i) != right.charAt(i) && at >= 0)) {
                return -1;
            }
            at = left.charAt(i) == right.charAt(i) ? at : i;
        }
        return at;
    }

    private static boolean areUnlike(char one, char other) {
        if (ALSO.getOrDefault(one, "").indexOf(other) >= 0
                || ALSO.getOrDefault(other, "").indexOf(one) >= 0) {
            return false;
        }
        boolean vowel = VOWELS.indexOf(one) >= 0;
        return vowel != VOWELS.indexOf(other) >= 0
                || !vowel && !SOUNDS.getOrDefault(one, one).equals(SOUNDS.getOrDefault(other, other));
    }
}
