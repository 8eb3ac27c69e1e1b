package org.polywire.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.check.Policy;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.LanguageTag;
import org.polywire.model.Publication;
import org.polywire.model.Reason;
import org.polywire.store.Event;
import org.polywire.store.Standing;
import org.polywire.translate.Engine.Allowance;
import org.polywire.translate.Translator;

/**
 * An article whose engine cannot be had now waits as long as it is news, and is then given up. At first the engine knows none of its
 * sentences, so that an article for which it is asked fails.
 */
class WaitingTest {
    private static final Instant DECEMBER = Instant.parse("2026-12-01T00:00:00Z");
    private static final LanguageTag CATALAN = new LanguageTag("ca");
    private static final int ENOUGH = 100_000;
    private static final Duration AGE = Rhythm.defaults().revisitFor();

    @TempDir
    private Path folder;

    private final ByHeart engine = new ByHeart("Engine", Map.of());
    private final SmallPress press = new SmallPress();

    @BeforeEach
    void write() {
        press.article("/a", "El puerto abre de noche");
    }

    @AfterEach
    void close() {
        press.close();
    }

    private SmallNewsroom newsroom() {
        SmallNewsroom newsroom = new SmallNewsroom(
                folder,
                press,
                new Translator(List.of(engine), LanguageIdentifier.load(), press.clock()),
                "ca",
                Policy.read(List.of("hold-below all 0")));
        newsroom.settle();
        return newsroom;
    }

    private void spentUntilDecember() {
        engine.allow(() -> new Allowance(press.clock().instant().isBefore(DECEMBER) ? 10 : ENOUGH, ENOUGH));
        engine.resume(DECEMBER);
    }

    private void itIs(String time) {
        press.clock().advance(Duration.between(press.clock().instant(), Instant.parse(time)));
    }

    private static Standing standing(SmallNewsroom newsroom) {
        return newsroom.standing("/a", "ca");
    }

    private static void assertWaits(SmallNewsroom newsroom, Reason reason) {
        assertThat(standing(newsroom).state()).isEqualTo(Standing.State.FAILED);
        assertThat(standing(newsroom).reason()).isEqualTo(reason);
    }

    private static void assertGivenUp(SmallNewsroom newsroom, Reason last) {
        assertThat(standing(newsroom).state()).isEqualTo(Standing.State.REFUSED);
        assertThat(standing(newsroom).reason()).isEqualTo(Reason.TOO_LATE);
        assertThat(standing(newsroom).detail()).contains(last.name());
    }

    private static long told(SmallNewsroom newsroom, Event.Step step) {
        return newsroom.where("/a").history().stream()
                .filter(event -> event.step() == step)
                .count();
    }

    @Test
    void whatTheMonthsBudgetDoesNotHoldIsTriedAsSoonAsTheNextBeginsAndNotBefore() {
        itIs("2026-11-27T00:00:00Z");
        spentUntilDecember();
        try (SmallNewsroom newsroom = newsroom()) {
            newsroom.later(Duration.between(press.clock().instant(), DECEMBER).minusHours(1));
            assertWaits(newsroom, Reason.ENGINE_PAUSED);
            assertThat(standing(newsroom).nextTry()).isEqualTo(DECEMBER);
            assertThat(standing(newsroom).attempts()).isOne();
            assertThat(engine.asked()).isEmpty();
            newsroom.later(Duration.ofHours(2));
            newsroom.await(() -> !engine.asked().isEmpty());
        }
    }

    @Test
    void whatWouldBeTooOldWhenTheNextMonthBeginsIsGivenUpAtOnce() {
        spentUntilDecember();
        try (SmallNewsroom newsroom = newsroom()) {
            assertGivenUp(newsroom, Reason.ENGINE_PAUSED);
            newsroom.later(Duration.between(press.clock().instant(), DECEMBER).plusDays(1));
            assertGivenUp(newsroom, Reason.ENGINE_PAUSED);
            assertThat(engine.asked()).isEmpty();
        }
    }

    @Test
    void aStartWithALargerBudgetTriesAtOnceWhatWaits() {
        itIs("2026-11-27T00:00:00Z");
        spentUntilDecember();
        try (SmallNewsroom newsroom = newsroom()) {
            assertWaits(newsroom, Reason.ENGINE_PAUSED);
        }
        engine.allow(() -> new Allowance(ENOUGH, ENOUGH));
        try (SmallNewsroom newsroom = newsroom()) {
            newsroom.await(() -> !engine.asked().isEmpty());
        }
    }

    @Test
    void aStartWithALargerBudgetTriesWhatWasGivenUpButIsStillNews() {
        spentUntilDecember();
        try (SmallNewsroom newsroom = newsroom()) {
            assertGivenUp(newsroom, Reason.ENGINE_PAUSED);
        }
        engine.allow(() -> new Allowance(ENOUGH, ENOUGH));
        try (SmallNewsroom newsroom = newsroom()) {
            newsroom.await(() -> !engine.asked().isEmpty());
        }
    }

