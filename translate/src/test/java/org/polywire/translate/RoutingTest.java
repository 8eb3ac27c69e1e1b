package org.polywire.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.polywire.translate.Papers.article;
import static org.polywire.translate.Papers.edition;
import static org.polywire.translate.Papers.em;
import static org.polywire.translate.Papers.link;
import static org.polywire.translate.Papers.paragraph;
import static org.polywire.translate.Papers.text;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Article;
import org.polywire.model.Edition;
import org.polywire.model.Fitness;
import org.polywire.model.LanguageTag;
import org.polywire.model.Reason;
import org.polywire.model.Route;
import org.polywire.model.Translation;
import org.polywire.translate.RoutePlan.Choice;
import org.polywire.translate.RoutePlan.Place;
import org.polywire.translate.RoutingPolicy.Preference;
import org.polywire.translate.RoutingPolicy.Rule;
import org.polywire.translate.TranslationOutcome.EngineFailed;
import org.polywire.translate.TranslationOutcome.NoRoute;
import org.polywire.translate.TranslationOutcome.Translated;

class RoutingTest {
    private static final LanguageIdentifier LANGUAGES = LanguageIdentifier.load();
    private static final LanguageTag ES = new LanguageTag("es");
    private static final LanguageTag CA = new LanguageTag("ca");
    private static final Edition CATALAN = edition("ca", Fitness.NEWS, true);

    private static ScriptedEngine engine(String name, double price, EnginePair... pairs) {
        ScriptedEngine engine = new ScriptedEngine().named(name).costing(price);
        List.of(pairs).forEach(engine::with);
        return engine;
    }

    private static EnginePair pair(String from, String to, Fitness fitness, double chrF2) {
        return ScriptedEngine.pair(from, to, fitness, chrF2);
    }

    private static RoutingPolicy policy(Preference preference, Rule... rules) {
        return new RoutingPolicy(preference, List.of(new LanguageTag("en"), ES), true, List.of(rules));
    }

    private static Translator translator(RoutingPolicy policy, Engine... engines) {
        return new Translator(
                List.of(engines),
                LANGUAGES,
                InstantSource.fixed(Instant.EPOCH),
                TranslatorConfig.defaults().with(policy));
    }

    private static List<String> places(RoutePlan plan) {
        return plan.choices().stream()
                .map(choice -> choice.place() + " " + choice.way())
                .toList();
    }

    private static RoutePlan plan(RoutingPolicy policy, Engine... engines) {
        try (Translator translator = translator(policy, engines)) {
            return translator.plan(ES, CA, Fitness.NEWS);
        }
    }

    @Test
    void theCheaperOrTheBetterWayGoesFirstAsThePolicySays() {
        ScriptedEngine free = engine("Free", 0, pair("es", "ca", Fitness.NEWS, 58));
        ScriptedEngine dear = engine("Dear", 20, pair("es", "ca", Fitness.NEWS, 64));
        ScriptedEngine weak = engine("Weak", 0, pair("es", "ca", Fitness.GIST, 44));
        assertThat(places(plan(policy(Preference.CHEAPER), dear, weak, free)))
                .containsExactly("FIRST Free es-ca", "BELOW_FLOOR Weak es-ca", "NEXT Dear es-ca");
        assertThat(places(plan(policy(Preference.BETTER), dear, weak, free)))
                .containsExactly("FIRST Dear es-ca", "NEXT Free es-ca", "BELOW_FLOOR Weak es-ca");
        assertThat(plan(policy(Preference.CHEAPER), weak).choices())
                .extracting(Choice::why)
                .containsExactly("chrF2 44.0: good for gist, and the edition wants news");
    }

    @Test
    void aRuleForThePairGoesBeforeAllElse() {
        ScriptedEngine free = engine("Free", 0, pair("es", "ca", Fitness.NEWS, 58));
        ScriptedEngine dear = engine("Dear", 20, pair("es", "ca", Fitness.GIST, 0));
        Rule rule = new Rule(ES, CA, List.of("Dear"), Fitness.NEWS);
        RoutePlan plan = plan(policy(Preference.CHEAPER, rule), free, dear);
        assertThat(places(plan)).containsExactly("FIRST Dear es-ca");
        assertThat(plan.choices().getFirst().why())
                .isEqualTo("direct, the operator's rule for this pair, costs 20.0 a million characters, declared");
    }

