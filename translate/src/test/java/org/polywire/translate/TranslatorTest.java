package org.polywire.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.polywire.translate.Papers.article;
import static org.polywire.translate.Papers.edition;
import static org.polywire.translate.Papers.em;
import static org.polywire.translate.Papers.link;
import static org.polywire.translate.Papers.paragraph;
import static org.polywire.translate.Papers.strong;
import static org.polywire.translate.Papers.text;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Article;
import org.polywire.model.Block;
import org.polywire.model.Edition;
import org.polywire.model.Fitness;
import org.polywire.model.Inline;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;
import org.polywire.model.Reason;
import org.polywire.model.Route;
import org.polywire.model.SentencePair;
import org.polywire.model.Translation;
import org.polywire.testkit.Seeded;
import org.polywire.translate.Answer.Evidence;
import org.polywire.translate.Answer.Sentence;
import org.polywire.translate.Answer.Sentences;
import org.polywire.translate.Answer.Word;
import org.polywire.translate.TranslationOutcome.EngineFailed;
import org.polywire.translate.TranslationOutcome.NoRoute;
import org.polywire.translate.TranslationOutcome.Translated;

class TranslatorTest {
    private static final LanguageIdentifier LANGUAGES = LanguageIdentifier.load();
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));
    private static final Edition CATALAN = edition("ca", Fitness.NEWS, true);

    private static ScriptedEngine engine() {
        return new ScriptedEngine().with(ScriptedEngine.pair("es", "ca", Fitness.NEWS, 58.9));
    }

    private static TranslationOutcome translate(Engine engine, Article article, Edition edition) {
        try (Translator translator = new Translator(List.of(engine), LANGUAGES, CLOCK)) {
            return translator.translate(article, edition);
        }
    }

    private static Translation translated(Engine engine, Article article) {
        assertThat(translate(engine, article, CATALAN)).isInstanceOf(Translated.class);
        return ((Translated) translate(engine, article, CATALAN)).translation();
    }

    @Test
    void anArticleInTheEditionsLanguageIsCarriedUnchangedOrNotAtAll() {
        Article article = article("ca", "Una notícia", paragraph(text("Bon dia.")));
        Translation original = ((Translated) translate(engine(), article, CATALAN)).translation();
        assertThat(original.article()).isEqualTo(article);
        assertThat(original.route()).isEqualTo(new Route.Original());
        assertThat(original.sentences()).isEmpty();
        assertThat(translate(engine(), article, edition("ca", Fitness.NEWS, false)))
                .isEqualTo(new NoRoute(Reason.ORIGINAL_NOT_CARRIED, "ca"));
    }

    @Test
    void theFloorOfTheEditionIsKept() {
        ScriptedEngine gist = new ScriptedEngine().with(ScriptedEngine.pair("es", "ca", Fitness.GIST, 40));
        Article article = article("es", "Una noticia");
        assertThat(((NoRoute) translate(gist, article, CATALAN)).reason()).isEqualTo(Reason.BELOW_FLOOR);
        assertThat(translate(gist, article, edition("ca", Fitness.GIST, true))).isInstanceOf(Translated.class);
        assertThat(((NoRoute) translate(gist, article, edition("fr", Fitness.GIST, true))).reason())
                .isEqualTo(Reason.NO_ROUTE);
    }

    @Test
    void aPairThatFailedItsTestIsNotUsed() {
        ScriptedEngine broken = new ScriptedEngine().with(ScriptedEngine.pair("xx", "ca", Fitness.NEWS, 99));
        assertThat(translate(broken, article("xx", "A b"), CATALAN))
                .isEqualTo(new NoRoute(Reason.NO_ROUTE, "Scripted xx-ca: told so"));
    }

    @Test
    void everyRunOfTextIsTranslatedAndNothingElse() {
        Block.Picture picture = new Block.Picture(URI.create("https://diario.example/a.jpg"), 10, 20, "Una casa roja");
        Article article = article(
                "es",
                "Titular de prueba",
                paragraph(text("Hola a todos. Hasta luego.")),
                new Block.Figure(picture, List.of(text("La casa de Ana")), "Foto: Ana"),
                new Block.Listing(false, List.of(List.of(paragraph(text("Uno dos"))))),
                new Block.Table(List.of(), List.of(List.of(new Block.Cell(true, List.of(text("Año")))))),
                paragraph(text("https://example.org/una/casa")),
                paragraph(text("12.345 – 67")));
        Translation translation = translated(engine(), article);
        assertThat(translation.article().units())
                .extracting(unit -> unit.text())
                .containsExactly(
                        "PRUEBA DE TITULAR",
                        "TODOS. A HOLA LUEGO. HASTA",
                        "ROJA CASA UNA",
                        "ANA DE CASA LA",
                        "DOS UNO",
                        "AÑO",
                        "https://example.org/una/casa",
                        "12.345 – 67");
        assertThat(((Block.Figure) translation.article().body().get(1)).credit())
                .isEqualTo("Foto: Ana");
        assertThat(translation.article().language().value()).isEqualTo("ca");
        assertThat(translation.at()).isEqualTo(CLOCK.instant());
        assertThat(translation.sentences())
                .extracting(SentencePair::source)
                .contains("Hola a todos.", "Hasta luego.")
                .hasSize(9);
    }

    @Test
    void thePairsOfTheEditionsAreMadeReadyAhead() throws Exception {
        ScriptedEngine engine = engine().with(ScriptedEngine.pair("es", "fr", Fitness.GIST, 47.0))
                .with(ScriptedEngine.pair("es", "gl", Fitness.NEWS, 61.9));
        try (Translator translator = new Translator(List.of(engine), LANGUAGES, CLOCK)) {
            translator
                    .warm(
                            List.of(new LanguageTag("es"), new LanguageTag("ca")),
                            List.of(CATALAN, edition("fr", Fitness.NEWS, true), edition("gl", Fitness.NEWS, true)))
                    .get();
        }
        assertThat(engine.prepared).containsExactly("es-ca", "es-gl");
    }

    @Test
    void theSameTextIsTranslatedOnce() {
        ScriptedEngine engine = engine();
        Article article = article("es", "Otra", paragraph(text("Lo mismo.")), paragraph(text("Lo mismo.")));
        assertThat(translate(engine, article, CATALAN)).isInstanceOf(Translated.class);
        assertThat(engine.requests).hasValue(2);
    }

    @Test
    void aFailureOfOneUnitFailsTheArticle() {
        ScriptedEngine engine = engine().answering((passage, answer) ->
                passage.sentences().toString().contains("mal") ? ScriptedEngine.failure() : answer);
        Article article = article("es", "Bien", paragraph(text("Todo mal.")), paragraph(text("Bien.")));
        assertThat(translate(engine, article, CATALAN))
                .isEqualTo(new EngineFailed(Reason.ENGINE_FAILED, "body.0: as told"));
    }

    @Test
    void anArticleThatTakesTooLongIsGivenUp() {
        CountDownLatch never = new CountDownLatch(1);
        ScriptedEngine engine = engine().answering((passage, answer) -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return answer;
        });
        TranslatorConfig config =
                new TranslatorConfig(Duration.ofMillis(50), 1_000, RoutingPolicy.defaults(), Glossary.NONE, false);
        try (Translator translator = new Translator(List.of(engine), LANGUAGES, CLOCK, config)) {
            TranslationOutcome outcome = translator.translate(article("es", "Lento"), CATALAN);
            assertThat(((EngineFailed) outcome).reason()).isEqualTo(Reason.ENGINE_TIMEOUT);
            TranslationOutcome long_ = translator.translate(article("es", "x".repeat(1_001)), CATALAN);
            assertThat(long_)
                    .isEqualTo(new NoRoute(Reason.ARTICLE_TOO_LONG, "it has 1001 characters, and the most is 1000"));
        }
    }

    /** More articles than threads: of some the search for names had not begun. */
    @Test
    void nobodyWaitsForATranslatorThatWasClosed() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        ScriptedEngine engine = engine().answering((passage, answer) -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return ScriptedEngine.failure();
        });
        Translator translator = new Translator(List.of(engine), LANGUAGES, CLOCK);
        List<FutureTask<TranslationOutcome>> work = IntStream.range(0, 8)
                .mapToObj(i -> new FutureTask<>(() -> translator.translate(article("es", "Número " + i), CATALAN)))
                .toList();
        List<Thread> waiting =
                work.stream().map(one -> Thread.ofPlatform().start(one)).toList();
        while (!waiting.stream().allMatch(TranslatorTest::isWaiting)) {
            Thread.onSpinWait();
        }
        translator.close();
        for (FutureTask<TranslationOutcome> one : work) {
            assertThat(((EngineFailed) one.get(30, TimeUnit.SECONDS)).reason()).isEqualTo(Reason.ENGINE_FAILED);
        }
    }

    private static boolean isWaiting(Thread thread) {
        return thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING;
    }

    @Test
    void anEngineThatLosesTheBordersOfSentencesGivesOnePair() {
        ScriptedEngine engine = engine().answering((passage, answer) -> new Sentences(
                List.of(new Sentence(((Sentences) answer)
                        .sentences().stream()
                                .flatMap(one -> one.words().stream())
                                .toList())),
                List.of("borders")));
        Translation translation = translated(engine, article("es", "Uno", paragraph(text("Aa bb. Cc dd."))));
        SentencePair pair = translation.sentences().get(1);
        assertThat(pair.source()).isEqualTo("Aa bb. Cc dd.");
        assertThat(pair.target()).isEqualTo("BB. AA DD. CC");
        assertThat(pair.faults()).contains("borders");
    }

    @Test
    void aLinkWhoseWordsTheEngineDropsIsPlacedAndReported() {
        ScriptedEngine engine = engine().answering((passage, answer) -> new Sentences(
                ((Sentences) answer)
                        .sentences().stream()
                                .map(one -> new Sentence(one.words().stream()
                                        .map(word -> new Word(word.before(), word.text(), List.of(), Evidence.GOOD))
                                        .toList()))
                                .toList(),
                List.of()));
        Translation translation =
                translated(engine, article("es", "Uno", paragraph(text("a b "), link("x", text("c")), text(" d."))));
        List<Inline> content = translation.article().units().get(1).content();
        assertThat(Inlines.links(content)).hasSize(1);
        assertThat(translation.sentences().get(1).faults())
                .containsExactly("the link of «c» to https://example.org/x was placed by likeness");
        Inline element = new Inline.Link(URI.create("element:0"), List.of(text("c")));
        assertThat(translated(engine, article("es", "Uno", paragraph(text("a b "), element)))
                        .sentences()
                        .get(1)
                        .faults())
                .containsExactly("the markup of «c» was placed by likeness");
    }

    @Test
    void anArticleThatTheBudgetDoesNotHoldIsNotBegun() {
        ScriptedEngine engine = engine().leaving(15, 100);
        assertThat(translate(engine, article("es", "Uno", paragraph(text("Dos tres cuatro."))), CATALAN))
                .isEqualTo(new EngineFailed(
                        Reason.ENGINE_PAUSED,
                        "Scripted: its budget has 15 characters left, and the article needs about 19"));
        assertThat(engine.requests).hasValue(0);
    }

    @Test
    void anArticleThatNoMonthsBudgetHoldsIsNotTriedAgain() {
        assertThat(translate(
                        engine().leaving(15, 18), article("es", "Uno", paragraph(text("Dos tres cuatro."))), CATALAN))
                .isEqualTo(new NoRoute(
                        Reason.ARTICLE_TOO_LONG,
                        "Scripted: its budget has 18 characters a month, and the article needs about 19"));
    }

    @Test
    void aTextThatStandsTwiceIsPaidForOnce() {
        Block paragraph = paragraph(text("Dos tres."));
        assertThat(translate(engine().leaving(12, 100), article("es", "Uno", paragraph, paragraph), CATALAN))
                .isInstanceOf(Translated.class);
    }

    @Test
    void markupNeverChangesTheWordsAndNoLinkIsLost() {
        Seeded.run(300, random -> {
            StringBuilder plain = new StringBuilder();
            List<Inline> marked = RandomMarkup.paragraph(random, plain);
            Translation withMarks = translated(engine(), article("es", "Uno", new Block.Paragraph(marked)));
            Translation without = translated(engine(), article("es", "Uno", paragraph(text(plain.toString()))));
            List<Inline> content = withMarks.article().units().get(1).content();
            assertThat(Inlines.text(content))
                    .isEqualTo(without.article().units().get(1).text());
            assertThat(Inlines.links(content).stream().map(Inline.Link::target).distinct())
                    .containsExactlyInAnyOrderElementsOf(Inlines.links(marked).stream()
                            .map(Inline.Link::target)
                            .distinct()
                            .toList());
        });
    }

    @Test
    void elementsStayRoundTheirWords() {
        Translation translation = translated(
                engine(),
                article(
                        "es",
                        "Uno",
                        paragraph(
                                text("a "),
                                link("x", text("b "), em(text("c d"))),
                                text(" e "),
                                strong(text("f ")),
                                new Inline.Verbatim("g.h()"),
                                new Inline.LineBreak(),
                                text("i"))));
        assertThat(Papers.show(translation.article().units().get(1).content()))
                .isEqualTo("`g.h()` <b>F</b> E <a x><em>D C</em> B</a> A<br>I");
    }
}
