package org.polywire.model;

import java.util.Locale;

/**
 * One language version of the publication.
 *
 * @param language the readers' language; also the edition's name in addresses, in lower case
 * @param title what the edition is called, in its own language
 * @param floor the least quality of a translation engine's pair that may write for this edition
 * @param originals whether articles already written in this language are carried, unchanged
 */
public record Edition(LanguageTag language, String title, Fitness floor, boolean originals) {

    /** The edition's part of an address, such as {@code ca} or {@code pt-br}. */
    public String path() {
        return language.value().toLowerCase(Locale.ROOT);
    }
}
