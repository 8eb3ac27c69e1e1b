package org.polywire.check;

import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Words that begin as the name of a country does in their language, as those for its people mostly do: {@code Norsko}, {@code Norové}; {@code Norway},
 * {@code Norwegians}. Names of countries from Unicode CLDR; of one word only. Safe to share between threads.
 */
final class Peoples {
    private static final int LEAST_START = 3;

    /** Letters at the end of the shorter of the two in which they may differ. */
    private static final int MOST_END = 3;

    private record Country(String name, String region) {}

    private static final Map<String, Map<String, List<Country>>> BY_START = new ConcurrentHashMap<>();

    private Peoples() {}

    /** Whether two words begin like the names that two languages have for one country. */
    static boolean areOne(String source, String from, String target, String to) {
        Set<String> regions = regions(source, from);
        return !regions.isEmpty() && regions(target, to).stream().anyMatch(regions::contains);
    }

    private static Set<String> regions(String word, String language) {
        String plain = Stems.latin(word);
        if (plain.length() < LEAST_START) {
            return Set.of();
        }
        return BY_START
                .computeIfAbsent(language, Peoples::countries)
                .getOrDefault(plain.substring(0, LEAST_START), List.of())
                .stream()
                .filter(country -> beginAlike(plain, country.name()))
                .map(Country::region)
                .collect(Collectors.toSet());
    }

    private static boolean beginAlike(String word, String name) {
        int shorter = Math.min(word.length(), name.length());
        return word.regionMatches(0, name, 0, Math.max(LEAST_START, shorter - MOST_END));
    }

    private static Map<String, List<Country>> countries(String language) {
        LocaleDisplayNames names = LocaleDisplayNames.getInstance(ULocale.forLanguageTag(language));
        Set<Country> countries = new HashSet<>();
        for (String region : Locale.getISOCountries()) {
            String name = Stems.latin(names.regionDisplayName(region));
            if (name.length() > LEAST_START && name.indexOf(' ') < 0) {
                countries.add(new Country(name, region));
            }
        }
        return new HashMap<>(countries.stream()
                .collect(Collectors.groupingBy(country -> country.name().substring(0, LEAST_START))));
    }
}
