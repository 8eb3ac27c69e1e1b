package org.polywire.publish;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.polywire.model.Edition;
import org.polywire.model.Publication;

/** What was corrected or withdrawn in an edition, the newest first. */
record CorrectionsView(Frame frame, List<Change> changes) {

    /**
     * One correction or withdrawal.
     *
     * @param headline of what stands now; what was withdrawn is not named by its words
     */
    record Change(String href, Html headline, Html outlet, Html date) {}

    /** The outlet's name of an entry whose text is gone; how the edition speaks; where things are. */
    record Manner(Function<Publication, String> outlet, Wording wording, Function<Resource, String> href) {}

    /** @param changes entries of the log that readers are told of, the newest first */
    static CorrectionsView of(Frame frame, Edition edition, List<Publication> changes, Manner manner) {
        return new CorrectionsView(
                frame,
                changes.stream().map(each -> change(edition, each, manner)).toList());
    }

    private static Change change(Edition edition, Publication publication, Manner manner) {
        String href = manner.href()
                .apply(new Resource.Text(edition, publication.entry().article()));
        return Copy.of(edition, publication)
                .map(copy -> new Change(
                        href,
                        Html.text(copy.article().headline()),
                        Html.foreign(
                                copy.article().outlet().name(),
                                copy.translation().from()),
                        date("date.corrected", publication, manner)))
                .orElseGet(() -> gone(href, publication, manner));
    }

    private static Change gone(String href, Publication publication, Manner manner) {
        String outlet = manner.outlet().apply(publication);
        Html words = manner.wording()
                .sentence("corrections.gone", Map.of("outlet", new Slot(outlet, Html.foreign(outlet))))
                .html();
        return new Change(href, words, Html.NONE, date("date.withdrawn", publication, manner));
    }

    private static Html date(String key, Publication publication, Manner manner) {
        OffsetDateTime at = publication.entry().at().atOffset(ZoneOffset.UTC);
        String words = manner.wording().moment(at);
        String machine = at.toInstant().truncatedTo(ChronoUnit.SECONDS).toString();
        return manner.wording()
                .sentence(key, Map.of("date", new Slot(words, Html.time(machine, words))))
                .html();
    }
}
