package org.polywire.check;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How languages with Latin letters each write names from Cyrillic ones: {@code Chruschtschow}, {@code Khrouchtchev}, {@code Chruščov}, {@code Khrushchev}.
 * The letters follow the usage of each language's press and ISO 9; compiled by hand for Polywire, public domain (CC0).
 */
final class Romanization {
    /** What stands for ч, ш, щ and ж: one of them is written in one language as another is in the next (French {@code ch}, English {@code sh}). */
    private static final Pattern SIBILANTS =
            Pattern.compile("(?:s?h?t?sch|tch|tsh|shch|[sczk]h|[cs]z|sj|zj|[čšžćśźçş])++");

    private static final Pattern AFFRICATE = Pattern.compile("t[sz]|z(?!h)|c(?![aouhlrkq])");

    private static final Pattern GLIDES = Pattern.compile("[jyi]+");

    /** Letters of a word beyond which it is no name. */
    private static final int LONGEST = 60;

    private Romanization() {}

    /** Whether two names in Latin letters are one that languages write each in its own way; not if they differ in marks alone. */
    static boolean areOne(String one, String other) {
        return Math.max(one.length(), other.length()) <= LONGEST
                && !Stems.latin(one).equals(Stems.latin(other))
                && key(one).equals(key(other));
    }

    private static String key(String name) {
        String composed = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
        String sounds =
                SIBILANTS.matcher(composed).replaceAll("S").replace("ou", "u").replace('w', 'v');
        String plain = Stems.latin(AFFRICATE.matcher(sounds).replaceAll("Z"));
        return GLIDES.matcher(plain).replaceAll("i");
    }
}
