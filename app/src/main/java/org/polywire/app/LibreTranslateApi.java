package org.polywire.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.polywire.app.ServedLanguages.Served;
import org.polywire.app.TextDesk.Outcome;
import org.polywire.language.Guess;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.LanguageTag;
import org.polywire.model.Reason;
import org.polywire.translate.Manuscript;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What LibreTranslate's public API description says its server answers, of our own engines. Alternatives, files and suggestions, which we have not, are
 * absent from the answers. Safe to share between threads.
 */
final class LibreTranslateApi {
    private static final String AUTO = "auto";

    /** Shorter texts of a list are taken to be in the language of all together, as LibreTranslate does. */
    private static final int TELLING = 40;

    /** After how long an engine that rests or is slow is worth another try. */
    private static final Duration LATER = Duration.ofSeconds(30);

    private static final Guess UNKNOWN = new Guess(new LanguageTag("en"), 0);

    private final TranslationServerConfig config;
    private final TextDesk desk;
    private final ServedLanguages served;
    private final LanguageIdentifier languages;
    private final RequestRate rate;

    LibreTranslateApi(
            TranslationServerConfig config, TextDesk desk, LanguageIdentifier languages, InstantSource clock) {
        this.config = config;
        this.desk = desk;
        this.served = new ServedLanguages(desk.translator(), desk.floor(), clock);
        this.languages = languages;
        this.rate = new RequestRate(config.perMinute(), clock);
    }

    JsonNode health() {
        return Json.object().put("status", "ok");
    }

    /** The languages that texts can be translated from, each with those that it can be translated into. */
    JsonNode languages() {
        return Json.array(served.all().stream().map(LibreTranslateApi::json).toList());
    }

    private static ObjectNode json(Served language) {
        ObjectNode node = Json.object().put("code", language.language().value()).put("name", language.name());
        return node.set("targets", Json.texts(language.targets()));
    }

    /** What a page in front of the server has to know. */
    JsonNode settings() {
        ObjectNode settings = Json.object()
                .put("apiKeys", config.keys().areWanted())
                .put("keyRequired", config.keys().areWanted())
                .put("charLimit", config.characters())
                .put("frontendTimeout", 500)
                .put("filesTranslation", false)
                .put("suggestions", false);
        settings.set("supportedFilesFormat", Json.texts(List.of()));
        ObjectNode language = Json.object();
        language.set("source", Json.object().put("code", AUTO).put("name", "Auto Detect"));
        language.set("target", json(firstTarget()));
        return settings.set("language", language);
    }

    private ObjectNode json(LanguageTag tag) {
        return Json.object().put("code", tag.value()).put("name", new Served(tag, List.of()).name());
    }

    private LanguageTag firstTarget() {
        return served.all().stream()
                .flatMap(language -> language.targets().stream().filter(to -> !to.sameLanguage(language.language())))
                .findFirst()
                .orElse(UNKNOWN.language());
    }

    /**
     * Tells the language of a text.
     *
     * @param address of the client
     * @throws ApiRefusal if the request is not in order, or one too many
     */
    JsonNode detect(ApiBody body, String address) {
        admit(body, address);
        String text = String.join("\n", limited(body.texts()));
        List<Guess> guesses = languages.guesses(text);
        return Json.array((guesses.isEmpty() ? List.of(UNKNOWN) : guesses)
                .stream().map(LibreTranslateApi::json).toList());
    }

    private static ObjectNode json(Guess guess) {
        return Json.object()
                .put("confidence", Math.round(guess.confidence() * 1000) / 10.0)
                .put("language", guess.language().value());
    }

    /** Only who shows a key, where keys are wanted, and not more often than agreed. */
    private void admit(ApiBody body, String address) {
        String client = address;
        if (config.keys().areWanted()) {
            String key = body.optional("api_key");
            client = config.keys()
                    .holder(key)
                    .orElseThrow(() -> ApiRefusal.of(
                            403,
                            key.isEmpty()
                                    ? "Please contact the server operator to get an API key"
                                    : "Invalid API key"));
        }
        rate.tooMany(client).ifPresent(wait -> {
            throw ApiRefusal.forNow(429, wait, "Slowdown: " + config.perMinute() + " per 1 minute");
        });
    }