    @Test
    void aStartThatChangesNothingTellsNothing() {
        itIs("2026-11-27T00:00:00Z");
        spentUntilDecember();
        for (int i = 0; i < 3; i++) {
            int attempts = i + 1;
            try (SmallNewsroom newsroom = newsroom()) {
                newsroom.await(() -> standing(newsroom).attempts() == attempts);
                assertWaits(newsroom, Reason.ENGINE_PAUSED);
                assertThat(told(newsroom, Event.Step.FAILED)).isOne();
            }
        }
        itIs("2026-11-29T00:00:00Z");
        engine.resume(Instant.parse("2027-01-01T00:00:00Z"));
        for (int i = 0; i < 3; i++) {
            try (SmallNewsroom newsroom = newsroom()) {
                newsroom.await(() -> standing(newsroom).state() == Standing.State.REFUSED);
                assertGivenUp(newsroom, Reason.ENGINE_PAUSED);
                assertThat(told(newsroom, Event.Step.REFUSED)).isOne();
            }
        }
    }

    @Test
    void whatNoEngineTranslatesIsTriedAsLongAsItIsNewsAndThenGivenUp() {
        try (SmallNewsroom newsroom = newsroom()) {
            newsroom.later(AGE.minusDays(2));
            assertWaits(newsroom, Reason.ENGINE_FAILED);
            newsroom.later(Duration.ofDays(2));
            newsroom.await(() -> standing(newsroom).state() == Standing.State.REFUSED);
            assertGivenUp(newsroom, Reason.ENGINE_FAILED);
            int asked = engine.asked().size();
            newsroom.later(Duration.ofDays(30));
            assertThat(engine.asked()).hasSize(asked);
        }
    }

    @Test
    void whatGrewOldWhileTheNewsroomWasClosedIsGivenUpUnasked() {
        try (SmallNewsroom newsroom = newsroom()) {
            assertWaits(newsroom, Reason.ENGINE_FAILED);
        }
        int asked = engine.asked().size();
        press.clock().advance(AGE);
        try (SmallNewsroom newsroom = newsroom()) {
            newsroom.await(() -> standing(newsroom).state() == Standing.State.REFUSED);
            assertGivenUp(newsroom, Reason.ENGINE_FAILED);
            assertThat(engine.asked()).hasSize(asked);
        }
    }

    /** What readers are shown is known to be wrong from then on, but an engine may be back in an hour. */
    @Test
    void aCorrectionThatIsGivenUpTakesDownWhatIsShownAndNotBefore() {
        RepairInTheNewsroomTest.right().forEach(engine::say);
        try (SmallNewsroom newsroom = newsroom()) {
            assertThat(newsroom.where("/a").publications().get(CATALAN)).isInstanceOf(Publication.Published.class);
            press.replace("/a", "cuatrocientas personas", "quinientas personas");
            newsroom.later(Duration.ofHours(13));
            assertWaits(newsroom, Reason.ENGINE_FAILED);
            newsroom.later(AGE.minusDays(2));
            assertThat(newsroom.where("/a").publications().get(CATALAN)).isInstanceOf(Publication.Published.class);
            newsroom.later(Duration.ofDays(2));
            newsroom.await(() -> standing(newsroom).state() == Standing.State.REFUSED);
            assertGivenUp(newsroom, Reason.ENGINE_FAILED);
            assertThat(newsroom.where("/a").publications().get(CATALAN)).isInstanceOf(Publication.Withdrawn.class);
        }
    }

    @Test
    void whatAnEngineTranslatesInTimeIsPublished() {
        try (SmallNewsroom newsroom = newsroom()) {
            newsroom.later(AGE.minusDays(2));
            assertWaits(newsroom, Reason.ENGINE_FAILED);
            RepairInTheNewsroomTest.right().forEach(engine::say);
            newsroom.later(Duration.ofHours(13));
            newsroom.await(() -> standing(newsroom).state() == Standing.State.PUBLISHED);
        }
    }

    @Test
    void aCorrectionIsNewsFromWhenItWasTaken() {
        try (SmallNewsroom newsroom = newsroom()) {
            newsroom.later(AGE.minusDays(2));
            press.replace("/a", "cuatrocientas personas", "quinientas personas");
            newsroom.later(Duration.ofDays(1));
            assertThat(standing(newsroom).version()).isEqualTo(2);
            newsroom.later(AGE.minusDays(2));
            assertWaits(newsroom, Reason.ENGINE_FAILED);
            newsroom.later(Duration.ofDays(2));
            newsroom.await(() -> standing(newsroom).state() == Standing.State.REFUSED);
            assertGivenUp(newsroom, Reason.ENGINE_FAILED);
        }
    }
}
