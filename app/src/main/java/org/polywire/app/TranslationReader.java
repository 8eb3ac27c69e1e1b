package org.polywire.app;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.polywire.app.ConfigurationReading.Problem;
import org.polywire.model.Fitness;
import org.polywire.model.LanguageTag;
import org.polywire.translate.Glossary;
import org.polywire.translate.GlossaryReading.Accepted;
import org.polywire.translate.GlossaryReading.Rejected;
import org.polywire.translate.RoutingPolicy;
import org.polywire.translate.RoutingPolicy.Preference;
import org.polywire.translate.RoutingPolicy.Rule;
import org.polywire.translate.Secret;
import org.polywire.translate.WebEngineConfig;
import org.polywire.translate.WebEngineConfig.Kind;
import org.polywire.translate.WebEngineConfig.Pair;

/** Reads the part of {@code polywire.yaml} that says how texts are translated. */
final class TranslationReader {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int PARALLEL = 4;
    private static final URI STAND_IN = URI.create("http://localhost");
    private static final LanguageTag STAND_IN_LANGUAGE = new LanguageTag("mul");

    private final Path folder;
    private final Map<String, String> environment;
    private final List<Problem> keyless;

    /**
     * @param folder that relative files are in
     * @param environment of the process, where keys may be
     * @param keyless is given the services whose keys are not there
     */
    TranslationReader(Path folder, Map<String, String> environment, List<Problem> keyless) {
        this.folder = folder;
        this.environment = environment;
        this.keyless = keyless;
    }

    TranslationSettings read(Section section) {
        RoutingPolicy fallback = RoutingPolicy.defaults();
        List<LanguageTag> through = section.list("through", Form.anyLanguage());
        Set<String> names = new HashSet<>(Set.of("Apertium", "Firefox Translations"));
        List<WebEngineConfig> services = section.sections("services", service -> service(service, names));
        List<Path> files = section.list("glossary", Form.file(folder));
        return new TranslationSettings(
                new RoutingPolicy(
                        section.value("prefer", fallback.preference(), Form.oneOf(Preference.class)),
                        through.isEmpty() ? fallback.through() : through,
                        section.value("escalate", fallback.escalate(), Form.yesOrNo()),
                        section.sections("routes", route -> rule(route, names))),
                services,
                files,
                glossary(section, files),
                section.value("local-numbers", false, Form.yesOrNo()),
                section.value("fetch-models", false, Form.yesOrNo()),
                mirror(section));
    }

    /** An address with a final slash. */
    private static @Nullable URI mirror(Section section) {
        return section.optional("model-mirror", Form.webAddress("https://mirror.example/models/"))
                .map(address -> address.toString().endsWith("/") ? address : URI.create(address + "/"))
                .orElse(null);
    }

    private static Glossary glossary(Section section, List<Path> files) {
        return switch (Glossary.read(files)) {
            case Accepted(Glossary glossary) -> glossary;
            case Rejected(List<String> problems) -> {
                section.reject(
                        "glossary",
                        "the glossary is not in order: " + String.join("; ", problems),
                        "Mend it; ./polywire glossary check FILE tells when it is in order");
                yield Glossary.NONE;
            }
        };
    }

    private static Rule rule(Section section, Set<String> names) {
        List<String> engines = section.list("engines", Form.text("Apertium"));
        engines.stream()
                .filter(engine -> !names.contains(engine))
                .forEach(engine -> section.reject(
                        "engines", "there is no engine called " + engine, "Known here: " + String.join(", ", names)));
        return new Rule(
                section.required("from", STAND_IN_LANGUAGE, Form.anyLanguage()),
                section.required("to", STAND_IN_LANGUAGE, Form.anyLanguage()),
                engines,
                section.optional("fitness", Form.oneOf(Fitness.class)).orElse(null));
    }

    private WebEngineConfig service(Section section, Set<String> names) {
        String name = section.required("name", "service", Form.text("DeepL"));
        if (!names.add(name)) {
            section.reject("name", "there are two engines called " + name, "Give one of them another name");
        }
        Kind kind = section.required("kind", Kind.LIBRETRANSLATE, Form.oneOf(Kind.class));
        URI address = section.required("address", STAND_IN, Form.webAddress("http://localhost:5000"));
        try {
            return new WebEngineConfig(
                    kind,
                    name,
                    address,
                    key(section),
                    section.value("model", "", Form.text("gemma3:12b")),
                    pairs(section),
                    section.value("price", 0, Form.number(0, 1_000_000, 20)),
                    section.value("budget", 0, Form.number(0, Integer.MAX_VALUE, 500_000)),
                    section.value("per-minute", 0, Form.number(0, 100_000, 60)),
                    section.value("timeout", TIMEOUT, Form.duration("1s", "10m", "60s")),
                    section.value("parallel", PARALLEL, Form.number(1, 64, PARALLEL)));
        } catch (IllegalArgumentException e) {
            section.reject("address", String.valueOf(e.getMessage()), "Write the address with https://");
            return new WebEngineConfig(kind, name, STAND_IN, Secret.NONE, "", List.of(), 0, 0, 0, TIMEOUT, PARALLEL);
        }
    }

    private Secret key(Section section) {
        String place = section.value("key", "", Form.text("env:DEEPL_KEY"));
        try {
            return place.isEmpty() ? Secret.NONE : Secret.from(place, environment);
        } catch (IllegalArgumentException e) {
            keyless.add(section.problem(
                    "key",
                    String.valueOf(e.getMessage()),
                    "Set the variable, or write the key to a file that only you can read, and say \"key: file:PATH\""));
            return Secret.NONE;
        }
    }

    private static List<Pair> pairs(Section section) {
        Fitness fitness = section.value("fitness", Fitness.GIST, Form.oneOf(Fitness.class));
        List<Pair> pairs = section.list("pairs", Form.languagePair()).stream()
                .map(pair -> new Pair(pair.getFirst(), pair.getLast(), fitness))
                .toList();
        if (pairs.isEmpty()) {
            section.missing("pairs", "[es-ca, en-ca]");
        }
        return pairs;
    }
}
