package org.polywire.translate;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.polywire.model.Fitness;
import org.polywire.model.LanguageTag;
import org.polywire.testkit.LoopbackServer;
import org.polywire.translate.WebEngineConfig.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A translation service on loopback that speaks one of the protocols as its maker documents it, and writes every word in capitals. It can be told to
 * fail in the ways that services fail in; it checks what it is asked and refuses what the real one would refuse.
 */
final class WebService implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern KEPT =
            Pattern.compile("<span[^>]*translate=\"no\"[^>]*>[^<]*</span>|<[^>]*>|&[a-z]+;");
    private static final Pattern BRACKET = Pattern.compile("⟦[^⟧]*⟧");
    static final String KEY = "top-secret-key";

    private final Kind kind;
    private final LoopbackServer server = LoopbackServer.start();
    private final Deque<LoopbackServer.Answer> faults = new ConcurrentLinkedDeque<>();
    final List<JsonNode> bodies = new CopyOnWriteArrayList<>();
    private UnaryOperator<List<String>> spoiling = texts -> texts;

    WebService(Kind kind) {
        this.kind = kind;
        server.on(path(), this::answer);
    }

    private String path() {
        return switch (kind) {
            case LIBRETRANSLATE, AZURE_V3 -> "/translate";
            case DEEPL -> "/v2/translate";
            case GOOGLE_V2 -> "/language/translate/v2";
            case GOOGLE_V3 -> "/v3/projects/model/locations/global:translateText";
            case OPENAI -> "/chat/completions";
        };
    }

    /** Answers the next request so, and the others as it should. */
    WebService failing(LoopbackServer.Answer fault) {
        faults.add(fault);
        return this;
    }

    /** Changes the translations before they are sent. */
    WebService spoiling(UnaryOperator<List<String>> change) {
        spoiling = change;
        return this;
    }

    List<LoopbackServer.Received> received() {
        return server.received();
    }

    WebEngineConfig config(long budget, int perMinute, Duration timeout) {
        return new WebEngineConfig(
                kind,
                "Service",
                server.address(""),
                Secret.from("env:KEY", Map.of("KEY", KEY)),
                "model",
                List.of(new WebEngineConfig.Pair(new LanguageTag("es"), new LanguageTag("ca"), Fitness.NEWS)),
                20,
                budget,
                perMinute,
                timeout,
                2);
    }

    private void answer(HttpExchange exchange) throws IOException {
        LoopbackServer.Answer fault = faults.poll();
        if (fault != null) {
            fault.write(exchange);
            return;
        }
        JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
        bodies.add(body);
        String problem = problem(exchange, body);
        if (!problem.isEmpty()) {
            write(exchange, 400, NODES.objectNode().put("error", problem));
            return;
        }
        List<String> translations =
                spoiling.apply(texts(body).stream().map(this::capitals).toList());
        write(exchange, 200, envelope(translations));
    }

    static LoopbackServer.Answer status(int status, String... header) {
        return exchange -> {
            if (header.length > 0) {
                exchange.getResponseHeaders().add(header[0], header[1]);
            }
            write(exchange, status, NODES.objectNode().put("error", "as told"));
        };
    }

    static LoopbackServer.Answer raw(String text) {
        return exchange -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    private static void write(HttpExchange exchange, int status, JsonNode json) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(json);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private String problem(HttpExchange exchange, JsonNode body) {
        String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        return switch (kind) {
            case LIBRETRANSLATE ->
                body.path("api_key").asString("").equals(KEY)
                                && body.path("format").asString().equals("html")
                                && body.path("source").asString().equals("es")
                                && body.path("target").asString().equals("ca")
                        ? ""
                        : "Invalid API key or request";
            case DEEPL ->
                authorization.equals("DeepL-Auth-Key " + KEY)
                                && body.path("target_lang").asString().equals("CA")
                                && body.path("tag_handling").asString().equals("html")
                                && body.path("text").size() <= 50
                        ? ""
                        : "Bad request";
            case GOOGLE_V2 ->
                KEY.equals(exchange.getRequestHeaders().getFirst("X-goog-api-key"))
                                && body.path("format").asString().equals("html")
                                && body.path("q").size() <= 128
                        ? ""
                        : "Bad request";
            case GOOGLE_V3 ->
                authorization.equals("Bearer " + KEY)
                                && body.path("mimeType").asString().equals("text/html")
                        ? ""
                        : "Bad request";
            case AZURE_V3 ->
                KEY.equals(exchange.getRequestHeaders().getFirst("Ocp-Apim-Subscription-Key"))
                                && "api-version=3.0&textType=html&from=es&to=ca"
                                        .equals(exchange.getRequestURI().getQuery())
                        ? ""
                        : "Bad request";
            case OPENAI ->
                authorization.equals("Bearer " + KEY)
                                && body.path("model").asString().equals("model")
                                && body.path("temperature").asInt(-1) == 0
                                && body.path("messages").size() == 2
                        ? ""
                        : "Bad request";
        };
    }

    private List<String> texts(JsonNode body) {
        List<String> texts = new ArrayList<>();
        switch (kind) {
            case LIBRETRANSLATE, GOOGLE_V2 -> body.path("q").forEach(text -> texts.add(text.asString()));
            case DEEPL -> body.path("text").forEach(text -> texts.add(text.asString()));
            case GOOGLE_V3 -> body.path("contents").forEach(text -> texts.add(text.asString()));
            case AZURE_V3 -> body.forEach(text -> texts.add(text.path("Text").asString()));
            case OPENAI -> {
                String content = body.path("messages").path(1).path("content").asString();
                int end = content.lastIndexOf('}') + 1;
                JSON.readTree(content.substring(0, end))
                        .path("segments")
                        .forEach(segment -> texts.add(segment.path("text").asString()));
            }
        }
        return texts;
    }

    private JsonNode envelope(List<String> translations) {
        ArrayNode list = NODES.arrayNode();
        return switch (kind) {
            case LIBRETRANSLATE -> {
                translations.forEach(list::add);
                yield NODES.objectNode().set("translatedText", list);
            }
            case DEEPL -> {
                translations.forEach(text -> list.add(
                        NODES.objectNode().put("detected_source_language", "ES").put("text", text)));
                yield NODES.objectNode().set("translations", list);
            }
            case GOOGLE_V2 -> {
                translations.forEach(text -> list.add(NODES.objectNode().put("translatedText", text)));
                yield NODES.objectNode().set("data", NODES.objectNode().set("translations", list));
            }
            case GOOGLE_V3 -> {
                translations.forEach(text -> list.add(NODES.objectNode().put("translatedText", text)));
                yield NODES.objectNode().set("translations", list);
            }
            case AZURE_V3 -> {
                translations.forEach(text -> list.add(NODES.objectNode()
                        .set(
                                "translations",
                                NODES.arrayNode()
                                        .add(NODES.objectNode()
                                                .put("text", text)
                                                .put("to", "ca")))));
                yield list;
            }
            case OPENAI -> {
                for (int i = 0; i < translations.size(); i++) {
                    list.add(NODES.objectNode().put("id", i + 1).put("text", translations.get(i)));
                }
                ObjectNode message = NODES.objectNode()
                        .put("role", "assistant")
                        .put("content", "```json\n" + NODES.objectNode().set("segments", list) + "\n```");
                yield NODES.objectNode()
                        .set("choices", NODES.arrayNode().add(NODES.objectNode().set("message", message)));
            }
        };
    }

    /** Every word in capitals, markup and entities as they are. */
    private String capitals(String text) {
        StringBuilder capitals = new StringBuilder();
        Matcher matcher = (kind == Kind.OPENAI ? BRACKET : KEPT).matcher(text);
        int end = 0;
        while (matcher.find()) {
            capitals.append(text.substring(end, matcher.start()).toUpperCase(Locale.ROOT))
                    .append(matcher.group());
            end = matcher.end();
        }
        return capitals.append(text.substring(end).toUpperCase(Locale.ROOT)).toString();
    }

    @Override
    public void close() {
        server.close();
    }
}
