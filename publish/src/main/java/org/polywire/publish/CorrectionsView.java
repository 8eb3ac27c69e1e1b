package org.polywire.publish;

import java.util.List;
import java.util.function.Function;
import org.polywire.model.Edition;
import org.polywire.model.Publication;

/** What was corrected or withdrawn in an edition, the newest first. */
record CorrectionsView(Frame frame, List<Happening> changes) {

    /** The outlet's name of an entry whose text is gone; how the edition speaks; where things are. */
    record Manner(Function<Publication, String> outlet, Wording wording, Function<Resource, String> href) {}

    /** @param changes entries of the log that readers are told of, the newest first */
    static CorrectionsView of(
            Frame frame, Edition edition, List<Publication> changes, Manner manner, SiteConfig config) {
        return new CorrectionsView(
                frame,
                changes.stream()
                        .map(each -> Happening.of(edition, each, manner, config))
                        .toList());
    }
}
