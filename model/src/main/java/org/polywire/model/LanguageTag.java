package org.polywire.model;

import java.util.IllformedLocaleException;
import java.util.Locale;

/** A well-formed BCP 47 language tag in canonical case, such as {@code ca}, {@code pt-BR} or {@code az-Arab}. */
public record LanguageTag(String value) implements Comparable<LanguageTag> {

    /**
     * @throws IllegalArgumentException if the tag is not well formed or names no language ({@code und})
     */
    public LanguageTag {
        try {
            value = new Locale.Builder().setLanguageTag(value).build().toLanguageTag();
        } catch (IllformedLocaleException e) {
            throw new IllegalArgumentException("not a BCP 47 language tag: " + value, e);
        }
        if (value.equals("und") || value.startsWith("und-") || value.startsWith("x-")) {
            throw new IllegalArgumentException("a language tag that names no language: " + value);
        }
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
