package org.polywire.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polywire.check.Checks;
import org.polywire.check.Opinion;
import org.polywire.check.Policy;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Article;
import org.polywire.model.Block;
import org.polywire.model.Edition;
import org.polywire.model.Fitness;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;
import org.polywire.model.Outlet;
import org.polywire.model.Provenance;
import org.polywire.model.Route;
import org.polywire.model.SentencePair;
import org.polywire.model.Translation;
import org.polywire.model.Verdict;
import org.polywire.model.Verdict.Passed;
import org.polywire.testkit.Seeded;
import org.polywire.translate.Engine;
import org.polywire.translate.TranslationOutcome.Translated;
import org.polywire.translate.Translator;

/** A sentence that is held is tried again before its article is, and never comes to a reader that way with a fault. */
class RepairTest {
    private static final LanguageIdentifier LANGUAGES = LanguageIdentifier.load();
    private static final URI HOME = URI.create("https://faro.example/");

    private static final String FIRST = "La autoridad aprobó ayer un plan de 12 millones de euros.";
    private static final String LEFT = "El informe no prevé ningún cierre durante los trabajos,";
    private static final String RIGHT = "y los pescadores piden que el proyecto respete las zonas de cría.";
    private static final String LAST = "El resto lo pagará el puerto.";

    private static final Map<String, String> SOUND = Map.of(
            "El puerto abrirá un muelle nuevo",
            "El port obrirà un moll nou",
            FIRST,
            "L'autoritat va aprovar ahir un pla de 12 milions d'euros.",
            LEFT,
            "L'informe no preveu cap tancament durant els treballs,",
            RIGHT,
            "i els pescadors demanen que el projecte respecti les zones de cria.",
            LAST,
            "La resta el pagarà el port.");

    private static final Article ARTICLE = Article.of(
            HOME.resolve("a"),
            new Outlet("El Faro", HOME),
            new LanguageTag("es"),
            "El puerto abrirá un muelle nuevo",
            List.of(new Block.Paragraph(Inlines.ofText(String.join(" ", FIRST, LEFT, RIGHT, LAST)))));

    private static final Edition EDITION = new Edition(new LanguageTag("ca"), "El Cable", Fitness.NEWS, false);

    private static final Checks RECUT = checks("repair resegment 3");
    private static final Checks REROUTE = checks("repair engine 3");
    private static final Checks BOTH = checks("repair resegment 3", "repair engine 3");

    private static Checks checks(String... repairs) {
        return new Checks(
                LANGUAGES,
                Policy.read(Stream.concat(Stream.of("hold-below all 0"), Stream.of(repairs))
                        .toList()));
    }

    /** What the sentence of two clauses, and that with the next, are told as: like the clauses in turn. */
    private static Map<String, String> engine(String left, String whole, String joined) {
        Map<String, String> answers = new HashMap<>(SOUND);
        answers.put(LEFT, left);
        answers.put(LEFT + " " + RIGHT, whole + " " + SOUND.get(RIGHT));
        answers.put(LEFT + " " + RIGHT + " " + LAST, joined + " " + SOUND.get(RIGHT) + " " + SOUND.get(LAST));
        return answers;
    }

    private static Translation translated(Translator translator) {
        return ((Translated) translator.translate(ARTICLE, EDITION)).translation();
    }

    private static Translator translator(Engine... engines) {
        return new Translator(List.of(engines), LANGUAGES, InstantSource.fixed(Instant.EPOCH));
    }

    /** The translation that an engine made at first, and what the repair made of it. */
    private record Repaired(Translation before, Opinion opinion, Repair.Outcome outcome) {
        Optional<Repair.Read> after() {
            return outcome.passed();
        }
    }

    private static Repaired repaired(Map<String, String> answers) {
        return repaired(RECUT, new ByHeart("First", answers));
    }

