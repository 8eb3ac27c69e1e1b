package org.polywire.model;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A well-formed BCP 47 language tag in canonical case, such as {@code ca}, {@code pt-BR} or {@code az-Arab}. A language that has a code of
 * two letters goes by that one only (RFC 5646, 2.2.1), so that {@code cat}, as files of corpora are named, is {@code ca}.
 */
public record LanguageTag(String value) implements Comparable<LanguageTag> {
    /** The codes of ISO 639-1 by those of ISO 639-2/T. */
    private static final Map<String, String> SHORTEST = Stream.of(Locale.getISOLanguages())
            .map(Locale::of)
            .collect(Collectors.toUnmodifiableMap(Locale::getISO3Language, Locale::getLanguage, (one, other) -> one));

    /**
     * @throws IllegalArgumentException if the tag is not well formed or names no language ({@code und})
     */
    public LanguageTag {
        try {
            value = canonical(value);
        } catch (IllformedLocaleException e) {
            throw new IllegalArgumentException("not a BCP 47 language tag: " + value, e);
        }
        if (value.equals("und") || value.startsWith("und-") || value.startsWith("x-")) {
            throw new IllegalArgumentException("a language tag that names no language: " + value);
        }
    }

    private static String canonical(String tag) {
        Locale locale = new Locale.Builder().setLanguageTag(tag).build();
        String shortest = SHORTEST.get(locale.getLanguage());
        return shortest == null
                ? locale.toLanguageTag()
                : new Locale.Builder()
                        .setLocale(locale)
                        .setLanguage(shortest)
                        .build()
                        .toLanguageTag();
    }

    /** The primary language subtag, such as {@code pt} of {@code pt-BR}. */
    public String language() {
        int end = value.indexOf('-');
        return end < 0 ? value : value.substring(0, end);
    }

    public Locale locale() {
        return Locale.forLanguageTag(value);
    }

    /** Whether both tags have the same primary language, whatever their regions and scripts. */
    public boolean sameLanguage(LanguageTag other) {
        return language().equals(other.language());
    }

    @Override
    public int compareTo(LanguageTag other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
