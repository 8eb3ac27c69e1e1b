package org.polywire.extract;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The counter that galleries set before or after a caption: <i>Image 3 of 14</i>; <i>3/14</i> may be one. Immutable. */
final class Counter {
    private static final String APART = ":|–—•·-";

    private final Pattern first;
    private final Pattern last;

    /**
     * @param counted an expression of what is counted
     * @param outOf an expression of what stands between the numbers
     */
    Counter(String counted, String outOf) {
        String counter = "(?:(?<what>" + counted + ")\\s*)?(?<number>\\d{1,3})\\s*(?:/|(?<=\\s)" + outOf
                + "(?=\\s))\\s*(?<whole>\\d{1,3})(?!\\p{N})";
        first = Phrases.compiled("^(?<open>[(\\[])?" + counter + "[ \\t]*(?:[)\\]]|(?<apart>[\n" + APART + "])|$)");
        last = Phrases.compiled("(?:(?<open>[(\\[])|(?<apart>[\n" + APART + "])[ \\t]*)" + counter + "\\s*[)\\]]?$");
    }

    /** Whether a text is nothing but a counter. */
    boolean is(String text) {
        Matcher matcher = first.matcher(text);
        return matcher.lookingAt() && matcher.end() == text.length() && counts(matcher);
    }

    /**
     * A text without a counter that says what it counts and stands apart at its beginning or, in brackets or in a caption, at its end. Numbers
     * alone may be a day, a fraction, a part or a rating.
     */
    String takenFrom(String text, boolean caption) {
        Matcher before = first.matcher(text);
        if (before.lookingAt() && isCalled(before) && before.end() < text.length()) {
            return Texts.afterMarks(text.substring(before.end()), APART);
        }
        Matcher after = last.matcher(text);
        boolean apart = after.find() && after.start() > 0 && isCalled(after);
        return apart && (caption || after.group("open") != null)
                ? Texts.beforeMarks(text.substring(0, after.start()), APART)
                : text;
    }

    private static boolean isCalled(Matcher matcher) {
        return matcher.group("what") != null && counts(matcher);
    }

    private static boolean counts(Matcher matcher) {
        int whole = Integer.parseInt(matcher.group("whole"));
        return whole > 1 && Integer.parseInt(matcher.group("number")) <= whole;
    }
}
