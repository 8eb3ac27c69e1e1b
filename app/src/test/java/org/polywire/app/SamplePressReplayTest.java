package org.polywire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.gather.Gatherer;
import org.polywire.model.Article;
import org.polywire.model.Edition;
import org.polywire.model.Fitness;
import org.polywire.model.LanguageTag;
import org.polywire.model.Publication;
import org.polywire.model.Unit;
import org.polywire.pipeline.Archive;
import org.polywire.pipeline.Rhythm;
import org.polywire.pipeline.Whereabouts;
import org.polywire.samples.Event;
import org.polywire.samples.Pace;
import org.polywire.samples.SamplePress;
import org.polywire.store.KnownArticle;
import org.polywire.store.Stage;
import org.polywire.store.Standing;

/** The sample press, corrections and withdrawals included, comes out of its archive as it came off the web. */
class SamplePressReplayTest {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> LANGUAGES = List.of("es", "en", "fr");

    @TempDir
    private Path folder;

    @Test
    void replayHasTheOutcomeOfLife() throws IOException {
        Path archive = folder.resolve("press.warc.gz");
        Map<String, String> live = live(archive);
        StringWriter err = new StringWriter();
        int exit = Polywire.commandLine()
                .setOut(new PrintWriter(new StringWriter(), true))
                .setErr(new PrintWriter(err, true))
                .execute(
                        "replay",
                        archive.toString(),
                        "--to",
                        String.join(",", LANGUAGES),
                        "--grant",
                        "full",
                        "--data",
                        folder.resolve("replayed").toString());
        assertThat(exit).as(err.toString()).isZero();
        try (Archive replayed = Archive.open(folder.resolve("replayed"))) {
            assertThat(outcomes(replayed)).containsExactlyEntriesOf(live);
        }
        assertThat(live.values()).anyMatch(outcome -> outcome.startsWith("shown"));
    }

    private Map<String, String> live(Path archive) throws IOException {
        try (SamplePress press = SamplePress.start(Pace.atOnce(CLOCK))) {
            Configuration like = DemoCommand.configuration(folder.resolve("live"), press, Temporary.freePort());
            Configuration configuration = new Configuration(
                    like.title(),
                    like.address(),
                    like.bind(),
                    like.port(),
                    like.data(),
                    like.operator(),
                    like.contact(),
                    LANGUAGES.stream().map(SamplePressReplayTest::edition).toList(),
                    List.of(),
                    like.network());
            Gatherer gatherer = Gatherer.recording(House.gathering(configuration), CLOCK, archive);
            try (House house = House.build(configuration, House.translator(CLOCK), gatherer, Rhythm.brisk(), CLOCK)) {
                press.papers().stream().map(DemoCommand::source).forEach(house::follow);
                house.start();
                await(press, house);
                return outcomes(house.archive());
            }
        }
    }

    private static Edition edition(String language) {
        return new Edition(new LanguageTag(language), language, Fitness.NEWS, true);
    }

    /** Until everything that happens at the press was noticed. */
    private static void await(SamplePress press, House house) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!noticed(press, house)) {
            assertThat(System.nanoTime())
                    .as("the press and the newsroom come to their end")
                    .isLessThan(end);
            Once.pause(Once.LOOK);
        }
    }

    private static boolean noticed(SamplePress press, House house) {
        return press.finished()
                && house.newsroom().isIdle()
                && press.events().stream().allMatch(event -> noticed(event, house.archive()));
    }

    private static boolean noticed(Event event, Archive archive) {
        Optional<KnownArticle> article =
                archive.where(event.article().toString()).map(Whereabouts::article);
        return article.filter(known -> switch (event.kind()) {
                    case RELEASED -> known.stage() != Stage.SIGHTED;
                    case CORRECTED -> known.version() == 2;
                    case TOUCHED -> known.visits() > 0;
                    case WITHDRAWN -> known.stage() == Stage.WITHDRAWN;
                })
                .isPresent();
    }

    /**
     * What became of each article in each edition: the text that is shown, or why none is. One that its paper took back is left out,
     * as it is in no feed at the end: life takes it down, a replay never meets it.
     */
    private static Map<String, String> outcomes(Archive archive) {
        Map<String, String> outcomes = new TreeMap<>();
        for (KnownArticle article : archive.articles()) {
            if (article.stage() == Stage.WITHDRAWN) {
                continue;
            }
            Whereabouts where = archive.where(article.id().value()).orElseThrow();
            for (String language : LANGUAGES) {
                outcomes.put(article.address() + " " + article.id() + " " + language, outcome(where, language));
            }
        }
        return outcomes;
    }

    private static String outcome(Whereabouts where, String language) {
        Publication publication = where.publications().get(new LanguageTag(language));
        return switch (publication) {
            case Publication.Published(var entry, var translation) -> text(translation.article());
            case Publication.Corrected(var entry, var translation, var revision) -> text(translation.article());
            case null, default -> why(where, language);
        };
    }

    private static String text(Article article) {
        return "shown: " + article.headline() + "\n"
                + article.units().stream().map(Unit::text).collect(Collectors.joining("\n"));
    }

    private static String why(Whereabouts where, String language) {
        return where.article().stage() == Stage.EXTRACTED
                ? where.standings().stream()
                        .filter(standing -> standing.edition().value().equals(language))
                        .map(SamplePressReplayTest::words)
                        .collect(Collectors.joining())
                : "not taken: " + where.article().reason();
    }

    private static String words(Standing standing) {
        return standing.state() + " " + standing.reason() + " " + standing.findings();
    }
}