    @Test
    void twoStepsAreGistUnlessTheyWereMeasuredOrTheOperatorKnowsThem() {
        ScriptedEngine engine =
                engine("Free", 0, pair("es", "en", Fitness.NEWS, 60), pair("en", "ca", Fitness.NEWS, 60));
        assertThat(places(plan(policy(Preference.CHEAPER), engine)))
                .containsExactly("BELOW_FLOOR Free es-en, Free en-ca");
        Rule rule = new Rule(ES, CA, List.of(), Fitness.NEWS);
        assertThat(places(plan(policy(Preference.CHEAPER, rule), engine)))
                .containsExactly("FIRST Free es-en, Free en-ca");
    }

    @Test
    void aTextInTheLanguageAlreadyTakesNoWay() {
        ScriptedEngine engine =
                engine("Free", 0, pair("es", "en", Fitness.NEWS, 60), pair("en", "es", Fitness.NEWS, 60));
        try (Translator translator = translator(policy(Preference.CHEAPER), engine)) {
            assertThat(translator
                            .plan(ES, new LanguageTag("es-MX"), Fitness.GIST)
                            .choices())
                    .isEmpty();
        }
    }

    @Test
    void aDirectPairThatIsGoodEnoughGoesBeforeTwoSteps() {
        ScriptedEngine free = engine("Free", 0, pair("es", "en", Fitness.NEWS, 90), pair("en", "ca", Fitness.NEWS, 90));
        ScriptedEngine dear = engine("Dear", 20, pair("es", "ca", Fitness.NEWS, 52));
        Rule rule = new Rule(ES, CA, List.of(), Fitness.NEWS);
        assertThat(places(plan(policy(Preference.CHEAPER, rule), free, dear)))
                .containsExactly("FIRST Dear es-ca", "NEXT Free es-en, Free en-ca");
    }

    @Test
    void linksStayOnTheirWordsThroughTwoSteps() {
        ScriptedEngine engine =
                engine("Free", 0, pair("es", "en", Fitness.NEWS, 60), pair("en", "ca", Fitness.NEWS, 60));
        Rule rule = new Rule(ES, CA, List.of(), Fitness.NEWS);
        Article article = article(
                "es",
                "Uno",
                paragraph(text("a "), link("x", text("b "), em(text("c"))), text(" https://x.example dd. Ee ff.")));
        try (Translator translator = translator(policy(Preference.CHEAPER, rule), engine)) {
            Translation translation = ((Translated) translator.translate(article, CATALAN)).translation();
            assertThat(Papers.show(translation.article().units().get(1).content()))
                    .isEqualTo("A <a x>B <em>C</em></a> https://x.example DD. EE FF.");
            assertThat(translation.sentences()).hasSize(3);
            assertThat(translation.sentences().get(2).source()).isEqualTo("Ee ff.");
            assertThat(((Route.Machine) translation.route()).legs())
                    .extracting(leg -> leg.from() + "-" + leg.to())
                    .containsExactly("es-en", "en-ca");
        }
    }

    @Test
    void aDearerWayIsTriedForWhatTheChecksHeld() {
        ScriptedEngine free = engine("Free", 0, pair("es", "ca", Fitness.NEWS, 58));
        ScriptedEngine dear = engine("Dear", 20, pair("es", "ca", Fitness.NEWS, 64));
        Article article = article("es", "Una casa");
        try (Translator translator = translator(policy(Preference.CHEAPER), free, dear)) {
            Translation first = ((Translated) translator.translate(article, CATALAN)).translation();
            Translation second =
                    ((Translated) translator.escalate(article, CATALAN, first, Recollection.NONE)).translation();
            assertThat(((Route.Machine) first.route()).legs().getFirst().engine())
                    .isEqualTo("Free");
            assertThat(((Route.Machine) second.route()).legs().getFirst().engine())
                    .isEqualTo("Dear");
            assertThat(translator.escalate(article, CATALAN, second, Recollection.NONE))
                    .isInstanceOf(NoRoute.class);
        }
        RoutingPolicy never = new RoutingPolicy(Preference.CHEAPER, List.of(), false, List.of());
        try (Translator translator = translator(never, free, dear)) {
            Translation first = ((Translated) translator.translate(article, CATALAN)).translation();
            assertThat(translator.escalate(article, CATALAN, first, Recollection.NONE))
                    .isInstanceOf(NoRoute.class);
        }
    }

