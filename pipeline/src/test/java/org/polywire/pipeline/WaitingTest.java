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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polywire.check.Policy;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.ArticleId;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;
import org.polywire.model.MemoryEntry;
import org.polywire.model.Provenance;
import org.polywire.model.Publication;
import org.polywire.model.Reason;
import org.polywire.model.Revision;
import org.polywire.model.Revision.Kind;
import org.polywire.store.Event;
import org.polywire.store.Standing;
import org.polywire.store.Store;
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
    private static final Duration SPREAD = Rhythm.defaults().retryMax().dividedBy(4);
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
            assertThat(standing(newsroom).nextTry()).isBetween(DECEMBER, DECEMBER.plus(SPREAD));
            assertThat(standing(newsroom).attempts()).isOne();
            assertThat(engine.asked()).isEmpty();
            newsroom.later(Duration.ofHours(1).plus(SPREAD));
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

    private static boolean isShown(SmallNewsroom newsroom) {
        Publication publication = newsroom.where("/a").publications().get(CATALAN);
        return publication != null && !(publication instanceof Publication.Withdrawn);
    }

    /** The budget holds no more until the year's turn. */
    private void spentUntilJanuary() {
        engine.allow(() -> new Allowance(10, ENOUGH));
        engine.resume(Instant.parse("2027-01-01T00:00:00Z"));
    }

    /** To take down what is right, because nobody can pay for its new comma, would be no service to readers. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a partir del lunes, según | a partir del lunes según | COSMETIC",
                "van a tomar. | van a tomar.</p><p>El alcalde recibirá a los vecinos del barrio en el ayuntamiento. | UPDATE"
            })
    void aChangeThatCorrectsNothingIsTriedForAsLongAsTheTextBeforeIsShown(String words, String others, Kind kind) {
        RepairInTheNewsroomTest.right().forEach(engine::say);
        try (SmallNewsroom newsroom = newsroom()) {
            spentUntilJanuary();
            press.replace("/a", words, others);
            newsroom.later(Duration.ofHours(13));
            assertThat(newsroom.where("/a").revisions().getLast().difference())
                    .extracting(Revision::kind)
                    .isEqualTo(kind);
            assertWaits(newsroom, Reason.ENGINE_PAUSED);
            newsroom.later(AGE.plusDays(1));
        }
        try (SmallNewsroom newsroom = newsroom()) {
            assertWaits(newsroom, Reason.ENGINE_PAUSED);
            assertThat(isShown(newsroom)).isTrue();
        }
    }

    /** Neither a comma after a correction makes the text before it right, nor a paragraph more, though all in all the text is an update then. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "quinientas personas",
                "quinientas personas.</p><p>El alcalde recibirá a los vecinos del barrio en el ayuntamiento."
            })
    void aCorrectionWithAnotherChangeAfterItIsFollowed(String others) {
        RepairInTheNewsroomTest.right().forEach(engine::say);
        try (SmallNewsroom newsroom = newsroom()) {
            press.replace("/a", "cuatrocientas personas", "quinientas personas");
            newsroom.later(Duration.ofHours(13));
            assertWaits(newsroom, Reason.ENGINE_FAILED);
            spentUntilJanuary();
            press.replace("/a", "cuatrocientas personas.", others);
            newsroom.later(Duration.ofHours(13));
            newsroom.await(() -> standing(newsroom).state() == Standing.State.REFUSED);
            assertThat(standing(newsroom).version()).isEqualTo(3);
            assertThat(isShown(newsroom)).isFalse();
        }
    }

    @Test
    void aCorrectionThatWasGivenUpIsTriedAgainAsLongAsItIsNewsThoughItsArticleIsNoMore() {
        RepairInTheNewsroomTest.right().forEach(engine::say);
        try (SmallNewsroom newsroom = newsroom()) {
            spentUntilJanuary();
            newsroom.later(AGE.minusDays(2));
            press.replace("/a", "cuatrocientas personas", "quinientas personas");
            newsroom.later(Duration.ofHours(13));
            assertGivenUp(newsroom, Reason.ENGINE_PAUSED);
            newsroom.later(Duration.ofDays(3));
        }
        engine.allow(() -> new Allowance(ENOUGH, ENOUGH));
        int asked = engine.asked().size();
        try (SmallNewsroom newsroom = newsroom()) {
            newsroom.await(() -> engine.asked().size() > asked);
        }
    }

    @Test
    void whatWasNeverTriedGrowsOldAsWell() {
        try (SmallNewsroom newsroom = newsroom()) {
            assertWaits(newsroom, Reason.ENGINE_FAILED);
        }
        ArticleId article = ArticleId.of(press.address("/a"));
        try (Store store = Store.open(folder)) {
            store.write(transaction -> transaction.standings().save(Standing.pending(article, CATALAN, 1)));
        }
        int asked = engine.asked().size();
        press.clock().advance(AGE);
        try (SmallNewsroom newsroom = newsroom()) {
            newsroom.await(() -> standing(newsroom).state() == Standing.State.REFUSED);
            assertThat(standing(newsroom).reason()).isEqualTo(Reason.TOO_LATE);
            assertThat(standing(newsroom).detail()).isEqualTo("it was never tried");
            assertThat(engine.asked()).hasSize(asked);
        }
    }

    @Test
    void whatAPersonWritesForAnArticleThatWasGivenUpIsTriedForAsLongAsItTakes() {
        try (SmallNewsroom newsroom = newsroom();
                MemoryDesk desk = MemoryDesk.open(folder)) {
            newsroom.later(AGE);
            newsroom.await(() -> standing(newsroom).state() == Standing.State.REFUSED);
            ArticleId article = ArticleId.of(press.address("/a"));
            Instant now = press.clock().instant();
            MemoryEntry headline = new MemoryEntry(
                    new LanguageTag("es"),
                    CATALAN,
                    Inlines.ofText("El puerto abre de noche"),
                    Inlines.ofText("El port obre de nit"),
                    "",
                    "",
                    Provenance.POST_EDITED,
                    "Núria",
                    now,
                    article);
            assertThat(desk.add(List.of(headline), now)).containsExactly(new MemoryDesk.Reissue(article, CATALAN));
            newsroom.later(AGE.plusDays(1));
            assertWaits(newsroom, Reason.ENGINE_FAILED);
            RepairInTheNewsroomTest.right().forEach(engine::say);
            newsroom.later(Duration.ofHours(13));
            newsroom.await(() -> standing(newsroom).state() == Standing.State.PUBLISHED);
        }
    }

    /** Where the reason is the same, its words may tell something else: the first pause was a minute's, the next is a month's. */
    @Test
    void anotherPauseIsToldThoughItsReasonIsTheSame() {
        itIs("2026-11-27T00:00:00Z");
        engine.pause("it is left alone until 2026-11-27T00:01:00Z");
        try (SmallNewsroom newsroom = newsroom()) {
            assertThat(told(newsroom, Event.Step.FAILED)).isOne();
            engine.pause("it is left alone until 2026-11-27T13:02:00Z");
            newsroom.later(Duration.ofDays(1));
            assertWaits(newsroom, Reason.ENGINE_PAUSED);
            assertThat(told(newsroom, Event.Step.FAILED)).isOne();
            engine.pause("its budget is spent");
            newsroom.later(Duration.ofDays(1));
            newsroom.await(() -> told(newsroom, Event.Step.FAILED) == 2);
        }
    }
}
