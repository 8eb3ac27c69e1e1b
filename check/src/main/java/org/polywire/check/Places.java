package org.polywire.check;

import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Countries, languages (and so peoples) and great cities, as Unicode CLDR names them in each language. */
final class Places {
    /** How often a translation keeps such a name. */
    private static final double KEPT = 0.85;

    /** How many sentences have a given one. */
    private static final double SHARE = 0.002;

    private static final int LEAST_LETTERS = 4;

    private Places() {}

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
            entries.merge(
                    words.getFirst().key(),
                    new Lexicon.Entry(List.of(key), KEPT, SHARE, 1),
                    (old, more) -> old.with(key));
        }
    }

    static Map<String, Lexicon.Entry> of(String language) {
        Map<String, Lexicon.Entry> entries = new TreeMap<>();
        addTo(entries, language);
        return entries;
    }
}