    @Test
    void theNextWayIsTakenWhenTheFirstFails() {
        ScriptedEngine broken = engine("Broken", 0, pair("es", "ca", Fitness.NEWS, 58))
                .answering((passage, answer) -> ScriptedEngine.failure());
        ScriptedEngine dear = engine("Dear", 20, pair("es", "ca", Fitness.NEWS, 64));
        Article article = article("es", "Una casa");
        try (Translator translator = translator(policy(Preference.CHEAPER), broken, dear)) {
            assertThat(translator.translate(article, CATALAN)).isInstanceOf(Translated.class);
        }
        try (Translator translator = translator(policy(Preference.CHEAPER), broken)) {
            assertThat(translator.translate(article, CATALAN))
                    .isEqualTo(new EngineFailed(Reason.ENGINE_FAILED, "headline: as told"));
        }
    }

    @Test
    void aPausedEngineIsNoFinalRefusal() {
        ScriptedEngine paused = engine(
                        "Paused", 0, pair("es", "ca", Fitness.NEWS, 58).paused("the budget is spent"))
                .preparing(pair -> pair);
        try (Translator translator = translator(policy(Preference.CHEAPER), paused)) {
            assertThat(translator.translate(article("es", "Una casa"), CATALAN))
                    .isEqualTo(new EngineFailed(Reason.ENGINE_PAUSED, "Paused es-ca: the budget is spent"));
            assertThat(translator
                            .plan(ES, CA, Fitness.NEWS)
                            .choices()
                            .getFirst()
                            .place())
                    .isEqualTo(Place.PAUSED);
        }
    }

    @Test
    void anotherTryMakesSenseAsSoonAsOneOfTheWaysMayBeOpen() {
        EnginePair good = pair("es", "ca", Fitness.NEWS, 58);
        Instant soon = Instant.EPOCH.plus(Duration.ofHours(1));
        ScriptedEngine late = engine("Late", 0, good.paused("the budget is spent"))
                .preparing(pair -> pair)
                .resuming(Instant.EPOCH.plus(Duration.ofDays(9)));
        ScriptedEngine next = engine("Next", 1, good).leaving(1, 1_000).resuming(soon);
        ScriptedEngine unknown = engine("Unknown", 2, good).answering((passage, answer) -> ScriptedEngine.failure());
        Article article = article("es", "Una casa");
        try (Translator translator = translator(policy(Preference.CHEAPER), late, next)) {
            assertThat(translator.translate(article, CATALAN))
                    .isEqualTo(new EngineFailed(
                            Reason.ENGINE_PAUSED, "Late es-ca: the budget is spent", Optional.of(soon)));
        }
        try (Translator translator = translator(policy(Preference.CHEAPER), late, next, unknown)) {
            assertThat(translator.translate(article, CATALAN))
                    .isEqualTo(new EngineFailed(Reason.ENGINE_PAUSED, "Late es-ca: the budget is spent"));
        }
    }

    @Test
    void nothingBelowTheFloorStandsInForAWayThatRestsOrIsBroken() {
        EnginePair good = pair("es", "ca", Fitness.NEWS, 58);
        ScriptedEngine resting =
                engine("Resting", 0, good.paused("the budget is spent")).preparing(pair -> pair);
        ScriptedEngine broken = engine("Broken", 0, good).preparing(pair -> pair.tested("half an answer"));
        ScriptedEngine gist = engine("Gist", 0, pair("es", "ca", Fitness.GIST, 40))
                .answering((passage, answer) -> {
                    throw new AssertionError("the gist was asked for");
                });
        Article article = article("es", "Una casa");
        try (Translator translator = translator(policy(Preference.CHEAPER), resting, gist)) {
            assertThat(translator.translate(article, CATALAN))
                    .isEqualTo(new EngineFailed(Reason.ENGINE_PAUSED, "Resting es-ca: the budget is spent"));
        }
        try (Translator translator = translator(policy(Preference.CHEAPER), broken, gist)) {
            assertThat(translator.translate(article, CATALAN))
                    .isEqualTo(new NoRoute(Reason.NO_ROUTE, "Broken es-ca: half an answer"));
        }
    }
}
