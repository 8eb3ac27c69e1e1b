package org.polywire.publish;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.polywire.model.Edition;
import org.polywire.model.Publication;
import org.polywire.model.Publication.Corrected;
import org.polywire.model.Publication.Published;
import org.polywire.model.Publication.Withdrawn;
import org.polywire.model.Revision;
import org.polywire.model.Revision.Change;

/**
 * What was changed in an article since an edition first showed it, as far as readers are told of it.
 *
 * @param steps the newest first
 */
record Changes(List<Step> steps) {
    /** More would bury the article; the log and the API have all. */
    private static final int STEPS = 20;

    private static final int DIFFERENCES = 12;
    private static final int LONGEST = 480;

    /**
     * One correction, update or withdrawal.
     *
     * @param at when, as data
     * @param said what was done and when, in a sentence
     * @param correction whether something that was said before was wrong
     * @param note how the source itself puts it; empty if it does not
     * @param differences the first of them
     * @param further how many there are beside those, in words; empty if there are none
     */
    record Step(Instant at, Slot said, boolean correction, String note, List<Difference> differences, String further) {}

    /** A sentence before and after; one of them may be empty. */
    record Difference(String before, String after) {}

    /** @param entries what the log says of the article in the edition, the oldest first */
    static Changes of(Edition edition, List<Publication> entries, Wording wording) {
        return new Changes(entries.reversed().stream()
                .filter(Changes::concernsReaders)
                .flatMap(publication -> step(publication, wording))
                .limit(STEPS)
                .toList());
    }

    /** Whether readers are told that something was changed. */
    static boolean concernsReaders(Publication publication) {
        return switch (publication) {
            case Published published -> false;
            case Corrected corrected -> corrected.revision().visible();
            case Withdrawn withdrawn -> true;
        };
    }

    private static Stream<Step> step(Publication publication, Wording wording) {
        Instant at = publication.entry().at();
        Slot said = said(publication, wording);
        return switch (publication) {
            case Published published -> Stream.empty();
            case Corrected corrected -> Stream.of(step(corrected.revision(), at, said, note(corrected), wording));
            case Withdrawn withdrawn -> Stream.of(new Step(at, said, false, "", List.of(), ""));
        };
    }

    /** How the source itself puts what it corrected, in the edition's language; empty if it does not. */
    static String note(Publication publication) {
        return switch (publication) {
            case Corrected corrected -> shortened(corrected.revision().note());
            case Published published -> "";
            case Withdrawn withdrawn -> "";
        };
    }

    private static Step step(Revision revision, Instant at, Slot said, String note, Wording wording) {
        int further = Math.max(0, revision.changes().size() - DIFFERENCES);
        return new Step(
                at,
                said,
                revision.kind() != Revision.Kind.UPDATE,
                note,
                revision.changes().stream()
                        .limit(DIFFERENCES)
                        .map(Changes::difference)
                        .toList(),
                further == 0 ? "" : wording.say("history.further", Map.of("count", further)));
    }

    private static Difference difference(Change change) {
        return new Difference(shortened(change.before()), shortened(change.after()));
    }

    private static String shortened(String text) {
        return Body.shortened(text.strip(), LONGEST);
    }

    /** What an entry of the log did, and when, in a sentence. */
    static Slot said(Publication publication, Wording wording) {
        return date(key(publication), publication.entry().at(), wording);
    }

    private static String key(Publication publication) {
        return switch (publication) {
            case Published published -> "date.published";
            case Corrected corrected ->
                switch (corrected.revision().kind()) {
                    case COSMETIC, UPDATE -> "date.updated";
                    case CORRECTION, RETRACTION, RETRANSLATION -> "date.corrected";
                };
            case Withdrawn withdrawn -> "date.withdrawn";
        };
    }

    private static Slot date(String key, Instant at, Wording wording) {
        OffsetDateTime time = at.atOffset(ZoneOffset.UTC);
        String words = wording.moment(time);
        String machine = at.truncatedTo(ChronoUnit.SECONDS).toString();
        return wording.sentence(key, Map.of("date", new Slot(words, Html.time(machine, words))));
    }

    boolean none() {
        return steps.isEmpty();
    }

    /** Those that put right what was said before. */
    List<Step> corrections() {
        return steps.stream().filter(Step::correction).toList();
    }
}
