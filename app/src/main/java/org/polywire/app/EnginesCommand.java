package org.polywire.app;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.polywire.app.ConfigurationReading.Accepted;
import org.polywire.app.ConfigurationReading.Problem;
import org.polywire.model.Fitness;
import org.polywire.model.LanguageTag;
import org.polywire.translate.EnginePair;
import org.polywire.translate.EnginePair.SelfTest;
import org.polywire.translate.EngineStatus;
import org.polywire.translate.RoutePlan;
import org.polywire.translate.RoutePlan.Choice;
import org.polywire.translate.Translator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "engines",
        description =
                "Lists the translation engines: from which language into which, how good, and which way texts take"
                        + " and why. With --from and --to it lists every way between two languages.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./polywire engines",
            "  ./polywire engines --test --json",
            "  ./polywire engines --from gl --to ca -c polywire.yaml"
        })
final class EnginesCommand extends PolywireCommand {
    @Option(names = "--test", description = "Let each translate a text and see that it works.")
    private boolean test;

    @Option(names = "--from", paramLabel = "LANGUAGE", description = "Only ways from this language.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "LANGUAGE", description = "Only ways into this language.")
    private @Nullable String to;

    @Option(
            names = "--floor",
            description = "What an edition accepts: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Fitness floor = Fitness.NEWS;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private ConfigurationOption configuration = new ConfigurationOption();

    /** A pair with the engine that has it. */
    private record Offer(String engine, EnginePair pair) {}

    @Override
    public Integer call() {
        Optional<LanguageTag> source = WebPage.languageIfAny(from);
        Optional<LanguageTag> target = WebPage.languageIfAny(to);
        InstantSource clock = InstantSource.system();
        Optional<Accepted> newsroom = configuration.exists() ? Optional.of(configuration.accepted()) : Optional.empty();
        List<Problem> keyless = newsroom.map(Accepted::keyless).orElse(List.of());
        if (!keyless.isEmpty()) {
            err().println(configuration.words(keyless));
        }
        try (Translator translator = translator(newsroom, clock)) {
            if (source.isPresent() && target.isPresent()) {
                RoutePlan plan = plan(translator, source.get(), target.get());
                print(plan);
                return plan.choices().isEmpty() ? Exit.NOT_AS_EXPECTED : Exit.DONE;
            }
            List<EngineStatus> engines = test ? translator.testedEngines(Fitness.GIST) : translator.engines();
            print(offers(engines, source, target), engines, translator);
            if (!json) {
                newsroom.stream()
                        .flatMap(accepted -> Budget.of(accepted.configuration(), clock).stream())
                        .forEach(budget -> out().println("Budget of " + budget.service() + ": " + budget.words()));
            }
            boolean broken = engines.stream()
                    .flatMap(engine -> engine.pairs().stream())
                    .anyMatch(pair -> pair.selfTest() == SelfTest.FAILED);
            return broken || !keyless.isEmpty() ? Exit.NOT_AS_EXPECTED : Exit.DONE;
        }
    }

    private static Translator translator(Optional<Accepted> newsroom, InstantSource clock) {
        return newsroom.map(accepted -> House.translator(accepted.configuration(), clock))
                .orElseGet(() -> House.translator(clock));
    }

    private RoutePlan plan(Translator translator, LanguageTag source, LanguageTag target) {
        return translator.plan(source, target, floor);
    }

    private void print(RoutePlan plan) {
        if (json) {
            out().println(Json.array(
                            plan.choices().stream().map(EnginesCommand::json).toList())
                    .toPrettyString());
            return;
        }
        if (plan.choices().isEmpty()) {
            out().println("There is no way from " + plan.from() + " into " + plan.to() + ".");
            return;
        }
        TextTable table = new TextTable("PLACE", "WAY", "QUALITY", "STAYS HERE", "WHY");
        plan.choices()
                .forEach(choice -> table.row(
                        Words.of(choice.place()),
                        choice.way(),
                        quality(choice),
                        choice.local() ? "yes" : "no",
                        choice.why()));
        print(table);
    }

    private static String quality(Choice choice) {
        return choice.place() == RoutePlan.Place.BROKEN ? "broken" : quality(choice.fitness());
    }

    static String quality(Fitness fitness) {
        return switch (fitness) {
            case NEWS -> "publishable";
            case GIST -> "gist";
        };
    }

    private static String quality(EnginePair pair) {
        return pair.selfTest() == SelfTest.FAILED ? "broken" : quality(pair.fitness());
    }

    private static ObjectNode json(Choice choice) {
        ObjectNode node = Json.object()
                .put("way", choice.way())
                .put("place", Words.of(choice.place()))
                .put("quality", quality(choice))
                .put("chrF2", choice.chrF2())
                .put("price", choice.price())
                .put("local", choice.local())
                .put("why", choice.why());
        node.set("steps", Json.texts(choice.steps()));
        return node;
    }

    /** The pairs by their languages, so that all that a reader of one has can be seen together. */
    private static List<Offer> offers(
            List<EngineStatus> engines, Optional<LanguageTag> source, Optional<LanguageTag> target) {
        return engines.stream()
                .flatMap(engine -> engine.pairs().stream().map(pair -> new Offer(engine.engine(), pair)))
                .filter(offer -> source.map(offer.pair().from()::sameLanguage).orElse(true)
                        && target.map(offer.pair().to()::sameLanguage).orElse(true))
                .sorted(Comparator.comparing((Offer offer) -> offer.pair().from())
                        .thenComparing(offer -> offer.pair().to()))
                .toList();
    }

    private void print(List<Offer> offers, List<EngineStatus> engines, Translator translator) {
        if (json) {
            out().println(Json.array(offers.stream()
                            .map(offer -> json(offer, choice(translator, offer)))
                            .toList())
                    .toPrettyString());
        } else if (engines.stream().allMatch(engine -> engine.pairs().isEmpty())) {
            out().println("No engine is installed. Install the one of the demo with:\n  "
                    + DebianPackages.installation(DebianPackages.purpose("demo"))
                    + "\nor neural models with:\n  ./polywire models install es-en");
        } else if (offers.isEmpty()) {
            out().println("No engine translates " + (from != null ? "from " + from : "into " + to) + ".");
        } else {
            print(table(offers, translator));
        }
    }

    private TextTable table(List<Offer> offers, Translator translator) {
        TextTable table =
                new TextTable("FROM", "INTO", "ENGINE", "QUALITY", "CHRF2", "TEST", "PLACE", "WHY", "VERSION");
        offers.forEach(offer -> {
            EnginePair pair = offer.pair();
            Choice choice = choice(translator, offer);
            table.row(
                    pair.from(),
                    pair.to(),
                    offer.engine(),
                    quality(pair),
                    score(pair),
                    Words.of(pair.selfTest()) + (pair.detail().isEmpty() ? "" : ": " + pair.detail()),
                    Words.of(choice.place()),
                    choice.why(),
                    pair.version());
        });
        return table;
    }

    /** Where a pair stands among the ways between its languages. */
    private Choice choice(Translator translator, Offer offer) {
        EnginePair pair = offer.pair();
        return plan(translator, pair.from(), pair.to()).choices().stream()
                .filter(choice -> choice.steps().equals(List.of(offer.engine() + ":" + pair.code())))
                .findFirst()
                .orElseGet(() -> new Choice(
                        offer.engine() + " " + pair.code(),
                        List.of(),
                        pair.fitness(),
                        pair.chrF2(),
                        0,
                        true,
                        RoutePlan.Place.BELOW_FLOOR,
                        "the operator's rule names others"));
    }

    private static String score(EnginePair pair) {
        return pair.chrF2() == 0 ? "not measured" : String.format(Locale.ROOT, "%.1f", pair.chrF2());
    }

    private static ObjectNode json(Offer offer, Choice choice) {
        EnginePair pair = offer.pair();
        return Json.object()
                .put("from", pair.from().value())
                .put("to", pair.to().value())
                .put("engine", offer.engine())
                .put("code", pair.code())
                .put("version", pair.version())
                .put("fitness", Words.of(pair.fitness()))
                .put("quality", quality(pair))
                .put("chrF2", pair.chrF2())
                .put("test", Words.of(pair.selfTest()))
                .put("detail", pair.detail())
                .put("place", Words.of(choice.place()))
                .put("why", choice.why());
    }
}
