package org.polywire.translate;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds what no engine may touch: addresses of the web and of mail, handles and hashtags. */
final class Kept {
    private static final Pattern PATTERN = Pattern.compile(
            "\\b(?:https?://|www\\.)[^\\s<>\"“”«»]{1,2000}?(?=[.,;:!?…)\\]]*(?:[\\s<>\"“”«»]|$))"
                    + "|\\b[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,8}"
                    + "|(?<![\\p{L}\\p{N}_])[@#][\\p{L}\\p{N}_]*\\p{L}[\\p{L}\\p{N}_]{0,100}(?:@[\\p{L}\\p{N}.-]{1,100}[\\p{L}\\p{N}])?"
                    + "|\\b(?:[a-z0-9-]{1,63}\\.){1,5}(?:com|org|net|edu|gov|info|eu|es|pt|cat|gal|fr|it|de|uk|br|io|tv)\\b(?:/[^\\s<>\"“”«»]{0,500}[\\p{L}\\p{N}/])?");

    private Kept() {}

    static List<Sentences.Range> in(String text) {
        return mayHold(text) ? search(text) : List.of();
    }

    /** Whether the text has a sign that all of these have; most sentences do not, and the pattern is slow. */
    private static boolean mayHold(String text) {
        for (int i = 0; i < text.length() - 1; i++) {
            if (text.charAt(i) <= '@' && isSign(text, i)) {
                return true;
            }
        }
        return false;
    }

    /** The stop of a number is none, unless it follows <i>www</i>. */
    private static boolean isSign(String text, int at) {
        char next = text.charAt(at + 1);
        return switch (text.charAt(at)) {
            case '@', '#' -> true;
            case '/' -> next == '/';
            case '.' -> Character.isLetter(next) || at > 0 && text.charAt(at - 1) == 'w';
            default -> false;
        };
    }

    private static List<Sentences.Range> search(String text) {
        return PATTERN.matcher(text)
                .results()
                .map((MatchResult result) -> new Sentences.Range(result.start(), result.end()))
                .toList();
    }
}
