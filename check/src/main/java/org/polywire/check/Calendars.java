package org.polywire.check;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The months and days of the week of a text, by Unicode CLDR's names. Safe to share between threads. */
final class Calendars {
    /** What is added to the number of a day of the week, of which Sunday is 1. */
    private static final int FIRST_DAY = 100;

    private final Map<String, Map<String, Integer>> names = new ConcurrentHashMap<>();

    /**
     * The name of a month or a day of the week in a text.
     *
     * @param text as it is written
     */
    private record Name(int value, String text) {}

    /** The names of months and days that one text has and the other lacks, as they are written: those that went, and those that came. */
    record Exchange(List<String> lost, List<String> added) {
        static final Exchange NONE = new Exchange(List.of(), List.of());

        /** How many were exchanged for others. */
        int count() {
            return Math.min(lost.size(), added.size());
        }
    }

    /** How the months and days of two texts differ; nothing where the original has none. */
    Exchange exchange(TextPair texts) {
        List<Name> before = read(texts.source());
        if (before.isEmpty()) {
            return Exchange.NONE;
        }
        List<Name> after = read(texts.target());
        return new Exchange(without(before, after), without(after, before));
    }

    /** What names are left when each of the others has been set against one of its value. */
    private static List<String> without(List<Name> names, List<Name> others) {
        List<Integer> left = new ArrayList<>(others.stream().map(Name::value).toList());
        return names.stream()
                .filter(name -> !left.remove(Integer.valueOf(name.value())))
                .map(Name::text)
                .toList();
    }

    /** Whether a word in small letters is the name of a month or a day of the week. */
    boolean names(String lower, String language) {
        return names.computeIfAbsent(language, Calendars::names).containsKey(lower);
    }

    private List<Name> read(Text text) {
        String language = text.language();
        Map<String, Integer> known = names.computeIfAbsent(language, Calendars::names);
        List<Name> found = inNumbers(text.written(), language);
        for (Word word : words(text)) {
            Integer value = Languages.isEastAsian(language) ? null : known.get(word.lower());
            if (value == null && JOINS.contains(language)) {
                value = start(word.lower(), known);
            }
            if (value != null && (word.capitalised() || !isEnglishVerb(word, language))) {
                found.add(new Name(value, word.text()));
            }
        }
        return found;
    }

    /** Months that have numbers and days that have signs within longer words, in Chinese, Japanese and Korean. */
    private static final Map<String, Pattern> IN_NUMBERS = Map.of(
            "zh",
            Pattern.compile(
                    "(?<!\\d)(1[0-2]|[1-9]|(?<![十一二三四五六七八九几幾])(?:十[一二]?|[一二三四五六七八九]))\\s?月|(?:星期|礼拜|(?<![一两几数每\\d]\\s?)周)([日天一二三四五六])"),
            "ja",
            Pattern.compile("(?<!\\d)(1[0-2]|[1-9]|(?<![十一二三四五六七八九何])(?:十[一二]?|[一二三四五六七八九]))\\s?月(?!間)|([日月火水木金土])曜"),
            "ko",
            Pattern.compile("(?<!\\d)(1[0-2]|[1-9])\\s?월|([일월화수목금토])요일"));

    /** The numbers from one to nine in signs, and ten. */
    private static final String SIGNS = "一二三四五六七八九十";

    private static final Map<String, String> DAYS = Map.of("zh", "日一二三四五六", "ja", "日月火水木金土", "ko", "일월화수목금토");

    private static List<Word> words(Text text) {
        return PARTED.stream().anyMatch(text.written()::contains) ? Word.of(joined(text.written())) : text.words();
    }

    /** What one of which stands in every name of two words. */
    private static final List<String> PARTED = List.of("-feira", "háng ", "hứ ", "hủ ", "شنبه");

    private static List<Name> inNumbers(String text, String language) {
        List<Name> found = new ArrayList<>();
        Pattern pattern = IN_NUMBERS.get(language);
        if (pattern != null) {
            pattern.matcher(Digits.inAscii(text))
                    .results()
                    .forEach(name -> found.add(new Name(value(name, language), name.group())));
        }
        return found;
    }

    private static int value(MatchResult name, String language) {
        return name.group(1) == null
                ? FIRST_DAY
                        + 1
                        + DAYS.getOrDefault(language, "").indexOf(name.group(2).replace('天', '日'))
                : month(name.group(1));
    }

    private static int month(String number) {
        return Character.isDigit(number.charAt(0))
                ? Integer.parseInt(number)
                : number.chars().map(sign -> SIGNS.indexOf(sign) + 1).sum();
    }

    private static final Pattern VIETNAMESE = Pattern.compile(
            "(?<!\\p{L})(?:([Tt]háng) (?=(?:\\d|1[0-2])(?!\\d))|([Tt]hứ|[Cc]hủ) (?=Hai|Ba|Tư|Năm|Sáu|Bảy|[Nn]hật))");

    /**
     * Portuguese counts days with two words, {@code terça-feira}, Persian with two parts, {@code سه‌شنبه}, and Vietnamese also months, {@code tháng 9};
     * one of the two alone is also a number or a day.
     */
    private static String joined(String text) {
        String vietnamese = VIETNAMESE.matcher(text.replace("-feira", "feira")).replaceAll("$1$2");
        return PERSIAN.matcher(vietnamese).replaceAll("شنبه");
    }

    private static final Pattern PERSIAN = Pattern.compile("(?<=(?<!\\p{L})(?:یک|دو|سه|چهار|پنج))[\\s\\u200C]شنبه");

    /** Languages that join words: {@code Sonntagmorgen}. */
    private static final Set<String> JOINS = Set.of("de", "nl", "da", "nb", "nn", "sv");

    private static @Nullable Integer start(String word, Map<String, Integer> known) {
        for (Map.Entry<String, Integer> name : known.entrySet()) {
            if (name.getKey().length() > 4 && word.startsWith(name.getKey())) {
                return name.getValue();
            }
        }
        return null;
    }

    /** {@code may} and {@code march} are months only with a capital. */
    private static boolean isEnglishVerb(Word word, String language) {
        return language.equals("en") || word.text().length() < 3;
    }

    private static Map<String, Integer> names(String language) {
        DateFormatSymbols symbols = DateFormatSymbols.getInstance(ULocale.forLanguageTag(language));
        Map<String, Integer> names = new HashMap<>();
        for (int context : new int[] {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE}) {
            put(names, symbols.getMonths(context, DateFormatSymbols.WIDE), 1, language);
            if (language.equals("en")) { // elsewhere short forms are also words, such as Catalan des and Spanish mar
                put(names, symbols.getMonths(context, DateFormatSymbols.ABBREVIATED), 1, language);
            }
            put(names, symbols.getWeekdays(context, DateFormatSymbols.WIDE), FIRST_DAY, language);
        }
        return names;
    }

    private static void put(Map<String, Integer> names, String[] words, int first, String language) {
        for (int i = 0; i < words.length; i++) {
            String name = joined(words[i])
                    .toLowerCase(Locale.forLanguageTag(language))
                    .replace(".", "");
            if (name.length() > 2 && Word.of(name).size() == 1) {
                names.put(name, first + i);
            }
        }
    }
}
