package org.polywire.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.polywire.model.LanguageTag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The services that translate HTML: LibreTranslate (its OpenAPI description), DeepL (API reference, {@code /v2/translate}), Google Cloud
 * Translation 2 and 3, and Azure Translator 3.0, each as its maker documents it.
 *
 * @param service what of the configuration the protocol needs
 */
record HtmlProtocol(WebEngineConfig service) implements WebProtocol {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Override
    public MarkCode code() {
        return MarkCode.HTML;
    }

    @Override
    public int texts() {
        return switch (service.kind()) {
            case DEEPL -> 50;
            case GOOGLE_V2 -> 128;
            case LIBRETRANSLATE, GOOGLE_V3, AZURE_V3, OPENAI -> 100;
        };
    }

    /** LibreTranslate's hosts set their own limits; the others take 128 KiB, 30,000 code points and 50,000 characters. */
    @Override
    public int characters() {
        return switch (service.kind()) {
            case LIBRETRANSLATE -> 5_000;
            case DEEPL, GOOGLE_V2, GOOGLE_V3, OPENAI -> 25_000;
            case AZURE_V3 -> 40_000;
        };
    }

    @Override
    public Call call(LanguageTag from, LanguageTag to, List<String> texts, String complaint) {
        String source = code(from, false);
        String target = code(to, true);
        return switch (service.kind()) {
            case LIBRETRANSLATE -> libreTranslate(source, target, texts);
            case DEEPL ->
                new Call(
                        "/v2/translate",
                        Map.of(
                                "Authorization",
                                "DeepL-Auth-Key " + service.key().reveal()),
                        NODES.objectNode()
                                .put("source_lang", source)
                                .put("target_lang", target)
                                .put("tag_handling", "html")
                                .put("split_sentences", "nonewlines")
                                .set("text", array(texts)));
            case GOOGLE_V2 ->
                new Call(
                        "/language/translate/v2",
                        Map.of("X-goog-api-key", service.key().reveal()),
                        NODES.objectNode()
                                .put("source", source)
                                .put("target", target)
                                .put("format", "html")
                                .set("q", array(texts)));
            case GOOGLE_V3 ->
                new Call(
                        "/v3/projects/" + service.model() + "/locations/global:translateText",
                        Map.of("Authorization", "Bearer " + service.key().reveal()),
                        NODES.objectNode()
                                .put("sourceLanguageCode", source)
                                .put("targetLanguageCode", target)
                                .put("mimeType", "text/html")
                                .set("contents", array(texts)));
            case AZURE_V3, OPENAI -> azure(source, target, texts);
        };
    }

    private Call libreTranslate(String source, String target, List<String> texts) {
        ObjectNode body =
                NODES.objectNode().put("source", source).put("target", target).put("format", "html");
        if (!service.key().isEmpty()) {
            body.put("api_key", service.key().reveal());
        }
        return new Call("/translate", Map.of(), body.set("q", array(texts)));
    }

    private Call azure(String source, String target, List<String> texts) {
        ArrayNode body = NODES.arrayNode();
        texts.forEach(text -> body.add(NODES.objectNode().put("Text", text)));
        return new Call(
                "/translate?api-version=3.0&textType=html&from=" + source + "&to=" + target,
                service.model().isEmpty()
                        ? Map.of("Ocp-Apim-Subscription-Key", service.key().reveal())
                        : Map.of(
                                "Ocp-Apim-Subscription-Key",
                                service.key().reveal(),
                                "Ocp-Apim-Subscription-Region",
                                service.model()),
                body);
    }

    private static ArrayNode array(List<String> texts) {
        ArrayNode array = NODES.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    /** The service's own name of a language. */
    private String code(LanguageTag tag, boolean target) {
        String language = tag.language();
        String region = tag.locale().getCountry();
        boolean traditional = tag.value().contains("Hant");
        return switch (service.kind()) {
            case DEEPL ->
                target && (language.equals("en") || language.equals("pt"))
                        ? language.toUpperCase(Locale.ROOT) + "-" + (region.isEmpty() ? deeplRegion(language) : region)
                        : language.toUpperCase(Locale.ROOT) + (target && traditional ? "-HANT" : "");
            case GOOGLE_V2, GOOGLE_V3 ->
                switch (language) {
                    case "zh" -> traditional ? "zh-TW" : "zh-CN";
                    case "nb", "nn" -> "no";
                    default -> language;
                };
            case AZURE_V3, LIBRETRANSLATE, OPENAI ->
                language.equals("zh")
                        ? traditional ? "zh-Hant" : "zh-Hans"
                        : language.equals("pt")
                                        && region.equals("PT")
                                        && service.kind() == WebEngineConfig.Kind.AZURE_V3
                                ? "pt-pt"
                                : language;
        };
    }

    private static String deeplRegion(String language) {
        return language.equals("en") ? "GB" : "PT";
    }

    @Override
    public List<String> translations(JsonNode answer, int expected) throws MalformedAnswerException {
        List<JsonNode> texts = new ArrayList<>();
        switch (service.kind()) {
            case LIBRETRANSLATE -> addAll(answer.path("translatedText"), "", texts);
            case DEEPL -> addAll(answer.path("translations"), "text", texts);
            case GOOGLE_V2 -> addAll(answer.path("data").path("translations"), "translatedText", texts);
            case GOOGLE_V3 -> addAll(answer.path("translations"), "translatedText", texts);
            case AZURE_V3, OPENAI -> {
                for (JsonNode entry : answer) {
                    texts.add(entry.path("translations").path(0).path("text"));
                }
            }
        }
        if (texts.size() != expected || !texts.stream().allMatch(JsonNode::isString)) {
            throw new MalformedAnswerException(texts.size() + " translations of " + expected + " texts");
        }
        return texts.stream().map(JsonNode::asString).toList();
    }

    /** The entries of a list, or the single value where there is no list. */
    private static void addAll(JsonNode list, String field, List<JsonNode> texts) {
        if (list.isArray()) {
            list.forEach(entry -> texts.add(field.isEmpty() ? entry : entry.path(field)));
        } else if (list.isString()) {
            texts.add(list);
        }
    }
}
