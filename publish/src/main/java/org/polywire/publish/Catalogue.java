package org.polywire.publish;

import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.polywire.model.LanguageTag;

/**
 * The site's own words in one language, written by people; one file of ICU messages per language in {@code words/}.
 *
 * <p>A language without a catalogue is refused when the site is made: no reader gets words in another language instead.
 */
final class Catalogue {
    static final List<String> NAMES =
            List.of("ar", "ca", "de", "en", "es", "fr", "gl", "he", "hi", "it", "pt", "zh-Hans");

    private Catalogue() {}

    /**
     * @throws IllegalArgumentException if there is no catalogue for the language
     */
    static Map<String, String> of(LanguageTag language) {
        String name = nameFor(language)
                .orElseThrow(() -> new IllegalArgumentException("the site has no words in " + language
                        + "; an edition can be in one of " + String.join(", ", NAMES)));
        return read(name);
    }

    /** The catalogue in the same language and script, whatever the region. */
    private static Optional<String> nameFor(LanguageTag language) {
        ULocale wanted = likely(language.value());
        return NAMES.stream().filter(name -> sameWriting(likely(name), wanted)).findFirst();
    }

    private static boolean sameWriting(ULocale one, ULocale other) {
        return one.getLanguage().equals(other.getLanguage()) && one.getScript().equals(other.getScript());
    }

    private static ULocale likely(String tag) {
        return ULocale.addLikelySubtags(ULocale.forLanguageTag(tag));
    }

    static Map<String, String> read(String name) {
        Properties words = new Properties();
        try (InputStream file = Catalogue.class.getResourceAsStream("words/" + name + ".properties")) {
            if (file == null) {
                throw new IllegalStateException("the catalogue of " + name + " is missing from the class path");
            }
            Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8);
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(key -> key, words::getProperty));
    }
}
