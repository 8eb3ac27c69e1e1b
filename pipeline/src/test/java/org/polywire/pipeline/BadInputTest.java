package org.polywire.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.check.Checks;
import org.polywire.extract.Extractor;
import org.polywire.gather.GatherConfig;
import org.polywire.gather.Gatherer;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Edition;
import org.polywire.model.Fitness;
import org.polywire.model.Grant;
import org.polywire.model.LanguageTag;
import org.polywire.model.Reason;
import org.polywire.model.Source;
import org.polywire.model.SourceId;
import org.polywire.samples.Lab;
import org.polywire.store.Standing;
import org.polywire.translate.Translator;

/** Everything that can be wrong with a page, at once, behind one feed: each ends under its own name and harms no other. */
class BadInputTest {
    private static final LanguageIdentifier IDENTIFIER = LanguageIdentifier.load();
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Rhythm RHYTHM = new Rhythm(
            Duration.ofMinutes(5),
            Duration.ofMinutes(5),
            Duration.ofHours(1),
            Duration.ofHours(1),
            Duration.ofDays(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            1_000);

    @TempDir
    Path folder;

    @Test
    void everyBadPageEndsUnderItsOwnName() {
        try (Lab lab = Lab.start();
                Gatherer gatherer = gatherer(lab);
                Translator translator = new Translator(List.of(), IDENTIFIER, InstantSource.system());
                Newsroom newsroom = newsroom(gatherer, translator)) {
            newsroom.start();
            newsroom.follow(source("lab", lab.feed()));
            newsroom.follow(source("no-feed", lab.htmlFeed()));
            List<String> open = await(newsroom, lab);
            assertThat(open).isEmpty();
        }
    }

    private static List<String> await(Newsroom newsroom, Lab lab) {
        long end = System.nanoTime() + LIMIT.toNanos();
        List<String> open = open(newsroom, lab);
        while (!open.isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            open = open(newsroom, lab);
        }
        return open;
    }

    private static List<String> open(Newsroom newsroom, Lab lab) {
        return lab.cases().stream().flatMap(one -> open(newsroom, one)).toList();
    }

    private static Stream<String> open(Newsroom newsroom, Lab.Case one) {
        String found = newsroom.archive()
                .where(one.address().toString())
                .map(BadInputTest::outcome)
                .orElse("never sighted");
        String expected = one.reason().isEmpty() ? "PUBLISHED" : one.reason();
        return found.equals(expected)
                ? Stream.empty()
                : Stream.of(one.name() + ": expected " + expected + ", found " + found);
    }

    private static String outcome(Whereabouts where) {
        Reason reason = where.article().reason();
        if (reason != null || where.standings().isEmpty()) {
            return String.valueOf(reason);
        }
        Standing standing = where.standings().getFirst();
        return standing.reason() == null
                ? standing.state().name()
                : standing.reason().name();
    }

    private Newsroom newsroom(Gatherer gatherer, Translator translator) {
        Edition edition = new Edition(new LanguageTag("es"), "El Cable", Fitness.NEWS, true);
        return Newsroom.open(
                new NewsroomConfig(folder, List.of(edition), RHYTHM, NewsroomConfig.DEFAULT_WORKERS),
                new Newsroom.Parts(
                        gatherer,
                        new Extractor(IDENTIFIER),
                        translator,
                        new Checks(IDENTIFIER),
                        InstantSource.system(),
                        new Random(1)),
                Duration.ofSeconds(5));
    }

    private static Gatherer gatherer(Lab lab) {
        Set<String> hosts = Stream.concat(
                        Stream.of(lab.feed()), lab.cases().stream().map(Lab.Case::address))
                .map(URI::getAuthority)
                .collect(Collectors.toSet());
        return new Gatherer(
                GatherConfig.defaults().withAllowed(hosts).withPageDeadline(Duration.ofSeconds(3)),
                InstantSource.system());
    }

    private static Source source(String id, URI feed) {
        return new Source(new SourceId(id), id, feed.resolve("/"), feed, Grant.FULL);
    }
}
