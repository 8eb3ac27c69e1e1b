package org.polywire.model;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Locale;

/**
 * The name of a section without what differs between spellings of one name: case, width (Unicode's NFKC), and the accents of Latin
 * and Greek letters, which sources leave out as they please. {@code Economía}, {@code ECONOMIA} and {@code economia} are one section.
 * Marks of other scripts are letters there (vowels in Devanagari, й in Cyrillic) and stay.
 *
 * @param folded what is left; a folded name is its own folded name
 */
public record SectionName(String folded) {

    public static SectionName of(String name) {
        String lower = Normalizer.normalize(name.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
        StringBuilder bare = new StringBuilder(lower.length());
        boolean accented = false;
        for (int c : lower.codePoints().toArray()) {
            if (Character.getType(c) != Character.NON_SPACING_MARK) {
                accented = takesAccents(UnicodeScript.of(c));
                bare.appendCodePoint(c);
            } else if (!accented) {
                bare.appendCodePoint(c);
            }
        }
        return new SectionName(Normalizer.normalize(bare, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
    }

    private static boolean takesAccents(UnicodeScript script) {
        return script == UnicodeScript.LATIN || script == UnicodeScript.GREEK;
    }
}
