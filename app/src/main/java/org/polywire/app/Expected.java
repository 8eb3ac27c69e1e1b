package org.polywire.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.polywire.model.LanguageTag;
import org.polywire.model.Publication;
import org.polywire.model.Reason;
import org.polywire.model.Translation;
import org.polywire.pipeline.Archive;
import org.polywire.pipeline.Whereabouts;
import org.polywire.samples.Expectation;
import org.polywire.samples.Outcome;
import org.polywire.store.Standing;

/** Whether what the sample press expects came true: article by article, edition by edition. */
public final class Expected {
    private final Archive archive;

    public Expected(Archive archive) {
        this.archive = archive;
    }

    /**
     * An expectation that did not come true.
     *
     * @param expected in words; likewise {@code found}
     */
    public record Miss(String article, String edition, String expected, String found) {
        @Override
        public String toString() {
            return article + " in " + edition + ": expected " + expected + ", found " + found;
        }
    }

    /** Those that are not true now, in the order of the expectations. */
    public List<Miss> misses(List<Expectation> expectations) {
        List<Miss> misses = new ArrayList<>();
        for (Expectation expectation : expectations) {
            Optional<Whereabouts> where = archive.where(expectation.article().toString());
            expectation.editions().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                    .flatMap(edition -> miss(expectation, edition.getKey(), edition.getValue(), where).stream())
                    .forEach(misses::add);
        }
        return misses;
    }

    private static Optional<Miss> miss(
            Expectation expectation, String edition, Outcome expected, Optional<Whereabouts> where) {
        String words = words(expected);
        String found =
                where.map(known -> found(known, new LanguageTag(edition))).orElse("never sighted");
        return words.equals(found)
                ? Optional.empty()
                : Optional.of(new Miss(expectation.article().toString(), edition, words, found));
    }

    private static String words(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Published() -> "translated";
            case Outcome.Carried() -> "carried";
            case Outcome.Corrected() -> "corrected";
            case Outcome.Withdrawn() -> "withdrawn";
            case Outcome.Refused(String code) -> "refused " + code;
        };
    }

    private static String found(Whereabouts where, LanguageTag edition) {
        Publication publication = where.publications().get(edition);
        return publication == null ? unpublished(where, edition) : published(publication);
    }

    private static String published(Publication publication) {
        return switch (publication) {
            case Publication.Published(var entry, Translation translation) ->
                translation.byMachine() ? "translated" : "carried";
            case Publication.Corrected corrected -> "corrected";
            case Publication.Withdrawn withdrawn -> "withdrawn";
        };
    }

    /** A refusal of the article itself goes for every edition. */
    private static String unpublished(Whereabouts where, LanguageTag edition) {
        Stream<Standing> standings =
                where.standings().stream().filter(standing -> standing.edition().equals(edition));
        return standings
                .findFirst()
                .map(Expected::state)
                .orElseGet(() ->
                        with(Words.of(where.article().stage()), where.article().reason()));
    }

    private static String state(Standing standing) {
        String findings = standing.findings().stream()
                .map(finding -> " " + finding.code())
                .distinct()
                .reduce("", String::concat);
        return with(Words.of(standing.state()), standing.reason()) + findings;
    }

    private static String with(String state, @Nullable Reason reason) {
        return reason == null ? state : state + " " + reason;
    }
}
