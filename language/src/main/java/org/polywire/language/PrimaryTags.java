package org.polywire.language;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From the ISO 639-3 codes of the model to the shortest primary language tags, as BCP 47 wants them. */
final class PrimaryTags {
    /** Single languages of the model that go by the tag of their macrolanguage. */
    private static final Map<String, String> BY_MACROLANGUAGE =
            Map.of("cmn", "zh", "arb", "ar", "pes", "fa", "lvs", "lv", "ekk", "et", "plt", "mg");

    private static final Map<String, String> BY_THREE_LETTERS = Stream.of(Locale.getISOLanguages())
            .map(Locale::of)
            .collect(Collectors.toUnmodifiableMap(Locale::getISO3Language, Locale::getLanguage, (one, other) -> one));

    private PrimaryTags() {}

    /** The tag of a code: two letters where ISO 639-1 has them, else the code itself. */
    static String of(String code) {
        String macro = BY_MACROLANGUAGE.get(code);
        return macro != null ? macro : BY_THREE_LETTERS.getOrDefault(code, code);
    }
}
