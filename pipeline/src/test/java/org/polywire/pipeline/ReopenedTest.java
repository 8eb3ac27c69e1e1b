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
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Fitness;
import org.polywire.model.LanguageTag;
import org.polywire.model.Reason;
import org.polywire.store.Event;
import org.polywire.store.Standing;
import org.polywire.testkit.Answers;
import org.polywire.translate.Engine.Allowance;
import org.polywire.translate.Glossary;
import org.polywire.translate.RoutingPolicy;
import org.polywire.translate.Translator;
import org.polywire.translate.TranslatorConfig;

/**
 * An article that could not be had in an edition, and can be since. Asked again, the engine has nothing to say, so that such an
 * article fails in place of being refused.
 */
class ReopenedTest {
    private static final RoutingPolicy GOOD = RoutingPolicy.defaults();
    private static final LanguageTag SPANISH = new LanguageTag("es");
    private static final LanguageTag CATALAN = new LanguageTag("ca");
    private static final int ENOUGH = 100_000;
    private static final Instant DECEMBER = Instant.parse("2026-12-01T00:00:00Z");

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
        return newsroom(GOOD, ENOUGH);
    }

    private SmallNewsroom newsroom(RoutingPolicy policy, int mostCharacters) {
        TranslatorConfig config =
                new TranslatorConfig(Duration.ofMinutes(1), mostCharacters, policy, Glossary.NONE, false);
        SmallNewsroom newsroom = new SmallNewsroom(
                folder,
                press,
                new Translator(List.of(engine), LanguageIdentifier.load(), press.clock(), config),
                CATALAN.value());
        newsroom.settle();
        return newsroom;
    }

    private static RoutingPolicy goodFor(Fitness fitness) {
        return new RoutingPolicy(
                GOOD.preference(),
                GOOD.through(),
                GOOD.escalate(),
                List.of(new RoutingPolicy.Rule(SPANISH, CATALAN, List.of(), fitness)));
    }

    private static void assertRefused(SmallNewsroom newsroom, Reason reason) {
        Standing standing = newsroom.standing("/a", "ca");
        assertThat(standing.state()).isEqualTo(Standing.State.REFUSED);
        assertThat(standing.reason()).isEqualTo(reason);
    }

    private static void assertAsked(SmallNewsroom newsroom) {
        assertThat(newsroom.standing("/a", "ca").reason()).isEqualTo(Reason.ENGINE_FAILED);
    }

    /** The times that it was refused, for readers of its history. */
    private static long refusals(SmallNewsroom newsroom) {
        return newsroom.where("/a").history().stream()
                .filter(event -> event.step() == Event.Step.REFUSED)
                .count();
    }

    @Test
    void whatNoEngineCouldTranslateIsTriedWhenTheNewsroomStartsWithOne() {
        engine.install(false);
        try (SmallNewsroom newsroom = newsroom()) {
            assertRefused(newsroom, Reason.NO_ROUTE);
        }
        engine.install(true);
        try (SmallNewsroom newsroom = newsroom()) {
            assertAsked(newsroom);
        }
    }

    @Test
    void whatStillNoEngineCanTranslateIsNotRefusedOnceMoreByEachStart() {
        engine.install(false);
        for (int i = 0; i < 3; i++) {
            try (SmallNewsroom newsroom = newsroom()) {
                newsroom.enginesChanged();
                newsroom.settle();
                assertRefused(newsroom, Reason.NO_ROUTE);
                assertThat(refusals(newsroom)).isOne();
            }
        }
    }

    @Test
    void whatNoEngineCouldTranslateIsTriedOnceThereIsOne() {
        engine.install(false);
        try (SmallNewsroom newsroom = newsroom()) {
            engine.install(true);
            newsroom.enginesChanged();
            newsroom.settle();
            assertAsked(newsroom);
        }
    }

    @Test
    void whatWasBelowTheFloorIsTriedWhenItIsNoMore() {
        try (SmallNewsroom newsroom = newsroom(goodFor(Fitness.GIST), ENOUGH)) {
            assertRefused(newsroom, Reason.BELOW_FLOOR);
        }
        try (SmallNewsroom newsroom = newsroom(goodFor(Fitness.GIST), ENOUGH)) {
            assertRefused(newsroom, Reason.BELOW_FLOOR);
            assertThat(refusals(newsroom)).isOne();
        }
        try (SmallNewsroom newsroom = newsroom(goodFor(Fitness.NEWS), ENOUGH)) {
            assertAsked(newsroom);
        }
    }

    /** As old as a page that is not looked at any more. */
    @Test
    void whatIsOldStaysRefused() {
        engine.install(false);
        try (SmallNewsroom newsroom = newsroom()) {
            newsroom.later(Rhythm.defaults().revisitFor());
        }
        engine.install(true);
        try (SmallNewsroom newsroom = newsroom()) {
            assertRefused(newsroom, Reason.NO_ROUTE);
            assertThat(engine.asked()).isEmpty();
        }
    }

    @Test
    void whatItsSourceWithdrewStaysRefused() {
        engine.install(false);
        try (SmallNewsroom newsroom = newsroom()) {
            press.answer("/a", Answers.status(410));
            newsroom.later(Duration.ofHours(13));
        }
        engine.install(true);
        try (SmallNewsroom newsroom = newsroom()) {
            assertRefused(newsroom, Reason.NO_ROUTE);
            assertThat(engine.asked()).isEmpty();
        }
    }

    @Test
    void anArticleThatIsTooLongIsNotTriedAgainUntilTheNewsroomBeginsAnew() {
        try (SmallNewsroom newsroom = newsroom(GOOD, 10)) {
            newsroom.later(Duration.ofHours(5));
            assertRefused(newsroom, Reason.ARTICLE_TOO_LONG);
            assertThat(engine.asked()).isEmpty();
        }
        try (SmallNewsroom newsroom = newsroom()) {
            assertAsked(newsroom);
        }
    }

    @Test
    void anArticleThatNoMonthsBudgetHoldsIsTriedAgainAtAStartWithALargerOne() {
        engine.allow(() -> new Allowance(10, 10));
        try (SmallNewsroom newsroom = newsroom()) {
            newsroom.later(Duration.ofDays(3));
            assertRefused(newsroom, Reason.ARTICLE_TOO_LONG);
        }
        engine.allow(() -> new Allowance(ENOUGH, ENOUGH));
        try (SmallNewsroom newsroom = newsroom()) {
            assertAsked(newsroom);
        }
    }

    @Test
    void anArticleForWhichTheMonthsBudgetHasNotEnoughLeftWaitsForTheNextMonth() {
        engine.allow(() -> new Allowance(press.clock().instant().isBefore(DECEMBER) ? 10 : ENOUGH, ENOUGH));
        try (SmallNewsroom newsroom = newsroom()) {
            newsroom.later(Duration.between(press.clock().instant(), DECEMBER).minusHours(1));
            Standing waiting = newsroom.standing("/a", "ca");
            assertThat(waiting.state()).isEqualTo(Standing.State.FAILED);
            assertThat(waiting.reason()).isEqualTo(Reason.ENGINE_PAUSED);
            assertThat(engine.asked()).isEmpty();
            newsroom.later(Rhythm.defaults().retryMax().multipliedBy(2));
            newsroom.await(() -> !engine.asked().isEmpty());
        }
    }
}
