package org.polywire.check;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of a text as keys under which inflected forms meet, so that a small lexicon goes a long way.
 *
 * <p>A key is the first letters of a word without marks; Chinese and Japanese words are cut by ICU4J's dictionaries. Safe to
 * share between threads.
 */
public final class Stems {
    /** Letters of a key; five is what a word's ending leaves in most European languages (Paice 1990 truncates alike). */
    static final int LETTERS = 5;

    private static final int LETTERS_WITHOUT_VOWELS = 4;

    /** Words of a text that are looked at. */
    static final int MOST_WORDS = 400;

    private static final Set<String> DICTIONARY = Set.of("zh", "ja");
    private static final Set<String> WHOLE = Set.of("vi");
    private static final Set<String> SEMITIC = Set.of("ar", "he", "fa");
    private static final Pattern ARABIC_PREFIX = Pattern.compile("^(?:[وفبكل]?ال|لل|و(?=\\p{L}{3}))");
    private static final Pattern HEBREW_PREFIX = Pattern.compile("^[והבלמשכ](?=\\p{L}{3})");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Transliterator LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");

    /**
     * A word.
     *
     * @param text as it stands
     * @param lower it in small letters
     * @param key the lexicon's name for it and its inflected forms
     * @param capital whether it has a capital that its place does not explain
     * @param initial whether its place alone may give it a capital
     * @param index its place among the words
     * @param start its first character's index
     */
    public record Stem(String text, String lower, String key, boolean capital, boolean initial, int index, int start) {
        int end() {
            return start + text.length();
        }

        /** Whether it begins with a capital, whatever the reason. */
        boolean large() {
            return Character.isUpperCase(text.codePointAt(0));
        }

        /** Whether it is written in letters that have capitals. */
        boolean hasCapitals() {
            int letter = text.codePointAt(0);
            return Character.isLowerCase(letter) || Character.isUpperCase(letter);
        }

        /** Whether only a space, or a possessive ending, is between it and the next. */
        boolean isBeside(Stem next) {
            return next.start() - end() <= " ".length();
        }
    }

    private Stems() {}

    /** The words of a text, in order; numbers in digits are none. */
    public static List<Stem> of(String text, String language) {
        return of(new Text(text, language));
    }

    static List<Stem> of(Text text) {
        String language = text.language();
        List<Stem> stems = new ArrayList<>();
        if (DICTIONARY.contains(language)) {
            cut(text.written(), language, stems);
            return stems;
        }
        for (Word word : text.words()) {
            if (word.hasLetters() && stems.size() < MOST_WORDS) {
                stems.add(new Stem(
                        word.text(),
                        word.lower(),
                        key(word.lower(), language),
                        word.capitalised() && !word.initial(),
                        word.initial(),
                        stems.size(),
                        word.start()));
            }
        }
        return stems;
    }

    /** The index of the word at or after an offset; that of the last one if there is none. */
    static int at(List<Stem> words, int offset) {
        int at = 0;
        while (at < words.size() - 1 && words.get(at).end() <= offset) {
            at++;
        }
        return at;
    }

    private static void cut(String text, String language, List<Stem> stems) {
        BreakIterator words = BreakIterator.getWordInstance(Locale.forLanguageTag(language));
        words.setText(text);
        for (int start = words.first(), end = words.next();
                end != BreakIterator.DONE && stems.size() < MOST_WORDS;
                start = end, end = words.next()) {
            if (words.getRuleStatus() >= BreakIterator.WORD_LETTER) {
                String word = text.substring(start, end);
                String lower = word.toLowerCase(Locale.ROOT);
                stems.add(new Stem(word, lower, lower, false, false, stems.size(), start));
            }
        }
    }

    private static String key(String lower, String language) {
        if (WHOLE.contains(language)) {
            return lower;
        }
        if (language.equals("ko")) {
            return lower.substring(0, Math.min(2, lower.length()));
        }
        String bare = withoutMarks(lower);
        if (SEMITIC.contains(language)) {
            Pattern prefix = language.equals("he") ? HEBREW_PREFIX : ARABIC_PREFIX;
            String rest = language.equals("fa") ? bare : prefix.matcher(bare).replaceFirst("");
            return start(rest.isEmpty() ? bare : rest, LETTERS_WITHOUT_VOWELS);
        }
        return start(bare, LETTERS);
    }

    static String withoutMarks(String word) {
        return isAscii(word)
                ? word
                : MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
    }

    private static String start(String word, int letters) {
        return word.length() <= letters ? word : word.substring(0, letters);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    /** A word in small Latin letters without marks, by ICU4J's transliteration. */
    static String latin(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (isAscii(lower)) {
            return lower;
        }
        StringBuilder latin = new StringBuilder(lower.length() + 4);
        String parts = Normalizer.normalize(lower, Normalizer.Form.NFD);
        for (int i = 0; i < parts.length(); i++) {
            char c = parts.charAt(i);
            if (c < 128) {
                latin.append(c);
            } else if (LETTERS_ALONE.containsKey(c)) {
                latin.append(LETTERS_ALONE.get(c));
            } else if (Character.isLetter(c)) {
                return LATIN.transliterate(lower);
            }
        }
        return latin.toString();
    }

    /** Letters that have no parts, and Cyrillic, of which most words that need it are. */
    private static final Map<Character, String> LETTERS_ALONE = letters(
            "ø o", "æ ae", "œ oe", "ß ss", "ł l", "đ d", "ð d", "þ th", "ı i", "а a", "б b", "в v", "г g", "ґ g", "д d",
            "е e", "є e", "ж zh", "з z", "и i", "і i", "к k", "л l", "м m", "н n", "о o", "п p", "р r", "с s", "т t",
            "у u", "ф f", "х kh", "ц ts", "ч ch", "ш sh", "щ shch", "ъ", "ы y", "ь", "э e", "ю yu", "я ya", "’", "ʼ");

    private static Map<Character, String> letters(String... pairs) {
        Map<Character, String> letters = new HashMap<>();
        for (String pair : pairs) {
            letters.put(pair.charAt(0), pair.substring(1).strip());
        }
        return Map.copyOf(letters);
    }

    /** The distinct keys of a text. */
    public static Set<String> keys(String text, String language) {
        Set<String> keys = new HashSet<>();
        of(text, language).forEach(stem -> keys.add(stem.key()));
        return keys;
    }
}
