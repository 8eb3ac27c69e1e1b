package org.polywire.check;

/** Digits of any script, such as full-width or Arabic ones. */
final class Digits {
    private Digits() {}

    /** A text with those of ASCII in their place. */
    static String inAscii(String text) {
        StringBuilder ascii = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            int digit = Character.digit(character, 10);
            ascii.appendCodePoint(digit < 0 ? character : '0' + digit);
        });
        return ascii.toString();
    }
}
