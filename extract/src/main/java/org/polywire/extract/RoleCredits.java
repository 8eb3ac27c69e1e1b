package org.polywire.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows lines that say by role who made an article: "Text: Ana Ruiz / Fotos: Tom Hale", "Photos by Ana Ruiz; hair by Tom Hale".
 *
 * <p>Such a line is two roles or more, each with names, and nothing else: no other label, no numbers, no sentence. What has small words like
 * a sentence, or one role alone, may be anything. Immutable.
 */
final class RoleCredits {
    private static final int LONGEST = 1_000;
    private static final int MOST_WORDS = 16;
    /** In a line of so many roles some words may be no names: "with thanks to", "with products by". */
    private static final int MANY = 3;

    private static final int SHARE_OF_SMALL = 3;
    /** Names without case are short words: longer ones are sentences without spaces. */
    private static final int LONGEST_CASELESS = 8;

    private static final int MOST_CASELESS = 4;
    /** From here on: Chinese characters, kana, Korean. */
    private static final char UNSPACED = 0x2E80;

    private static final String MARKS = "()[]（）【】{}|/／;；,，、·•.–—-*■▲";
    private static final Pattern APART = Pattern.compile("[\\s/／|&＆+,，;；·•・、()（）\\[\\]]+");
    /** What names do not have in them: other labels, the ends of sentences, numbers. */
    private static final Pattern NO_NAME = Pattern.compile("[:：=＝?!？！。।…<>\\d]");

    private static final Pattern STOP = Pattern.compile("\\p{L}{3,}\\.\\s");
    /** Letters and words of Japanese and Chinese that sentences have, names of people hardly. */
    private static final Pattern GRAMMAR = Pattern.compile("[\\p{IsHiragana}的了是在]");

    private static final Set<String> SMALL = Set.of(
            ("a al and av bij bin con d da de dei del della den der des di do dos e el en et for för für i ibn ja la le les na och oder of"
                            + " og par per por pour si te und van ve vom von voor y za zu és și και и й та і")
                    .split(" "));

    private final Pattern label;

    /**
     * @param roles what somebody did for an article, as one expression
     */
    RoleCredits(String roles) {
        String joint = "\\s*(?:[/／&＆+,，、·・]|\\p{L}{1,3}(?=\\s))\\s*";
        label = Phrases.compiled("(?<![\\p{L}\\p{N}-])" + roles + "(?:" + joint + roles + "){0,3}"
                + "(?:\\s*[:：=＝]\\s*|\\s*[/／](?=\\p{IsHan})|\\s+(?:by|von|par|por|di|de|da|av|af|door|per)\\s+)");
    }

    /** A text without the marks and brackets that such a line may begin with. */
    static String line(String text) {
        return Texts.afterMarks(text, MARKS);
    }

    /** Whether a {@link #line} is one of credits. */
    boolean matches(String line) {
        if (line.length() > LONGEST) {
            return false;
        }
        Matcher found = label.matcher(line);
        if (!found.lookingAt()) {
            return false;
        }
        List<String> names = new ArrayList<>();
        int from = found.end();
        while (found.find()) {
            names.add(line.substring(from, found.start()));
            from = found.end();
        }
        names.add(line.substring(from));
        return names.size() > 1 && areNames(names);
    }

    private static boolean areNames(List<String> parts) {
        int whole = 0;
        for (String part : parts) {
            Count count = Count.of(part);
            if (!count.areNames(parts.size() >= MANY)) {
                return false;
            }
            whole += count.isWhole() ? 1 : 0;
        }
        return whole * 2 > parts.size();
    }

    /**
     * What the words of one role are.
     *
     * @param capital those that begin with a capital letter or name an account; an agency is as good as a whole name, two
     * @param caseless those of scripts that have no capitals
     * @param small all others but such as stand within names
     * @param unspaced whether some are of a script without spaces in a name
     * @param sentence whether something in them is in no name
     */
    private record Count(int capital, int caseless, int small, boolean unspaced, boolean sentence) {
        static Count of(String part) {
            String names = Texts.beforeMarks(Texts.afterMarks(part, MARKS), MARKS);
            boolean sentence = NO_NAME.matcher(part).find()
                    || STOP.matcher(names).find()
                    || GRAMMAR.matcher(names).find();
            int capital = 0;
            int caseless = 0;
            int small = 0;
            boolean unspaced = false;
            for (String word : APART.split(names)) {
                int first = word.isEmpty() ? ' ' : word.codePointAt(0);
                boolean other = Character.getType(first) == Character.OTHER_LETTER;
                sentence |= other && word.length() > LONGEST_CASELESS;
                caseless += other ? 1 : 0;
                unspaced |= other && first >= UNSPACED;
                boolean agency = Credits.namesAgency(word);
                boolean great = Character.isUpperCase(first) || first == '@' || agency;
                capital += agency ? 2 : great && !other ? 1 : 0;
                small += !great && Character.isLowerCase(first) && !SMALL.contains(word) ? 1 : 0;
            }
            return new Count(capital, caseless, small, unspaced, sentence);
        }

        boolean areNames(boolean loosely) {
            int words = capital + caseless + small;
            boolean few = words <= MOST_WORDS && caseless <= MOST_CASELESS;
            boolean named = capital + caseless > 0 && (loosely ? small * SHARE_OF_SMALL <= words : small == 0);
            return few && named && !sentence;
        }

        /** Whether there is more than one word, as in the names of people; where names are written without spaces, one will do. */
        boolean isWhole() {
            return capital + caseless > 1 || unspaced;
        }
    }
}
