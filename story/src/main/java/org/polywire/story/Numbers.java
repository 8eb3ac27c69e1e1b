package org.polywire.story;

import java.util.Optional;

/** Numbers in one writing: Latin digits, a point before decimals, nothing between thousands. */
final class Numbers {
    private static final int LONGEST = 18;

    private Numbers() {}

    record Marked(Mark kind, String text) {}

    /** What a number is worth as a mark; nothing, if it has only one digit or is too long to be a quantity. */
    static Optional<Marked> mark(String written) {
        String plain = plain(written);
        String digits = plain.replace(".", "");
        if (digits.length() < 2 || digits.length() > LONGEST) {
            return Optional.empty();
        }
        boolean small = (digits.length() == 2 && !plain.contains(".")) || isYear(plain);
        return Optional.of(new Marked(small ? Mark.SMALL_NUMBER : Mark.NUMBER, plain));
    }

    private static boolean isYear(String plain) {
        return plain.length() == 4 && (plain.startsWith("19") || plain.startsWith("20"));
    }

    /** A separator before exactly three digits, or one that comes twice, is taken to part thousands. */
    private static String plain(String written) {
        StringBuilder digits = new StringBuilder();
        int point = -1;
        int separators = 0;
        for (int i = 0; i < written.length(); i++) {
            char here = written.charAt(i);
            int digit = Character.digit(here, 10);
            if (digit >= 0) {
                digits.append(digit);
            } else {
                point = digits.length();
                separators++;
            }
        }
        int decimals = digits.length() - point;
        boolean decimal = point > 0 && decimals != 3 && separators == 1;
        return decimal ? digits.insert(point, '.').toString() : digits.toString();
    }
}
