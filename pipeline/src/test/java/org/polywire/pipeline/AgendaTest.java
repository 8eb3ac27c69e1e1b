package org.polywire.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.model.ArticleId;
import org.polywire.model.SourceId;
import org.polywire.store.Store;

class AgendaTest {
    private static final ArticleId ARTICLE = ArticleId.of(URI.create("https://news.example/a"));
    private static final long PATIENCE = 60;

    @TempDir
    Path folder;

    /** The instant of the greatest danger: the work has asked what is left and is not yet off the agenda. */
    @Test
    void whatIsWokenAfterTheWorkHasAskedWhatIsLeftIsWorkedOnOnceMore() throws InterruptedException {
        LateQuestions duties = new LateQuestions();
        try (Store store = Store.open(folder)) {
            Agenda agenda = new Agenda(store, duties, 2, Duration.ofSeconds(5), InstantSource.system());
            agenda.start();
            agenda.wake(ARTICLE);
            assertThat(duties.asked.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
            agenda.wake(ARTICLE);
            duties.answer.countDown();
            assertThat(duties.advanced.tryAcquire(2, PATIENCE, TimeUnit.SECONDS))
                    .isTrue();
            agenda.stop();
        }
    }

    /** Says that nothing is left, but the first time only when it may. */
    private static final class LateQuestions implements Agenda.Duties {
        final CountDownLatch asked = new CountDownLatch(1);
        final CountDownLatch answer = new CountDownLatch(1);
        final Semaphore advanced = new Semaphore(0);

        @Override
        public void poll(SourceId id) {
            throw new AssertionError("no source is followed");
        }

        @Override
        public Optional<Instant> nextPoll(SourceId id) {
            throw new AssertionError("no source is followed");
        }

        @Override
        public void subscribe(SourceId id) {
            throw new AssertionError("no source is followed");
        }

        @Override
        public Optional<Instant> nextSubscription(SourceId id) {
            throw new AssertionError("no source is followed");
        }

        @Override
        public void advance(ArticleId id) {
            advanced.release();
        }

        @Override
        public Optional<Instant> next(ArticleId id) {
            asked.countDown();
            try {
                answer.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Optional.empty();
        }

        @Override
        public void sweep() {}
    }
}
