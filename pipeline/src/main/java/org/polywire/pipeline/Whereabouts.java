package org.polywire.pipeline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.polywire.model.LanguageTag;
import org.polywire.model.Publication;
import org.polywire.model.RightsDecision;
import org.polywire.model.Source;
import org.polywire.model.Story;
import org.polywire.model.Translation;
import org.polywire.store.Event;
import org.polywire.store.KnownArticle;
import org.polywire.store.Revisions.TextVersion;
import org.polywire.store.Standing;

/**
 * All that is known of an article: where it is, why, and what happened to it.
 *
 * @param rights how much of it may be published, and why; empty until something is known of that
 * @param standings one for each edition that it was taken for, by edition
 * @param publications what each edition shows of it now: its text, or a tombstone
 * @param heldBack the translations that the checks kept back, by edition
 * @param story that it belongs to, with all its versions; absent if it was not placed
 * @param revisions its texts at the source, oldest first
 * @param history in the order of events
 */
public record Whereabouts(
        KnownArticle article,
        Source source,
        Optional<RightsDecision> rights,
        List<Standing> standings,
        Map<LanguageTag, Publication> publications,
        Map<LanguageTag, Translation> heldBack,
        @Nullable Story story,
        List<TextVersion> revisions,
        List<Event> history) {
    public Whereabouts {
        standings = List.copyOf(standings);
        publications = Map.copyOf(publications);
        heldBack = Map.copyOf(heldBack);
        revisions = List.copyOf(revisions);
        history = List.copyOf(history);
    }
}
