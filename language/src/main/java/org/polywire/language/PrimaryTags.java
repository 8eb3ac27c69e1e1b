package org.polywire.language;

import java.util.Map;
import org.polywire.model.LanguageTag;

/** From the ISO 639-3 codes of the model to primary language tags. */
final class PrimaryTags {
    /** Single languages of the model that go by the tag of their macrolanguage. */
    private static final Map<String, String> BY_MACROLANGUAGE =
            Map.of("cmn", "zh", "arb", "ar", "pes", "fa", "lvs", "lv", "ekk", "et", "plt", "mg");

    private PrimaryTags() {}

    static LanguageTag of(String code) {
        return new LanguageTag(BY_MACROLANGUAGE.getOrDefault(code, code));
    }
}
