package org.polywire.check;

import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Countries, languages (and so peoples) and great cities, as Unicode CLDR names them in each language. */
final class Places {
    /** How often a translation keeps such a name. */
    private static final double KEPT = 0.85;

    /** How many sentences have a given one. */
    private static final double SHARE = 0.002;

    private static final int LEAST_LETTERS = 4;

    /** The part of its places in which a word that may be the name of one has a capital. */
    private static final double OFTEN = 0.45;

    private static final Set<String> SLAVIC = Set.of("cs", "ru", "uk");

    private static final Pattern CASE_ENDING = Pattern.compile("[aeiouyаеиоуыэюяієь]$");

    private static final String LATIN_VOWELS = "aeiouy";
    private static final String CYRILLIC_VOWELS = "аеиоуыюяі";

    /** What CLDR calls Portuguese is Brazil's; engines write Portugal's. */
    private static final Map<String, String> OTHER_FORM = Map.of("pt", "pt-PT");

    /** Mauritius is a forename in Spanish and Portuguese. */
    private static final String FORENAME = "MU";

    private record Languages(String from, String to) {}

    private record WordPair(String source, String target) {}

    private static final Map<Languages, Set<WordPair>> COUNTRIES = new ConcurrentHashMap<>();

    private Places() {}

    /**
     * Whether two words stand in the same place of the names that two languages have for one country, as <i>Malaui</i> and <i>Malawi</i> do, or
     * <i>Zelanda</i> and <i>Zelândia</i>.
     */
    static boolean isOneCountry(String source, String from, String target, String to) {
        return COUNTRIES.computeIfAbsent(new Languages(from, to), Places::words).contains(new WordPair(source, target));
    }

    private static Set<WordPair> words(Languages languages) {
        Set<WordPair> words = new HashSet<>();
        for (LocaleDisplayNames source : names(languages.from())) {
            for (LocaleDisplayNames target : names(languages.to())) {
                Stream.of(Locale.getISOCountries())
                        .filter(region -> !region.equals(FORENAME))
                        .flatMap(region -> words(source.regionDisplayName(region), target.regionDisplayName(region)))
                        .forEach(words::add);
            }
        }
        return words;
    }

    /** Those of two names of as many words. */
    private static Stream<WordPair> words(String source, String target) {
        String[] one = source.split(" ", -1);
        String[] other = target.split(" ", -1);
        return one.length == other.length
                ? IntStream.range(0, one.length).mapToObj(i -> new WordPair(one[i], other[i]))
                : Stream.of();
    }

    /** Those of each form of a language. */
    private static List<LocaleDisplayNames> names(String language) {
        return Stream.of(language, OTHER_FORM.getOrDefault(language, language))
                .distinct()
                .map(form -> LocaleDisplayNames.getInstance(ULocale.forLanguageTag(form)))
                .toList();
    }

    /** Adds the names of a language to its lexicon, each beside its English key; what was learned goes before. */
    static void addTo(Map<String, Lexicon.Entry> entries, String language) {
        LocaleDisplayNames names = LocaleDisplayNames.getInstance(ULocale.forLanguageTag(language));
        LocaleDisplayNames english = LocaleDisplayNames.getInstance(ULocale.ENGLISH);
        for (String region : Locale.getISOCountries()) {
            add(entries, language, names.regionDisplayName(region), english.regionDisplayName(region));
        }
        for (String tongue : Locale.getISOLanguages()) {
            add(entries, language, names.languageDisplayName(tongue), english.languageDisplayName(tongue));
        }
        cities(entries, language);
    }

    private static void cities(Map<String, Lexicon.Entry> entries, String language) {
        TimeZoneNames names = TimeZoneNames.getInstance(ULocale.forLanguageTag(language));
        TimeZoneNames english = TimeZoneNames.getInstance(ULocale.ENGLISH);
        Set<String> zones = TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.CANONICAL_LOCATION, null, null);
        for (String zone : zones) {
            add(entries, language, names.getExemplarLocationName(zone), english.getExemplarLocationName(zone));
        }
    }

    private static void add(Map<String, Lexicon.Entry> entries, String language, String name, String english) {
        if (name == null || english == null) {
            return;
        }
        List<Stems.Stem> words = Stems.of(name, language);
        List<Stems.Stem> englishWords = Stems.of(english, "en");
        boolean longEnough = Stems.latin(name).length() >= LEAST_LETTERS;
        if (words.size() == 1 && englishWords.size() == 1 && longEnough) {
            String key = englishWords.getFirst().key();
            Lexicon.Entry place = new Lexicon.Entry(List.of(key), KEPT, SHARE, 1);
            entries.merge(words.getFirst().key(), place, Lexicon.Entry::with);
            cases(words.getFirst().key(), language)
                    .forEach(other -> entries.merge(other, place, Places::inAnotherCase));
        }
    }

    /** What else a short name's key may be in a Slavic language, where its cases differ in the last vowel ({@code Rusko}, {@code Rusku}). */
    private static Stream<String> cases(String key, String language) {
        if (!SLAVIC.contains(language) || key.length() > Stems.LETTERS) {
            return Stream.of();
        }
        String stem = CASE_ENDING.matcher(key).replaceFirst("");
        return stem.length() < LEAST_LETTERS - 1
                ? Stream.of()
                : Stream.concat(Stream.of(stem), vowels(language).map(vowel -> stem + vowel))
                        .filter(other -> other.length() <= Stems.LETTERS && !other.equals(key));
    }

    private static Stream<String> vowels(String language) {
        return Stream.of((language.equals("cs") ? LATIN_VOWELS : CYRILLIC_VOWELS).split(""));
    }

    /** A word that is known and mostly written small is another one. */
    private static Lexicon.Entry inAnotherCase(Lexicon.Entry known, Lexicon.Entry place) {
        return known.capital() < OFTEN ? known : known.with(place);
    }

    /** Continents, by their codes in UN M49. */
    private static final List<String> CONTINENTS = List.of("002", "005", "009", "019", "142", "150");

    /** What English adds to the name of a country or a people ({@code Russian}, {@code Greeks}). */
    private static final List<String> ENGLISH_ENDINGS = List.of("n", "s", "ns", "ian", "ians", "ese", "i", "is");

    private static final Map<String, Set<String>> NAMES = new ConcurrentHashMap<>();

    /** Whether a word in small letters is the name of a country, a continent or a language, and so of a people; in English also with an ending. */
    static boolean isOneOrItsPeople(String word, String language) {
        Set<String> names = NAMES.computeIfAbsent(language, Places::namesInSmallLetters);
        return names.contains(word)
                || (language.equals("en")
                        && ENGLISH_ENDINGS.stream()
                                .filter(word::endsWith)
                                .anyMatch(
                                        ending -> names.contains(word.substring(0, word.length() - ending.length()))));
    }

    private static Set<String> namesInSmallLetters(String language) {
        LocaleDisplayNames names = LocaleDisplayNames.getInstance(ULocale.forLanguageTag(language));
        return Stream.of(
                        Stream.of(Locale.getISOCountries()).map(names::regionDisplayName),
                        CONTINENTS.stream().map(names::regionDisplayName),
                        Stream.of(Locale.getISOLanguages()).map(names::languageDisplayName))
                .flatMap(all -> all)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .flatMap(name -> Stream.of(name, name.equals("americas") ? "america" : name))
                .collect(Collectors.toUnmodifiableSet());
    }

    static Map<String, Lexicon.Entry> of(String language) {
        Map<String, Lexicon.Entry> entries = new TreeMap<>();
        addTo(entries, language);
        return entries;
    }
}