    private List<String> limited(List<String> texts) {
        long characters = texts.stream()
                .mapToLong(text -> text.codePointCount(0, text.length()))
                .sum();
        if (texts.size() > config.texts()) {
            throw tooLong(texts.size(), config.texts());
        }
        if (characters > config.characters()) {
            throw tooLong(characters, config.characters());
        }
        return texts;
    }

    private static ApiRefusal tooLong(long size, int limit) {
        return ApiRefusal.invalid("request (" + size + ") exceeds text limit (" + limit + ")");
    }

    /**
     * Translates one text or several.
     *
     * @param address of the client
     * @throws ApiRefusal if the request is not in order, one too many, or cannot be met
     */
    JsonNode translate(ApiBody body, String address) {
        admit(body, address);
        List<String> texts = limited(body.texts());
        String source = body.required("source");
        LanguageTag target = language(body.required("target"));
        List<Guess> sources = source.equals(AUTO) ? guesses(texts) : given(language(source), texts.size());
        List<String> translations = translate(manuscripts(texts, body.optional("format")), sources, target);
        ObjectNode answer = Json.object();
        if (body.several()) {
            answer.set("translatedText", Json.texts(translations));
        } else {
            answer.put("translatedText", translations.getFirst());
        }
        if (source.equals(AUTO)) {
            ArrayNode told =
                    Json.array(sources.stream().map(LibreTranslateApi::json).toList());
            answer.set("detectedLanguage", body.several() ? told : told.get(0));
        }
        return answer;
    }

    private static LanguageTag language(String code) {
        return ServedLanguages.language(code).orElseThrow(() -> notSupported(code));
    }

    private static ApiRefusal notSupported(String code) {
        return ApiRefusal.of(400, code + " is not supported");
    }

    private static List<Guess> given(LanguageTag language, int texts) {
        return IntStream.range(0, texts).mapToObj(i -> new Guess(language, 1)).toList();
    }

    private List<Guess> guesses(List<String> texts) {
        Guess overall = guess(String.join("\n", texts)).orElse(UNKNOWN);
        return texts.stream()
                .map(text -> text.length() > TELLING ? guess(text).orElse(overall) : overall)
                .toList();
    }

    private Optional<Guess> guess(String text) {
        return languages.guesses(text).stream().findFirst();
    }

    private static List<Manuscript> manuscripts(List<String> texts, String format) {
        return switch (format) {
            case "", "text" -> texts.stream().map(Manuscript::lines).toList();
            case "html" -> texts.stream().map(LibreTranslateApi::html).toList();
            default -> throw ApiRefusal.of(400, format + " format is not supported");
        };
    }

    private static Manuscript html(String text) {
        try {
            return Manuscript.html(text);
        } catch (IllegalArgumentException e) {
            throw ApiRefusal.invalid(String.valueOf(e.getMessage()));
        }
    }

    /** Texts in one language go to the engines together. */
    private List<String> translate(List<Manuscript> manuscripts, List<Guess> sources, LanguageTag target) {
        Map<LanguageTag, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < manuscripts.size(); i++) {
            LanguageTag source = sources.get(i).language();
            groups.computeIfAbsent(source, language -> new ArrayList<>()).add(i);
        }
        groups.keySet().forEach(source -> requireServed(source, target));
        String[] translations = new String[manuscripts.size()];
        groups.forEach((source, places) -> {
            List<String> done = translate(places.stream().map(manuscripts::get).toList(), source, target);
            IntStream.range(0, done.size()).forEach(i -> translations[places.get(i)] = done.get(i));
        });
        return Arrays.asList(translations);
    }

    private void requireServed(LanguageTag source, LanguageTag target) {
        if (!served.serves(source, target)) {
            throw ApiRefusal.of(400, name(target) + " is not available as a target language from " + name(source));
        }
    }

    private static String name(LanguageTag tag) {
        return new Served(tag, List.of()).name() + " (" + tag + ")";
    }

    private List<String> translate(List<Manuscript> manuscripts, LanguageTag source, LanguageTag target) {
        return switch (desk.translate(manuscripts, source, target)) {
            case Outcome.Done done -> done.texts();
            case Outcome.Failed(Reason reason, String detail, boolean lasting) -> {
                String why = "Cannot translate text: " + Words.why(reason, detail);
                throw lasting || reason == Reason.ENGINE_FAILED
                        ? ApiRefusal.of(500, why)
                        : ApiRefusal.forNow(503, LATER, why);
            }
        };
    }
}
