package org.polywire.story;

import java.text.Normalizer;

/** Words without what differs between two writings of one: accents, vowel signs, joined letters. */
final class Folding {
    private Folding() {}

    static String of(String lowerCase) {
        if (isPlain(lowerCase)) {
            return lowerCase;
        }
        String apart = Normalizer.normalize(lowerCase, Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            append(apart.charAt(i), folded);
        }
        return folded.toString();
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(letter -> letter < 0x80);
    }

    private static void append(char letter, StringBuilder folded) {
        switch (letter) {
            case 'ß' -> folded.append("ss");
            case 'æ' -> folded.append("ae");
            case 'œ' -> folded.append("oe");
            case 'ø' -> folded.append('o');
            case 'đ', 'ð' -> folded.append('d');
            case 'ł' -> folded.append('l');
            case 'þ' -> folded.append("th");
            case 'ı' -> folded.append('i');
            case 'أ', 'إ', 'آ', 'ٱ' -> folded.append('ا');
            case 'ى' -> folded.append('ي');
            case 'ة' -> folded.append('ه');
            case 'ـ' -> {}
            default -> {
                if (!isAccent(letter)) {
                    folded.append(letter);
                }
            }
        }
    }

    /** Marks of Latin, Greek, Cyrillic, Hebrew and Arabic, which may be left out; those of Indian scripts are letters. */
    private static boolean isAccent(char letter) {
        return Character.getType(letter) == Character.NON_SPACING_MARK && letter < 0x0700;
    }
}
