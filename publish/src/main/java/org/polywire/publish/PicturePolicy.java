package org.polywire.publish;

import java.util.Map;
import org.polywire.model.SourceId;

/**
 * What is done with the pictures of articles: one rule for all sources, and others for single ones. It holds for every channel.
 *
 * @param standard for sources without a rule of their own
 */
public record PicturePolicy(Use standard, Map<SourceId, Use> exceptions) {
    /** Pictures come from the publication's own server. */
    public static final PicturePolicy PROXY = new PicturePolicy(Use.PROXY, Map.of());

    /** The ways to use a picture, from the one that needs most rights to the one that needs none. */
    public enum Use {
        /** It is fetched once, made smaller, and served by the publication itself. */
        PROXY,
        /** Readers' programs load it from its source, which learns of each reader. */
        LINK,
        /** It is left out, with its caption and credit. */
        OMIT
    }

    public PicturePolicy {
        exceptions = Map.copyOf(exceptions);
    }

    Use of(SourceId source) {
        return exceptions.getOrDefault(source, standard);
    }

    /** Whether a page of the publication may show a picture from somebody else's server. */
    boolean links() {
        return standard == Use.LINK || exceptions.containsValue(Use.LINK);
    }
}
