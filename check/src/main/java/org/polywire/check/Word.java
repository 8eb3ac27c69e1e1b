package org.polywire.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A run of letters and digits in a text; an apostrophe or a hyphen ends it, a Catalan middle dot does not.
 *
 * @param start its first character's index
 * @param initial whether its place alone may give it a capital: the start of a sentence, a quotation, or after a colon or dash
 */
record Word(String text, int start, boolean initial) {
    private static final Pattern RUN = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:·[\\p{L}\\p{M}]+)*+");
    private static final Pattern OPENS = Pattern.compile("[.!?…:;\\n\\r\"“”«»„‘’'(\\[—–¿¡•|/·؟。-]");

    static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        Matcher run = RUN.matcher(text);
        int end = 0;
        while (run.find()) {
            boolean initial = words.isEmpty()
                    || (!isElided(text.substring(end, run.start()))
                            && OPENS.matcher(text).region(end, run.start()).find());
            words.add(new Word(run.group(), run.start(), initial));
            end = run.end();
        }
        return words;
    }

    /** An apostrophe alone between two words joins them ({@code l'Ajuntament}); a quotation mark has a space on one side. */
    private static boolean isElided(String between) {
        return between.equals("'") || between.equals("’");
    }

    String lower() {
        return text.toLowerCase(Locale.ROOT);
    }

    boolean capitalised() {
        return Character.isUpperCase(text.codePointAt(0)) || Character.isTitleCase(text.codePointAt(0));
    }

    boolean hasLetters() {
        return text.codePoints().anyMatch(Character::isLetter);
    }

    int end() {
        return start + text.length();
    }
}