    private static Repaired repaired(Checks checks, Engine... engines) {
        try (Translator translator = translator(engines)) {
            Translation before = translated(translator);
            Opinion opinion = checks.judge(ARTICLE, before);
            return new Repaired(before, opinion, new Repair(translator, checks).of(ARTICLE, EDITION, before, opinion));
        }
    }

    /** One that gets the sentence wrong however it is cut. */
    private static ByHeart wrong() {
        return new ByHeart("First", engine(LOST, LOST, LOST));
    }

    /** One that knows the sentence alone, in these words. */
    private static ByHeart knowing(String wording) {
        return new ByHeart("Second", Map.of(LEFT + " " + RIGHT, wording + " " + SOUND.get(RIGHT)));
    }

    private static final String DENIED = "L'informe no preveu cap tancament durant els treballs,";
    private static final String LOST = "L'informe preveu un tancament durant els treballs,";

    @Test
    void aSentenceThatIsRightClauseByClauseIsTakenAsThat() {
        Repaired repaired = repaired(engine(DENIED, LOST, LOST));
        assertThat(repaired.opinion().verdict()).isNotInstanceOf(Passed.class);
        Translation after = repaired.after().orElseThrow().translation();
        assertThat(after.sentences())
                .filteredOn(pair -> pair.provenance() == Provenance.RESEGMENTED)
                .extracting(SentencePair::source)
                .containsExactly(LEFT, RIGHT);
        assertThat(after.article().units().get(1).text())
                .isEqualTo(String.join(" ", SOUND.get(FIRST), DENIED, SOUND.get(RIGHT), SOUND.get(LAST)));
    }

    @Test
    void aSentenceThatIsRightWithItsNeighbourIsTakenWithIt() {
        Translation after =
                repaired(engine(LOST, LOST, DENIED)).after().orElseThrow().translation();
        assertThat(after.sentences())
                .filteredOn(pair -> pair.provenance() == Provenance.RESEGMENTED)
                .singleElement()
                .extracting(SentencePair::source)
                .isEqualTo(String.join(" ", LEFT, RIGHT, LAST));
    }

    @Test
    void theSentencesThatWereNotHeldStayToTheLetter() {
        Repaired repaired = repaired(engine(DENIED, LOST, LOST));
        assertThat(repaired.after().orElseThrow().translation().sentences())
                .containsAll(repaired.before().sentences().stream()
                        .filter(pair -> !pair.source().startsWith(LEFT))
                        .toList());
    }

    /** The only cut that would help takes the last sentence with it, which readers know, or a person wrote; or the sentence itself is known. */
    @ParameterizedTest
    @CsvSource({"LAST, REUSED", "LAST, RESEGMENTED", "LAST, POST_EDITED", "LAST, HUMAN", "LEFT, REUSED"})
    void whatWasReadOrWordedByAPersonIsNotTouched(String sentence, Provenance provenance) {
        String settled = sentence.equals("LAST") ? LAST : LEFT;
        try (Translator translator = translator(new ByHeart("First", engine(LOST, LOST, DENIED)))) {
            Translation made = translated(translator);
            Translation known = new Translation(
                    made.article(),
                    made.from(),
                    made.route(),
                    made.at(),
                    made.sentences().stream()
                            .map(pair -> pair.source().startsWith(settled) ? known(pair, provenance) : pair)
                            .toList());
            Repair repair = new Repair(translator, RECUT);
            assertThat(repair.of(ARTICLE, EDITION, made, RECUT.judge(ARTICLE, made))
                            .passed())
                    .isPresent();
            assertThat(repair.of(ARTICLE, EDITION, known, RECUT.judge(ARTICLE, known))
                            .passed())
                    .isEmpty();
        }
    }

    private static SentencePair known(SentencePair pair, Provenance provenance) {
        return pair.by(provenance);
    }

    @Test
    void whatIsWrongHoweverItIsCutIsHeldAsItWas() {
        assertThat(repaired(engine(LOST, LOST, LOST)).after()).isEmpty();
    }

