package org.polywire.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.polywire.translate.Papers.article;
import static org.polywire.translate.Papers.edition;
import static org.polywire.translate.Papers.link;
import static org.polywire.translate.Papers.paragraph;
import static org.polywire.translate.Papers.text;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Article;
import org.polywire.model.Fitness;
import org.polywire.model.Provenance;
import org.polywire.model.Route;
import org.polywire.model.SentencePair;
import org.polywire.model.Translation;
import org.polywire.translate.TranslationOutcome.NoRoute;
import org.polywire.translate.TranslationOutcome.Translated;

/** Some sentences of a translation made anew; the engine turns the words of what it gets as a sentence round, so a cut shows. */
class AgainTest {
    private static final Article ARTICLE = article(
            "es",
            "Abre el muelle nuevo",
            paragraph(
                    text("El puerto abre hoy. Los barcos llegan el lunes próximo, y los camiones esperan fuera "),
                    link("aduana", text("de la aduana")),
                    text(". Nadie protesta.")),
            paragraph(text("La ciudad duerme.")));

    private final ScriptedEngine engine =
            new ScriptedEngine().with(ScriptedEngine.pair("es", "ca", Fitness.NEWS, 58.9));
    private final Translator translator = new Translator(
            List.of(engine), LanguageIdentifier.load(), InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z")));
    private final Translation first =
            ((Translated) translator.translate(ARTICLE, edition("ca", Fitness.NEWS, true))).translation();

    @AfterEach
    void close() {
        translator.close();
    }

    private SentencePair sentence(String beginning) {
        return first.sentences().stream()
                .filter(pair -> pair.source().startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }

    private Translation again(Segmentation segmentation, SentencePair... sentences) {
        return ((Translated) translator.again(ARTICLE, first, Set.of(sentences), segmentation)).translation();
    }

    @Test
    void aSentenceIsCutAtItsClausesAndAllOthersStayToTheLetter() {
        Translation second = again(Segmentation.CLAUSES, sentence("Los barcos"));
        assertThat(second.sentences())
                .filteredOn(pair -> pair.provenance() == Provenance.RESEGMENTED)
                .extracting(SentencePair::source)
                .containsExactly("Los barcos llegan el lunes próximo,", "y los camiones esperan fuera de la aduana.");
        assertThat(second.sentences())
                .filteredOn(pair -> pair.provenance() != Provenance.RESEGMENTED)
                .containsExactlyElementsOf(first.sentences().stream()
                        .filter(pair -> !pair.equals(sentence("Los barcos")))
                        .toList());
        assertThat(second.article().body().getLast())
                .isEqualTo(first.article().body().getLast());
        assertThat(second.article().headline()).isEqualTo(first.article().headline());
        assertThat(second.route()).isEqualTo(first.route());
    }

    @Test
    void theLinkOfASentenceThatIsCutOtherwiseStaysOnItsWords() {
        Translation second = again(Segmentation.CLAUSES, sentence("Los barcos"));
        String body = Papers.show(second.article().units().get(1).content());
        assertThat(body).containsOnlyOnce("<a aduana>").contains("<a aduana>ADUANA LA DE</a>");
    }

    @Test
    void aSentenceIsJoinedWithTheNext() {
        Translation second = again(Segmentation.JOINED, sentence("Los barcos"), sentence("Nadie"));
        assertThat(second.sentences())
                .filteredOn(pair -> pair.provenance() == Provenance.RESEGMENTED)
                .singleElement()
                .extracting(SentencePair::source)
                .isEqualTo(
                        "Los barcos llegan el lunes próximo, y los camiones esperan fuera de la aduana. Nadie protesta.");
        assertThat(second.sentences()).contains(sentence("El puerto"));
    }

    /** Else the checks would no longer know of it. */
    @Test
    void whatTheOthersHaveAgainstTheGlossaryStaysKnown() {
        SentencePair sound = sentence("Nadie");
        SentencePair broken = new SentencePair(
                sound.place(),
                sound.source(),
                sound.target(),
                sound.unknown(),
                sound.faults(),
                List.of("the glossary wants another word"),
                sound.provenance());
        Translation before = new Translation(
                first.article(),
                first.from(),
                first.route(),
                first.at(),
                first.sentences().stream()
                        .map(pair -> pair.equals(sound) ? broken : pair)
                        .toList());
        assertThat(translator.again(ARTICLE, before, Set.of(sentence("Los barcos")), Segmentation.CLAUSES))
                .isInstanceOfSatisfying(
                        Translated.class,
                        again -> assertThat(again.translation().sentences()).contains(broken));
    }

    @Test
    void whatComesOutAsItWasIsWhoseItWas() {
        assertThat(again(Segmentation.CLAUSES, sentence("El puerto"))).isEqualTo(first);
    }

    @Test
    void aSentenceOfAnotherTextChangesNothing() {
        SentencePair strange = new SentencePair(
                first.sentences().getFirst().place(), "Otra cosa.", "COSA. OTRA", List.of(), List.of());
        assertThat(again(Segmentation.CLAUSES, strange)).isEqualTo(first);
    }

    @Test
    void aCorrectionTakesOverWhatWasCutOtherwiseAndSaysSoStill() {
        Translation second = again(Segmentation.CLAUSES, sentence("Los barcos"));
        Recollection past = new Recollection(List.of(new Precedent(ARTICLE, second)), TranslationMemory.EMPTY);
        int before = engine.requests.get();
        Translation third =
                ((Translated) translator.translate(ARTICLE, edition("ca", Fitness.NEWS, true), past)).translation();
        assertThat(engine.requests.get()).isEqualTo(before);
        assertThat(third.article()).isEqualTo(second.article());
        assertThat(third.sentences())
                .extracting(SentencePair::provenance)
                .containsOnly(Provenance.REUSED, Provenance.RESEGMENTED);
    }

    /** It costs money: nothing but the sentence goes to it. */
    private final ScriptedEngine dear =
            new ScriptedEngine().named("Dear").costing(20).with(ScriptedEngine.pair("es", "ca", Fitness.NEWS, 64));

    private static Answer nobody() {
        Answer.Word word = new Answer.Word(" ", "ningú", List.of(), Answer.Evidence.GOOD);
        return new Answer.Sentences(List.of(new Answer.Sentence(List.of(word))), List.of());
    }

    private Translation elsewhere(Translator both, SentencePair... sentences) {
        Route.Machine way =
                both.others(ARTICLE, edition("ca", Fitness.NEWS, true), first).getFirst();
        return ((Translated) both.again(ARTICLE, first, Set.of(sentences), way)).translation();
    }

    private Translator both() {
        return new Translator(
                List.of(engine, dear),
                LanguageIdentifier.load(),
                InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z")));
    }

    @Test
    void aSentenceThatIsTakenFromAnotherEngineSaysByWhichAndAllOthersStay() {
        try (Translator both = both()) {
            dear.answering((passage, answer) -> nobody());
            Translation second = elsewhere(both, sentence("Nadie"));
            assertThat(dear.requests).hasValue(1);
            assertThat(second.sentences())
                    .filteredOn(pair -> !first.sentences().contains(pair))
                    .singleElement()
                    .satisfies(pair -> {
                        assertThat(pair.provenance()).isEqualTo(Provenance.REROUTED);
                        assertThat(pair.legs()).extracting(Route.Leg::engine).containsExactly("Dear");
                    });
            assertThat(second.sentences()).hasSameSizeAs(first.sentences());
            assertThat(second.route()).isEqualTo(first.route());
        }
    }

    @Test
    void whatAnotherEngineSaysInTheSameWordsIsStillTheFirsts() {
        try (Translator both = both()) {
            assertThat(elsewhere(both, sentence("Nadie"))).isEqualTo(first);
        }
    }

    @Test
    void aSentenceThatTookAnotherWayIsTakenOverByACorrectionAndSaysSoStill() {
        try (Translator both = both()) {
            dear.answering((passage, answer) -> nobody());
            Translation second = elsewhere(both, sentence("Nadie"));
            Recollection past = new Recollection(List.of(new Precedent(ARTICLE, second)), TranslationMemory.EMPTY);
            Translation third =
                    ((Translated) both.translate(ARTICLE, edition("ca", Fitness.NEWS, true), past)).translation();
            assertThat(dear.requests).hasValue(1);
            assertThat(third.article()).isEqualTo(second.article());
            assertThat(third.legs()).isEqualTo(second.legs()).hasSize(2);
        }
    }

    /** A budget that is spent, a breaker that is open. */
    @Test
    void anEngineThatIsPausedIsNotAsked() {
        dear.preparing(pair -> new EnginePair(
                pair.from(),
                pair.to(),
                pair.code(),
                pair.version(),
                pair.fitness(),
                pair.chrF2(),
                EnginePair.SelfTest.PAUSED,
                "the budget is spent"));
        try (Translator both = both()) {
            Route.Machine way = both.others(ARTICLE, edition("ca", Fitness.NEWS, true), first)
                    .getFirst();
            assertThat(both.again(ARTICLE, first, Set.of(sentence("Nadie")), way))
                    .isInstanceOf(TranslationOutcome.EngineFailed.class);
            assertThat(dear.requests).hasValue(0);
        }
    }

    @Test
    void onlyWaysThatAreGoodEnoughForTheEditionAreOtherWays() {
        ScriptedEngine gist =
                new ScriptedEngine().named("Gist").with(ScriptedEngine.pair("es", "ca", Fitness.GIST, 30));
        try (Translator both =
                new Translator(List.of(engine, gist), LanguageIdentifier.load(), InstantSource.fixed(Instant.EPOCH))) {
            assertThat(both.others(ARTICLE, edition("ca", Fitness.NEWS, true), first))
                    .isEmpty();
            assertThat(both.others(ARTICLE, edition("ca", Fitness.GIST, true), first))
                    .hasSize(1);
        }
    }

    @Test
    void ofAWayThatIsGoneThereIsNoMore() {
        Translation other = new Translation(
                first.article(),
                first.from(),
                new Route.Machine(
                        List.of(new Route.Leg(first.from(), first.article().language(), "Another", ""))),
                first.at(),
                first.sentences());
        assertThat(translator.again(ARTICLE, other, Set.of(sentence("El puerto")), Segmentation.CLAUSES))
                .isInstanceOf(NoRoute.class);
    }
}
