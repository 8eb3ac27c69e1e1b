package org.polywire.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.model.Reason;
import org.polywire.model.SourceId;
import org.polywire.pipeline.SourceHealth.Alarm;
import org.polywire.testkit.Answers;

/** What a newsroom says of sources that change their ways, by its own clock: to who asks, and in the log, once. */
class AlarmTest {
    private static final Logger LOG = Logger.getLogger(Watch.class.getName());

    @TempDir
    private Path folder;

    private final SmallPress press = new SmallPress();
    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            logged.add(entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        LOG.addHandler(listener);
    }

    @AfterEach
    void close() {
        LOG.removeHandler(listener);
        press.close();
    }

    private SourceHealth health(SmallNewsroom newsroom) {
        return newsroom.archive().health(press.clock().instant()).stream()
                .filter(health -> health.source().source().id().equals(new SourceId("el-faro")))
                .findFirst()
                .orElseThrow();
    }

    private void show(int first, int last) {
        press.feed(
                "",
                IntStream.rangeClosed(first, last)
                        .mapToObj(i -> press.item("/" + i, ""))
                        .toArray(String[]::new));
    }

    private void articles(int first, int last) {
        for (int i = first; i <= last; i++) {
            press.answer(
                    "/" + i, Answers.ok("text/html", press.page("/" + i, "El puerto abre el día " + i, date(), "")));
        }
    }

    private String date() {
        return press.clock().instant().toString();
    }

    @Test
    void aSourceThatFallsSilentAgainstItsHabitRaisesAnAlarmUntilItSpeaksAgain() {
        try (SmallNewsroom newsroom = new SmallNewsroom(folder, press)) {
            for (int day = 1; day <= 11; day++) {
                articles(day, day);
                show(1, day);
                newsroom.later(Duration.ofDays(1));
            }
            assertThat(health(newsroom).alarms()).isEmpty();
            newsroom.later(Duration.ofDays(4));
            assertThat(health(newsroom).alarms()).as("a long weekend").isEmpty();
            newsroom.later(Duration.ofDays(4));
            assertThat(health(newsroom).alarms()).containsExactly(Alarm.SILENT);
            newsroom.await(() -> logged.contains("source el-faro: " + Alarm.SILENT.words()));
            articles(12, 12);
            show(1, 12);
            newsroom.settle();
            assertThat(health(newsroom).alarms()).isEmpty();
            assertThat(logged).hasSize(1);
        }
    }

    @Test
    void aSourceWhosePagesAreMadeAnewRaisesAnAlarmAndEachPageSaysWhy() {
        try (SmallNewsroom newsroom = new SmallNewsroom(folder, press)) {
            articles(1, 12);
            show(1, 12);
            newsroom.settle();
            assertThat(health(newsroom).alarms()).isEmpty();
            for (int i = 13; i <= 22; i++) {
                press.answer(
                        "/" + i,
                        Answers.ok(
                                "text/html",
                                "<html lang=es><title>El Faro</title><div id=app></div><script src=/app.js></script>"));
            }
            show(13, 22);
            newsroom.settle();
            assertThat(health(newsroom).alarms()).containsExactly(Alarm.LAYOUT_CHANGED);
            assertThat(newsroom.where("/13").article().reason())
                    .isIn(Reason.EMPTY_PAGE, Reason.NOT_AN_ARTICLE, Reason.EXTRACTION_DOUBTFUL);
            newsroom.later(Duration.ofHours(2));
            newsroom.await(() -> logged.contains("source el-faro: " + Alarm.LAYOUT_CHANGED.words()));
        }
    }
}
