package org.polywire.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.store.Stage;
import org.polywire.testkit.LoopbackServer;

/** A newsroom that was killed while a page was on its way: what it has on the disk at that moment is all that is left. */
class KilledNewsroomTest {
    private static final String LIVE = "live";
    private static final String KILLED = "killed";

    @TempDir
    private Path folder;

    /** Everything that is on the disk for good, as a kill at this instant would leave it. */
    private void kill() throws Exception {
        Files.createDirectories(folder.resolve(KILLED));
        try (Connection store = DriverManager.getConnection(
                        "jdbc:sqlite:" + folder.resolve(LIVE).resolve("polywire.db"));
                PreparedStatement copy = store.prepareStatement("VACUUM INTO ?")) {
            copy.setString(1, folder.resolve(KILLED).resolve("polywire.db").toString());
            copy.execute();
        }
    }

    private static boolean isTaken(SmallNewsroom newsroom, String path) {
        return newsroom.articles().stream()
                .anyMatch(article -> article.address().getPath().equals(path) && article.stage() == Stage.EXTRACTED);
    }

    @Test
    void nothingThatWasAnsweredIsAskedForAgain() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        LoopbackServer.Answer never = exchange -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        try (SmallPress press = new SmallPress()) {
            press.article("/a", "El puerto abre de noche");
            press.article("/b", "La lonja cambia de sitio");
            press.answer("/b", never);
            try (SmallNewsroom newsroom = new SmallNewsroom(folder.resolve(LIVE), press)) {
                newsroom.await(() -> isTaken(newsroom, "/a") && press.visits("/b") == 1);
                kill();
                end.countDown();
            }
            press.article("/b", "La lonja cambia de sitio");
            long before = press.visits("/b");
            try (SmallNewsroom newsroom = new SmallNewsroom(folder.resolve(KILLED), press)) {
                newsroom.await(() -> isTaken(newsroom, "/b"));
                newsroom.later(Duration.ofSeconds(20));
                assertThat(newsroom.headlines())
                        .containsExactlyInAnyOrder("El puerto abre de noche", "La lonja cambia de sitio");
            }
            assertThat(press.visits("/robots.txt")).isEqualTo(1);
            assertThat(press.visits("/.well-known/tdmrep.json")).isEqualTo(1);
            assertThat(press.visits("/rss.xml")).isEqualTo(1);
            assertThat(press.visits("/a")).isEqualTo(1);
            assertThat(press.visits("/b"))
                    .as("the one without an answer, once more")
                    .isEqualTo(before + 1);
        }
    }
}
