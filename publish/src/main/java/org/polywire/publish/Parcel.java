package org.polywire.publish;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.polywire.model.LanguageTag;

/**
 * An article as another content management system takes it.
 *
 * @param name a short name that is this article's in this edition alone, fit for the last part of an address: {@code ca-k3v7q2mzt4ab}
 * @param title the headline as markup that holds text alone: WordPress shows titles, excerpts and captions as the markup that they
 *     are, and lets an editor's account put anything there
 * @param excerpt the same: the short mark and the standfirst
 * @param html one element with language and direction, the notice with its machine mark first; only elements and attributes that
 *     WordPress leaves to authors
 * @param label the notice's sentences as plain text; where they can't be found in what the other system made of {@code html}, the
 *     article must not be shown there
 * @param section as its source names it, plain text; empty if unknown
 * @param picture the lead picture, where it is to be carried beside the text rather than in it
 */
public record Parcel(
        String name,
        String title,
        String excerpt,
        String html,
        String label,
        String section,
        LanguageTag language,
        Instant firstAt,
        @Nullable Photo picture) {

    /** What happens to pictures on their way to another system. */
    public enum Pictures {
        /** They stay where they are, at their source, and the text shows them from there. */
        LINK,
        /** The lead picture is handed over with its words; the others are left out. */
        UPLOAD,
        /** None. */
        OMIT
    }

    /**
     * A picture that is handed over.
     *
     * @param description for those who can't see it, plain text; may be empty
     * @param caption as markup that holds text alone, ends with the credit; may be empty
     */
    public record Photo(URI address, String description, String caption) {}
}