    @Test
    void whatAnEngineCannotTranslateOtherwiseIsHeldAsItWas() {
        Map<String, String> answers = engine(DENIED, LOST, LOST);
        answers.keySet().removeAll(List.of(LEFT, LEFT + " " + RIGHT + " " + LAST));
        assertThat(repaired(answers).after()).isEmpty();
    }

    @Test
    void aSentenceThatNoCutMendsIsTakenFromTheNextEngineWhichIsAskedForNothingElse() {
        ByHeart second = knowing(DENIED);
        Repaired repaired = repaired(BOTH, wrong(), second);
        Translation after = repaired.after().orElseThrow().translation();
        assertThat(second.asked()).containsExactly(LEFT + " " + RIGHT);
        assertThat(after.sentences())
                .filteredOn(pair -> !repaired.before().sentences().contains(pair))
                .singleElement()
                .satisfies(pair -> {
                    assertThat(pair.provenance()).isEqualTo(Provenance.REROUTED);
                    assertThat(pair.legs()).extracting(Route.Leg::engine).containsExactly("Second");
                });
        assertThat(after.route()).isEqualTo(repaired.before().route());
        assertThat(after.article().units().get(1).text())
                .isEqualTo(String.join(" ", SOUND.get(FIRST), DENIED, SOUND.get(RIGHT), SOUND.get(LAST)));
    }

    @Test
    void whatTheFirstEngineMendsByAnotherCutIsAskedOfNoOther() {
        ByHeart second = knowing(DENIED);
        Repaired repaired = repaired(BOTH, new ByHeart("First", engine(DENIED, LOST, LOST)), second);
        assertThat(repaired.after()).isPresent();
        assertThat(second.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"repair off", "repair resegment 3"})
    void noOtherEngineIsAskedUnlessThePolicySaysSo(String line) {
        ByHeart second = knowing(DENIED);
        Repaired repaired = repaired(checks(line), wrong(), second);
        assertThat(repaired.outcome()).isEqualTo(new Repair.Outcome(Optional.empty(), Optional.empty(), false));
        assertThat(second.asked()).isEmpty();
    }

    @Test
    void whatEveryEngineGetsWrongIsHeldAndKnownToBeAskedInVain() {
        assertThat(repaired(REROUTE, wrong(), knowing(LOST)).outcome())
                .isEqualTo(new Repair.Outcome(Optional.empty(), Optional.empty(), true));
    }

    @Test
    void anEngineThatFailsIsNoWayToAReader() {
        assertThat(repaired(REROUTE, wrong(), new ByHeart("Second", Map.of())).after())
                .isEmpty();
    }

    /** The first has two sentences wrong, and each other engine knows one of them. */
    @Test
    void eachSentenceIsTakenFromTheFirstEngineThatGetsItRight() {
        Map<String, String> first = new HashMap<>(engine(LOST, LOST, LOST));
        first.put(FIRST, "L'autoritat va aprovar ahir un pla de 21 milions d'euros.");
        ByHeart second = new ByHeart(
                "Second", Map.of(FIRST, SOUND.get(FIRST), LEFT + " " + RIGHT, LOST + " " + SOUND.get(RIGHT)));
        ByHeart third = new ByHeart("Third", Map.of(LEFT + " " + RIGHT, DENIED + " " + SOUND.get(RIGHT)));
        Translation after = repaired(REROUTE, new ByHeart("First", first), second, third)
                .after()
                .orElseThrow()
                .translation();
        assertThat(after.legs()).extracting(Route.Leg::engine).containsExactly("First", "Second", "Third");
        assertThat(third.asked()).containsExactly(LEFT + " " + RIGHT);
    }

