package org.polywire.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.gather.GatherConfig;
import org.polywire.gather.Gatherer;
import org.polywire.gather.WebArchive;
import org.polywire.model.Grant;
import org.polywire.testkit.Answers;

/** What was written while a newsroom lived is replayed without the network, with the same outcome. */
class ReplayTest {
    @TempDir
    private Path folder;

    private final SmallPress press = new SmallPress();

    @AfterEach
    void close() {
        press.close();
    }

    private static Map<String, String> outcome(SmallNewsroom newsroom) {
        Map<String, String> outcome = new TreeMap<>();
        newsroom.articles().forEach(article -> {
            Whereabouts where = newsroom.where(article.address().getPath());
            outcome.put(
                    article.address().toString(),
                    article.stage() + " " + article.reason() + " " + article.fingerprint() + " " + where.rights()
                            + where.standings());
        });
        return outcome;
    }

    @Test
    void anArchiveIsReplayedWithTheSameOutcomeAsLive() throws IOException {
        press.answer("/robots.txt", Answers.ok("text/plain", "User-agent: *\nDisallow: /secret\n"));
        press.article("/a", "El puerto abre de noche");
        press.article("/b", "الميناء يفتح أبوابه ليلا");
        press.article("/secret", "Nadie lo sabe");
        press.article("/reserved", "La lonja cambia de sitio");
        press.reserve("/reserved");
        press.article("/gone", "La feria de mayo");
        press.answer("/gone", Answers.status(410));
        Path file = folder.resolve("press.warc.gz");
        GatherConfig config = GatherConfig.defaults().withAllowed(Set.of(press.authority()));
        Map<String, String> live;
        try (SmallNewsroom newsroom =
                new SmallNewsroom(folder.resolve("live"), press, Gatherer.recording(config, press.clock(), file))) {
            newsroom.settle();
            live = outcome(newsroom);
        }
        press.close();
        try (WebArchive archive = WebArchive.open(List.of(file), found -> {});
                SmallNewsroom newsroom = new SmallNewsroom(
                        folder.resolve("replayed"), press, Gatherer.replaying(config, press.clock(), archive))) {
            newsroom.settle();
            assertThat(outcome(newsroom)).as("polled from the archive").isEqualTo(live);
            List<Replay.Part> plan = Replay.plan(archive, Grant.FULL);
            assertThat(plan).hasSize(1);
            assertThat(plan.getFirst().feed().items()).hasSize(5);
        }
        assertThat(live).hasSize(5);
    }
}
