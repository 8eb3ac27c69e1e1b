package org.polywire.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How languages put numbers together: which words join, follow and come before them ({@code number-grammar.txt}). Immutable. */
final class NumberGrammar {
    private final Set<String> and;
    private final Set<String> coins;
    private final Set<String> tenAndUnit;
    private final Map<String, Set<String>> unitFirst;
    private final Map<String, List<Worded>> worded;
    private final Map<String, Set<String>> days;
    private final Set<String> single;
    private final Map<String, Set<String>> hours;
    private final Map<String, Set<String>> halves;
    private final Map<String, Set<String>> endings;
    private final Map<String, Set<String>> bare;
    private final Map<String, Set<String>> some;

    private NumberGrammar(Map<String, List<String>> rules) {
        this.and = Set.copyOf(rules.getOrDefault("and", List.of()));
        this.coins = Set.copyOf(rules.getOrDefault("coin", List.of()));
        this.tenAndUnit = Set.copyOf(rules.getOrDefault("ten-and-unit", List.of()));
        this.unitFirst = byLanguage(rules.getOrDefault("unit-first", List.of()));
        this.worded = rules.getOrDefault("worded", List.of()).stream()
                .map(Worded::of)
                .collect(Collectors.groupingBy(Worded::language));
        this.days = byLanguage(rules.getOrDefault("day", List.of()));
        this.single = Set.copyOf(rules.getOrDefault("a-day", List.of()));
        this.hours = byLanguage(rules.getOrDefault("hour", List.of()));
        this.halves = byLanguage(rules.getOrDefault("half", List.of()));
        this.endings = byLanguage(rules.getOrDefault("case", List.of()));
        this.bare = byLanguage(rules.getOrDefault("bare", List.of()));
        this.some = byLanguage(rules.getOrDefault("some", List.of()));
    }

    /**
     * A word before numbers for which, with the number, other languages have a word of their own.
     *
     * @param most the greatest number in digits for which that is so
     */
    private record Worded(String language, String before, BigDecimal most) {
        private static final BigDecimal ANY = BigDecimal.valueOf(Long.MAX_VALUE);

        static Worded of(String value) {
            String[] parts = value.split("=", 3);
            return new Worded(parts[0], parts[1], parts.length < 3 ? ANY : new BigDecimal(parts[2]));
        }
    }

    static NumberGrammar load() {
        return new NumberGrammar(Lists.words("number-grammar.txt"));
    }

    private static Map<String, Set<String>> byLanguage(List<String> values) {
        return values.stream()
                .map(value -> value.split("=", 2))
                .collect(Collectors.groupingBy(
                        value -> value[0], Collectors.mapping(value -> value[1], Collectors.toUnmodifiableSet())));
    }

    /** Whether a word may stand between a ten and its unit. */
    boolean isAnd(String word) {
        return and.contains(word);
    }

    /** Whether a word that multiplies elsewhere is a coin after digits ({@code 46 cents}). */
    boolean isCoin(String word) {
        return coins.contains(word);
    }

    /** Whether a language writes the numbers from eleven to nineteen as ten and a unit ({@code on dört}, {@code mười bốn}). */
    boolean joinsTenAndUnit(String language) {
        return tenAndUnit.contains(language);
    }

    /** Whether a language puts the unit before the ten ({@code أربعة عشر}, {@code ארבע עשרה}). */
    boolean putsUnitFirst(String language) {
        return unitFirst.containsKey(language);
    }

    /** A word without what joins it to the unit before it ({@code وخمسة}); the word itself where nothing does. */
    String unjoined(String word, String language) {
        return unitFirst.getOrDefault(language, Set.of()).stream()
                .filter(word::startsWith)
                .map(and -> word.substring(and.length()))
                .findAny()
                .orElse(word);
    }

    /** Whether other languages have a word for a number word and the word before it ({@code thứ Ba}, {@code cả hai}). */
    boolean isWorded(String before, String language) {
        return isWorded(before, BigDecimal.ZERO, language);
    }

    /** Whether other languages have a word for a number in digits and the word before it ({@code tháng 9}, not {@code thứ 14}). */
    boolean isWorded(String before, BigDecimal number, String language) {
        return worded.getOrDefault(language, List.of()).stream()
                .anyMatch(word -> word.before().equals(before) && number.compareTo(word.most()) <= 0);
    }

    /** Whether a word is one for a day and a night, of which others have 24 hours ({@code døgn}, {@code сутки}). */
    boolean isDay(String word, String language) {
        return days.getOrDefault(language, Set.of()).contains(word);
    }

    /** Whether such a word is one day although no number stands before it. */
    boolean isSingleDay(String before, String word, String language) {
        String day = language + "=" + word;
        return single.contains(day) || single.contains(day + "=" + before);
    }

    boolean isHour(String word, String language) {
        return hours.getOrDefault(language, Set.of()).stream()
                .anyMatch(hour -> hour.length() == 1 ? word.equals(hour) : word.startsWith(hour));
    }

    /** The index after the words at an index that add a half to the number before them ({@code y medio}); the index itself if there are none. */
    int afterHalf(List<String> tokens, int at, String language) {
        return halves.getOrDefault(language, Set.of()).stream()
                .map(phrase -> List.of(phrase.split("_", -1)))
                .filter(words -> at + words.size() <= tokens.size()
                        && tokens.subList(at, at + words.size()).equals(words))
                .mapToInt(words -> at + words.size())
                .findFirst()
                .orElse(at);
    }

    /** Whether a word is an ending that is written behind digits ({@code 15-ти}). */
    boolean isEnding(String word, String language) {
        return endings.getOrDefault(language, Set.of()).contains(word);
    }

    /** Whether a multiplier is one of them where no number stands before it ({@code mil personas}, not {@code varios mil}). */
    boolean isBare(String before, String multiplier, String language) {
        return bare.getOrDefault(language, Set.of()).contains(multiplier)
                && !some.getOrDefault(language, Set.of()).contains(before);
    }
}
