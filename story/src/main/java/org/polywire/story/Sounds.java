package org.polywire.story;

import com.ibm.icu.text.Transliterator;
import java.util.Optional;

/**
 * What stays of a name from one script to another: its consonants, those that are often exchanged taken for one.
 *
 * <p>Chosen on NTREX lines 1–1000: Arabic and Hebrew write few vowels, Arabic has no p, Japanese no l, Korean writes b for v.
 */
final class Sounds {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 7;

    private Sounds() {}

    /** Read by the class loader at first use; safe to share between threads, as its documentation says. */
    private static final class Loaded {
        static final Transliterator TO_LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");
    }

    /** Whether the script of a word has capitals, by which names are told. */
    static boolean hasCapitals(String word) {
        int letter = word.codePointAt(0);
        return Character.isLowerCase(letter) || Character.isUpperCase(letter);
    }

    /** The sound of a word; nothing, if too little is left of it. */
    static Optional<String> of(String folded) {
        String latin = latin(folded);
        StringBuilder sound = new StringBuilder(LONGEST);
        char last = 0;
        for (int i = 0; i < latin.length() && sound.length() < LONGEST; i++) {
            char heard = heard(latin, i);
            if (heard != 0 && heard != last) {
                sound.append(heard);
            }
            last = heard;
        }
        return sound.length() < SHORTEST ? Optional.empty() : Optional.of(sound.toString());
    }

    /** In the letters of which {@link #heard} knows the sound, whatever language they were written in. */
    private static String latin(String folded) {
        int letter = folded.codePointAt(0);
        if (letter < 0x250) {
            return folded.replace("x", "ks");
        }
        String latin = Loaded.TO_LATIN.transliterate(folded);
        boolean cyrillic = Character.UnicodeScript.of(letter) == Character.UnicodeScript.CYRILLIC;
        String vowels = cyrillic ? latin.replace("j", "").replace("dz", "s") : latin;
        return vowels.replace('c', 's');
    }

    private static char heard(String latin, int at) {
        char next = at + 1 < latin.length() ? latin.charAt(at + 1) : 0;
        return switch (latin.charAt(at)) {
            case 'b', 'f', 'v' -> 'b';
            case 'p' -> 'b';
            case 'd', 't' -> 't';
            case 'g', 'k', 'q', 'x' -> 'k';
            case 'c' -> next == 'e' || next == 'i' || next == 'h' ? 's' : 'k';
            case 's', 'z', 'j' -> 's';
            case 'l', 'r' -> 'r';
            case 'm' -> 'm';
            case 'n' -> next == 'b' || next == 'p' ? 'm' : 'n';
            default -> 0;
        };
    }
}
