package org.polywire.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.polywire.model.LanguageTag;
import org.polywire.model.Publication;
import org.polywire.model.Reason;
import org.polywire.model.RightsDecision;
import org.polywire.model.Signal;
import org.polywire.model.Translation;
import org.polywire.pipeline.Archive;
import org.polywire.pipeline.SourceHealth;
import org.polywire.pipeline.Whereabouts;
import org.polywire.samples.Expectation;
import org.polywire.samples.Outcome;
import org.polywire.samples.Paper;
import org.polywire.store.Standing;

/** Whether what the sample press expects came true: article by article, edition by edition, what is recorded of rights, the hub. */
public final class Expected {
    private final Archive archive;

    public Expected(Archive archive) {
        this.archive = archive;
    }

    /**
     * An expectation that did not come true.
     *
     * @param subject the address of the article, or of the feed
     * @param aspect the edition, {@code rights} or {@code push}
     * @param expected in words; likewise {@code found}
     */
    public record Miss(String subject, String aspect, String expected, String found) {
        @Override
        public String toString() {
            return subject + " in " + aspect + ": expected " + expected + ", found " + found;
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
            rights(expectation, where).ifPresent(misses::add);
        }
        return misses;
    }

    /** How many may miss of some expectations. */
    static int count(List<Expectation> expectations) {
        return expectations.stream()
                .mapToInt(expectation ->
                        expectation.editions().size() + (expectation.signal().isEmpty() ? 0 : 1))
                .sum();
    }

    /** Those of the papers' feeds that do not come from the hub as they should, or come though they should not. */
    List<Miss> pushMisses(List<Paper> papers, Instant now) {
        Map<String, String> found = archive.health(now).stream()
                .collect(Collectors.toMap(one -> one.source().source().id().value(), SourceHealth::push));
        return papers.stream()
                .filter(paper -> !isAsExpected(paper.push(), found.getOrDefault(paper.id(), "")))
                .map(paper -> new Miss(
                        paper.feed().toString(), "push", words(paper.push()), found.getOrDefault(paper.id(), "")))
                .toList();
    }

    private static boolean isAsExpected(Paper.Push expected, String found) {
        return expected == Paper.Push.NONE ? found.isEmpty() : found.startsWith(words(expected));
    }

    private static String words(Paper.Push push) {
        return push.name().toLowerCase(Locale.ROOT);
    }

    /** What the source says of its rights must be on record, with its words. */
    private static Optional<Miss> rights(Expectation expectation, Optional<Whereabouts> where) {
        List<Signal> signals =
                where.flatMap(Whereabouts::rights).map(RightsDecision::signals).orElse(List.of());
        boolean recorded = expectation.signal().isEmpty()
                || signals.stream()
                        .anyMatch(signal -> signal.kind().name().equals(expectation.signal())
                                && !signal.evidence().isEmpty());
        return recorded
                ? Optional.empty()
                : Optional.of(
                        new Miss(expectation.article().toString(), "rights", expectation.signal(), signals.toString()));
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
                .map(Standing::told)
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
