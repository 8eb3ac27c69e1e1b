package org.polywire.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.check.Checks;
import org.polywire.extract.Extractor;
import org.polywire.gather.GatherConfig;
import org.polywire.gather.Gatherer;
import org.polywire.gather.WebArchive;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Edition;
import org.polywire.model.Fitness;
import org.polywire.model.Grant;
import org.polywire.model.LanguageTag;
import org.polywire.pipeline.Archive;
import org.polywire.pipeline.Newsroom;
import org.polywire.pipeline.NewsroomConfig;
import org.polywire.pipeline.Replay;
import org.polywire.pipeline.Rhythm;
import org.polywire.pipeline.Whereabouts;
import org.polywire.store.KnownArticle;
import org.polywire.translate.Translator;

/** Real pages, served and followed while an archive is written, come out of the archive as they came off the web. */
class CorpusReplayTest {
    private static final Path CORPUS = Path.of("../../shared/corpora/extraction/fundus");
    private static final int PAGES = 30;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final InstantSource CLOCK = InstantSource.system();
    private static final LanguageIdentifier LANGUAGES = LanguageIdentifier.load();

    @TempDir
    private Path folder;

    @Test
    void realPagesAreReplayedWithTheOutcomeOfLife() throws IOException {
        assumeTrue(Files.exists(CORPUS.resolve("index.jsonl")), "no corpus at " + CORPUS);
        Path file = folder.resolve("pages.warc.gz");
        Map<String, String> live;
        try (CorpusPress press = new CorpusPress(sample());
                Gatherer gatherer = Gatherer.recording(config(press.authorities()), CLOCK, file)) {
            live = outcomes("live", gatherer, newsroom -> newsroom.follow(press.sources()));
        }
        try (WebArchive archive = WebArchive.open(List.of(file), found -> {});
                Gatherer gatherer = Gatherer.replaying(config(Set.of()), CLOCK, archive)) {
            Map<String, String> replayed = outcomes(
                    "replayed",
                    gatherer,
                    newsroom -> Replay.plan(archive, Grant.FULL)
                            .forEach(part -> newsroom.receive(part.source(), part.feed())));
            assertThat(replayed).containsExactlyEntriesOf(live);
        }
        assertThat(live).hasSizeGreaterThan(PAGES / 2);
    }

    /** Every so-manieth page, so that all kinds are among them. */
    private static List<Corpus.Page> sample() {
        List<Corpus.Page> all = Corpus.load(CORPUS, Set.of());
        int step = Math.max(1, all.size() / PAGES);
        return IntStream.range(0, all.size())
                .filter(i -> i % step == 0)
                .mapToObj(all::get)
                .toList();
    }

    private static GatherConfig config(Set<String> authorities) {
        return GatherConfig.defaults().withAllowed(authorities);
    }

    private interface Beginning {
        void of(Newsroom newsroom);
    }

    private Map<String, String> outcomes(String name, Gatherer gatherer, Beginning beginning) {
        try (Translator translator = new Translator(List.of(), LANGUAGES, CLOCK);
                Newsroom newsroom = Newsroom.open(
                        new NewsroomConfig(
                                folder.resolve(name),
                                List.of(new Edition(new LanguageTag("en"), "Wire", Fitness.NEWS, true)),
                                Rhythm.brisk(),
                                NewsroomConfig.DEFAULT_WORKERS),
                        new Newsroom.Parts(
                                gatherer,
                                new Extractor(LANGUAGES),
                                translator,
                                new Checks(LANGUAGES),
                                CLOCK,
                                new Random(1)),
                        Duration.ofSeconds(10))) {
            newsroom.start();
            beginning.of(newsroom);
            await(newsroom);
            return outcomes(newsroom.archive());
        }
    }

    private static void await(Newsroom newsroom) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!newsroom.isIdle()) {
            assertThat(System.nanoTime()).as("all pages come to an end").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static Map<String, String> outcomes(Archive archive) {
        return archive.articles().stream()
                .collect(Collectors.toMap(
                        article -> article.address() + " " + article.id(),
                        article -> outcome(archive, article),
                        (one, other) -> one,
                        TreeMap::new));
    }

    /** The fingerprint is that of all its words. */
    private static String outcome(Archive archive, KnownArticle article) {
        Whereabouts where = archive.where(article.id().value()).orElseThrow();
        return article.stage() + " " + article.reason() + " " + article.title() + " " + article.fingerprint() + " "
                + where.rights() + " " + where.standings();
    }
}