    @ParameterizedTest
    @EnumSource(names = {"REUSED", "RESEGMENTED", "POST_EDITED", "HUMAN"})
    void whatWasReadOrWordedByAPersonIsAskedOfNoOtherEngine(Provenance provenance) {
        ByHeart second = knowing(DENIED);
        try (Translator translator = translator(wrong(), second)) {
            Translation made = translated(translator);
            Translation known = new Translation(
                    made.article(),
                    made.from(),
                    made.route(),
                    made.at(),
                    made.sentences().stream().map(pair -> pair.by(provenance)).toList());
            assertThat(new Repair(translator, REROUTE)
                            .of(ARTICLE, EDITION, known, REROUTE.judge(ARTICLE, known))
                            .passed())
                    .isEmpty();
            assertThat(second.asked()).isEmpty();
        }
    }

    private static final Checks QUOTE = checks("repair resegment 3", "repair engine 3", "repair quote 1");

    @Test
    void whatNoEngineGetsRightIsLeftInTheOriginalsWordsWithWhatItWasHeldFor() {
        Repaired repaired = repaired(QUOTE, wrong(), knowing(LOST));
        assertThat(repaired.after()).isEmpty();
        Repair.Read quoted = repaired.outcome().quoted().orElseThrow();
        assertThat(quoted.passed()).isTrue();
        assertThat(quoted.translation().article().units().get(1).text())
                .isEqualTo(String.join(" ", SOUND.get(FIRST), "[es: " + LEFT + " " + RIGHT + "]", SOUND.get(LAST)));
        assertThat(quoted.translation().sentences())
                .filteredOn(pair -> !repaired.before().sentences().contains(pair))
                .singleElement()
                .satisfies(pair -> {
                    assertThat(pair.provenance()).isEqualTo(Provenance.QUOTED);
                    assertThat(pair.faults()).isNotEmpty().allMatch(why -> why.startsWith("NEGATION"));
                });
    }

    @Test
    void whatAnEngineGetsRightIsNotQuoted() {
        Repaired repaired = repaired(QUOTE, wrong(), knowing(DENIED));
        assertThat(repaired.after()).isPresent();
        assertThat(repaired.outcome().quoted()).isEmpty();
    }

    /** What the checks think of the words of a repaired text, had the engine said them at first. */
    private Verdict atFirst(List<String> wordings, Translation repaired) {
        String text = repaired.article().units().get(1).text();
        String wording = wordings.stream().filter(text::contains).findFirst().orElseThrow();
        return repaired(engine(wording, wording, wording)).opinion().verdict();
    }

    /** The law: whatever engines make of a sentence and of its parts, nothing comes of it that the checks would hold, however it is cut. */
    @Test
    void nothingPassesByRepairThatTheChecksHold() {
        List<String> wordings = List.of(
                DENIED,
                LOST,
                "L'informe no preveu cap tancament l'any 2031,",
                "El informe no prevé ningún cierre durante los trabajos,",
                "L'informe L'informe no preveu cap tancament durant els treballs,",
                "L'informe no *prevé cap tancament durant els treballs,",
                "…");
        Seeded.run(60, random -> {
            Repaired repaired = repaired(
                    QUOTE,
                    new ByHeart(
                            "First",
                            engine(
                                    wordings.get(random.nextInt(wordings.size())),
                                    wordings.get(1 + random.nextInt(wordings.size() - 1)),
                                    wordings.get(random.nextInt(wordings.size())))),
                    knowing(wordings.get(random.nextInt(wordings.size()))));
            repaired.outcome()
                    .quoted()
                    .ifPresent(read -> assertThat(QUOTE.review(ARTICLE, read.translation()))
                            .isInstanceOf(Passed.class));
            repaired.after().ifPresent(read -> {
                assertThat(QUOTE.review(ARTICLE, read.translation())).isInstanceOf(Passed.class);
                assertThat(read.opinion()).isEqualTo(QUOTE.judge(ARTICLE, read.translation()));
                assertThat(atFirst(wordings, read.translation())).isInstanceOf(Passed.class);
            });
        });
    }
}
