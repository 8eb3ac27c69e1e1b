package org.polywire.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
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
    void whatIsRefusedAgainForTheSameReasonIsToldOnce() {
        engine.spoil("half an answer");
        for (int i = 0; i < 3; i++) {
            try (SmallNewsroom newsroom = newsroom()) {
                assertRefused(newsroom, Reason.NO_ROUTE);
                assertThat(newsroom.standing("/a", "ca").detail()).contains("half an answer");
                assertThat(refusals(newsroom)).isOne();
            }
        }
    }

    @Test
    void whatIsStillTooLongIsToldOnce() {
        for (int limit = 10; limit < 13; limit++) {
            try (SmallNewsroom newsroom = newsroom(GOOD, limit)) {
                assertRefused(newsroom, Reason.ARTICLE_TOO_LONG);
                assertThat(newsroom.standing("/a", "ca").detail()).endsWith("the most is " + limit);
                assertThat(refusals(newsroom)).isOne();
            }
        }
    }

    @Test
    void whatIsRefusedAgainForAnotherReasonIsTold() {
        engine.spoil("half an answer");
        try (SmallNewsroom newsroom = newsroom()) {
            assertRefused(newsroom, Reason.NO_ROUTE);
        }
        engine.spoil("");
        try (SmallNewsroom newsroom = newsroom(GOOD, 10)) {
            assertRefused(newsroom, Reason.ARTICLE_TOO_LONG);
            assertThat(refusals(newsroom)).isEqualTo(2);
        }
    }

    private SmallNewsroom spanishEdition(boolean originals) {
        SmallNewsroom newsroom = new SmallNewsroom(
                folder, press, new Translator(List.of(), LanguageIdentifier.load(), press.clock()), originals);
        newsroom.settle();
        return newsroom;
    }

    @Test
    void anOriginalThatWasNotCarriedIsPublishedByAStartThatCarriesOriginals() {
        for (int i = 0; i < 2; i++) {
            try (SmallNewsroom newsroom = spanishEdition(false)) {
                assertThat(newsroom.standing("/a", "es").reason()).isEqualTo(Reason.ORIGINAL_NOT_CARRIED);
                assertThat(newsroom.headlines()).isEmpty();
                assertThat(refusals(newsroom)).isOne();
            }
        }
        try (SmallNewsroom newsroom = spanishEdition(true)) {
            assertThat(newsroom.headlines()).containsExactly("El puerto abre de noche");
        }
    }

    /** Its page is the same article in another language from now on. */
    private void rewritten(String language, String headline, String body) {
        press.answer(
                "/a",
                Answers.versioned(
                        "\"" + language + "\"",
                        "never " + language,
                        "text/html",
                        press.page("/a", headline, "2026-11-20T08:30:00+01:00", "")
                                .replace("lang=\"es\"", "lang=\"" + language + "\"")
                                .replace(SmallPress.body(), body)));
    }

    private static final String ENGLISH = """
            <p>The port of the city will open its gates at night from Monday on, the port authority said yesterday at a press
            conference that was held in the building of the customs office.</p>
            <p>The decision comes after nine months of talks with the workers, who had asked for shorter shifts and for higher
            wages. The agreement was signed on Friday and concerns about four hundred people.</p>
            <p>The neighbours fear that the noise of the lorries will not let them sleep, and have asked for a meeting with the
            town hall to talk about what is going to be done.</p>
            """;

    @Test
    void anArticleThatWasRewrittenInAnotherLanguageWaitsAgainForTheEngineOfThatLanguage() {
        engine.install(false);
        rewritten("en", "The port opens at night", ENGLISH);
        try (SmallNewsroom newsroom = newsroom()) {
            assertThat(newsroom.standing("/a", "ca").detail()).isEqualTo("en → ca");
            rewritten("es", "El puerto abre de noche", SmallPress.body());
            newsroom.later(Duration.ofHours(13));
            assertThat(newsroom.standing("/a", "ca").detail()).isEqualTo("es → ca");
            assertThat(engine.asked()).isEmpty();
            engine.install(true);
            newsroom.enginesChanged();
            newsroom.settle();
            assertAsked(newsroom);
        }
    }

    @Test
    void anArticleThatWasRewrittenInAnotherLanguageWaitsNoMoreForTheEngineOfTheFirst() {
        engine.install(false);
        try (SmallNewsroom newsroom = newsroom()) {
            rewritten("en", "The port opens at night", ENGLISH);
            newsroom.later(Duration.ofHours(13));
            assertThat(newsroom.standing("/a", "ca").detail()).isEqualTo("en → ca");
            engine.install(true);
            newsroom.enginesChanged();
            newsroom.settle();
            assertRefused(newsroom, Reason.NO_ROUTE);
            assertThat(engine.asked()).isEmpty();
        }
    }
}
