package org.polywire.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Fitness;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;
import org.polywire.model.MemoryEntry;
import org.polywire.model.Provenance;
import org.polywire.pipeline.MemoryDesk;
import org.polywire.testkit.MutableClock;
import org.polywire.translate.Answer;
import org.polywire.translate.Passage;
import org.polywire.translate.Passage.Run;
import org.polywire.translate.Secret;
import org.polywire.translate.Spending;
import org.polywire.translate.Translator;
import org.polywire.translate.WebEngine;
import org.polywire.translate.WebEngineConfig;

class TranslationServerTest {
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String PARTS = "multipart/form-data";
    private static final String ORIGIN = "Access-Control-Allow-Origin";
    private static final String KEY = "0123456789abcdef";

    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-27T08:00:00Z"));
    private final Translator translator =
            new Translator(List.of(new CapitalEngine()), LanguageIdentifier.load(), clock);
    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private TranslationServer server;

    @BeforeEach
    void start() {
        server = start(ApiKeys.NONE, Fitness.NEWS);
    }

    private TranslationServer start(ApiKeys keys, Fitness floor) {
        return start(keys, new TextDesk(translator, floor));
    }

    private TranslationServer start(ApiKeys keys, TextDesk desk) {
        TranslationServerConfig config = new TranslationServerConfig("localhost", 0, keys, 5, 100, 3, false);
        return TranslationServer.start(config, new LibreTranslateApi(config, desk, LanguageIdentifier.load(), clock));
    }

    @AfterEach
    void stop() {
        server.close();
        translator.close();
        client.close();
    }

    private void restart(ApiKeys keys, Fitness floor) {
        server.close();
        server = start(keys, floor);
    }

    private ApiKeys keys() throws IOException {
        Path file = Files.writeString(folder.resolve("keys.txt"), "# the desk\n" + KEY + "\n\nfedcba9876543210\n");
        return ApiKeys.from("file:" + file, Map.of());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private HttpResponse<String> post(String path, String type, String body) {
        return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> ask(String path) {
        return send(request(path));
    }

    private String get(String path) {
        return ask(path).body();
    }

    @Test
    void aTextComesBackTranslatedFromJsonAndFromAForm() {
        HttpResponse<String> answer =
                post("/translate", JSON, "{\"q\": \"El port\\nobre\", \"source\": \"es\", \"target\": \"ca\"}");
        assertThat(answer.body()).isEqualTo("{\"translatedText\":\"EL PORT\\nOBRE\"}");
        assertThat(answer.headers().firstValue("content-type")).hasValue(JSON);
        assertThat(post("/translate", FORM, "q=El+port%0D%0Aobre%21&source=es&target=ca&alternatives=3")
                        .body())
                .isEqualTo("{\"translatedText\":\"EL PORT\\nOBRE!\"}");
    }

    @Test
    void aFormOfPartsIsReadAsAForm() {
        String parts = "--xyz\r\nContent-Disposition: form-data; name=\"q\"\r\n\r\nEl port\r\nobre ñ\r\n"
                + "--xyz\r\nContent-Disposition: form-data; name=\"source\"\r\n\r\nes\r\n"
                + "--xyz\r\nContent-Disposition: form-data; name=\"target\"\r\n\r\nca\r\n--xyz--\r\n";
        assertThat(post("/translate", PARTS + "; boundary=xyz", parts).body())
                .isEqualTo("{\"translatedText\":\"EL PORT\\nOBRE Ñ\"}");
        String list =
                parts.replaceFirst("--xyz", "--xyz\r\nContent-Disposition: form-data; name=\"q\"\r\n\r\nuno\r\n--xyz");
        assertThat(post("/translate", PARTS + "; boundary=\"xyz\"", list).body())
                .isEqualTo("{\"translatedText\":[\"UNO\",\"EL PORT\\nOBRE Ñ\"]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {PARTS, PARTS + "; boundary=abc", PARTS + "; boundary=xyz"})
    void aFormOfPartsThatIsNotInOrderIsRefused(String type) {
        HttpResponse<String> answer =
                post("/translate", type, "--xyz\r\nContent-Disposition: form-data; name=\"q\"\r\n\r\nEl por");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).startsWith("{\"error\":\"Invalid request: ");
    }

    @Test
    void whatAPersonTranslatedComesBeforeTheEngine() {
        MemoryEntry entry = new MemoryEntry(
                new LanguageTag("es"),
                new LanguageTag("ca"),
                Inlines.ofText("El puerto abre."),
                Inlines.ofText("El port ja obre."),
                "",
                "",
                Provenance.HUMAN,
                "Núria Font",
                clock.instant(),
                null);
        try (MemoryDesk memory = MemoryDesk.open(folder)) {
            memory.add(List.of(entry), clock.instant());
            server.close();
            server = start(ApiKeys.NONE, new TextDesk(translator, Fitness.NEWS, memory::of));
            assertThat(post("/translate", FORM, "q=El+puerto+abre.+Hoy+no.&source=es&target=ca")
                            .body())
                    .isEqualTo("{\"translatedText\":\"El port ja obre. HOY NO.\"}");
        }
    }

    @Test
    void pagesMayAskOnlyWhereKeysAreWanted() throws IOException {
        assertThat(ask("/languages").headers().firstValue(ORIGIN)).isEmpty();
        assertThat(send(request("/translate").method("OPTIONS", BodyPublishers.noBody()))
                        .headers()
                        .firstValue(ORIGIN))
                .isEmpty();
        restart(keys(), Fitness.NEWS);
        HttpResponse<String> question = send(request("/translate").method("OPTIONS", BodyPublishers.noBody()));
        assertThat(question.statusCode()).isEqualTo(204);
        assertThat(question.headers().firstValue(ORIGIN)).hasValue("*");
        assertThat(question.headers().firstValue("Access-Control-Allow-Headers"))
                .hasValue("Authorization, Content-Type");
        assertThat(ask("/languages").headers().firstValue(ORIGIN)).hasValue("*");
        assertThat(post("/detect", FORM, "q=Hola").headers().firstValue(ORIGIN))
                .as("a page can read why it is refused")
                .hasValue("*");
    }

    @Test
    void aListComesBackAsAList() {
        assertThat(post("/translate", JSON, "{\"q\": [\"uno\", \"\", \"dos\"], \"source\": \"es\", \"target\": \"ca\"}")
                        .body())
                .isEqualTo("{\"translatedText\":[\"UNO\",\"\",\"DOS\"]}");
        assertThat(post("/translate", JSON, "{\"q\": [\"uno\"], \"source\": \"es\", \"target\": \"ca\"}")
                        .body())
                .isEqualTo("{\"translatedText\":[\"UNO\"]}");
    }

    @Test
    void htmlKeepsItsMarkup() {
        assertThat(post(
                                "/translate",
                                FORM,
                                "source=es&target=ca&format=html&q=<p>El <a href=/p>port <b>nou</b></a> <img src=x></p>")
                        .body())
                .isEqualTo(
                        "{\"translatedText\":\"<p>EL <a href=\\\"/p\\\">PORT <b>NOU</b></a> <img src=\\\"x\\\"></p>\"}");
    }

    @Test
    void aTextInTheLanguageAlreadyComesBackAsItIs() {
        assertThat(post("/translate", FORM, "q=Bon+dia&source=ca&target=ca").body())
                .isEqualTo("{\"translatedText\":\"Bon dia\"}");
    }

    @Test
    void theLanguageIsFoundOutOnRequest() {
        assertThat(post("/translate", FORM, "q=El+puerto+abre+hoy+con+nuevas+normas&source=auto&target=ca")
                        .body())
                .startsWith("{\"translatedText\":\"EL PUERTO")
                .contains("\"detectedLanguage\":{\"confidence\":")
                .endsWith(",\"language\":\"es\"}}");
        assertThat(post("/detect", FORM, "q=El+puerto+abre+hoy+con+nuevas+normas")
                        .body())
                .startsWith("[{\"confidence\":")
                .contains("\"language\":\"es\"");
        assertThat(post("/detect", FORM, "q=12345").body()).isEqualTo("[{\"confidence\":0.0,\"language\":\"en\"}]");
    }

    @Test
    void byDefaultOnlyWhatIsFitForPublicationIsOffered() {
        assertThat(get("/languages"))
                .contains("{\"code\":\"es\",\"name\":\"Spanish\",\"targets\":[\"ca\",\"es\",\"gl\",\"pt\"]}")
                .contains("{\"code\":\"ca\",\"name\":\"Catalan\",\"targets\":[\"ca\"]}")
                .doesNotContain("fr");
        assertThat(post("/translate", FORM, "q=Hola&source=es&target=fr").body())
                .isEqualTo("{\"error\":\"French (fr) is not available as a target language from Spanish (es)\"}");
        restart(ApiKeys.NONE, Fitness.GIST);
        assertThat(get("/languages")).contains("\"fr\"");
        assertThat(post("/translate", FORM, "q=Hola&source=es&target=fr").body())
                .isEqualTo("{\"translatedText\":\"HOLA\"}");
    }

    @Test
    void aPageInFrontLearnsWhatItNeeds() {
        assertThat(get("/health")).isEqualTo("{\"status\":\"ok\"}");
        assertThat(get("/frontend/settings"))
                .contains("\"charLimit\":100", "\"keyRequired\":false", "\"target\":{\"code\":\"ca\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/translate|q=Hola&source=es|400|missing target parameter",
                "/translate|q=Hola&target=ca|400|missing source parameter",
                "/translate|q=&source=es&target=ca|400|missing q parameter",
                "/translate|q=Hola&source=es&target=klingon-|400|klingon- is not supported",
                "/translate|q=Hola&source=es&target=sw|400|is not available as a target language from Spanish",
                "/translate|q=Hola&source=es&target=ca&format=pdf|400|pdf format is not supported",
                "/translate|q=%ZZ&source=es&target=ca|400|not encoded",
                "/translate|q=Hola&source=es&target=gl|500|Cannot translate text",
                "/translate|q=Hola&source=es&target=pt|503|Cannot translate text",
                "/translate|q=a&q=b&q=c&q=d&source=es&target=ca|400|(4) exceeds text limit (3)",
                "/detect|x=y|400|missing q parameter",
                "/languages|q=Hola|405|Use GET",
                "/nowhere|q=Hola|404|nothing at /nowhere",
                "/suggest|q=Hola|403|Suggestions are disabled on this server.",
                "/translate_file|q=Hola|403|Files translation are disabled on this server."
            })
    void whatCannotBeDoneIsSaid(String path, String form, int status, String message) {
        HttpResponse<String> answer = post(path, FORM, form);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).startsWith("{\"error\":\"").contains(message);
    }

    @Test
    void whatIsTooLargeOrNotReadableIsRefused() {
        assertThat(post("/translate", FORM, "source=es&target=ca&q=" + "a".repeat(101))
                        .body())
                .contains("request (101) exceeds text limit (100)");
        assertThat(post("/translate", FORM, "source=es&target=ca&q=" + "a".repeat(100_000))
                        .statusCode())
                .isEqualTo(413);
        assertThat(post("/translate", JSON, "{\"q\":\n x").body())
                .isEqualTo("{\"error\":\"Invalid request: the body is not JSON (line 2)\"}");
        assertThat(post("/translate", JSON, "[".repeat(2_000)).body())
                .startsWith("{\"error\":\"Invalid request: the body is not JSON");
        assertThat(post("/translate", JSON, "{\"q\": [1], \"source\": \"es\", \"target\": \"ca\"}")
                        .body())
                .contains("a text or a list of texts");
        assertThat(post("/translate", "application/xml", "<q/>").statusCode()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /translate", "POST /detect", "POST /nowhere", "PUT /languages"})
    void whoeverIsRefusedCanSayAllThatTheyAnnouncedAndAskAgain(String asked) throws IOException {
        assertThat(new HalfSent(asked, "GET /health").answers(server.port(), () -> get("/languages")))
                .matches("(?s)HTTP/1.1 4\\d\\d .*HTTP/1.1 200 OK.*");
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeBack() {
        for (int i = 0; i < 5; i++) {
            assertThat(post("/detect", FORM, "q=Hola").statusCode()).isEqualTo(200);
        }
        clock.advance(Duration.ofMillis(20_500));
        HttpResponse<String> refusal = post("/detect", FORM, "q=Hola");
        assertThat(refusal.statusCode()).isEqualTo(429);
        assertThat(refusal.headers().firstValue("Retry-After")).hasValue("40");
        assertThat(refusal.body()).isEqualTo("{\"error\":\"Slowdown: 5 per 1 minute\"}");
        clock.advance(Duration.ofSeconds(40));
        assertThat(post("/detect", FORM, "q=Hola").statusCode()).isEqualTo(200);
    }

    @Test
    void whereKeysAreWantedEachHasItsOwnRate() throws IOException {
        restart(keys(), Fitness.NEWS);
        assertThat(post("/detect", FORM, "q=Hola").statusCode()).isEqualTo(403);
        assertThat(post("/detect", FORM, "q=Hola&api_key=0123456789abcdeF").body())
                .isEqualTo("{\"error\":\"Invalid API key\"}");
        for (int i = 0; i < 5; i++) {
            assertThat(post("/detect", FORM, "q=Hola&api_key=" + KEY).statusCode())
                    .isEqualTo(200);
        }
        assertThat(post("/detect", FORM, "q=Hola&api_key=" + KEY).statusCode()).isEqualTo(429);
        assertThat(post("/detect", FORM, "q=Hola&api_key=fedcba9876543210").statusCode())
                .isEqualTo(200);
        assertThat(get("/frontend/settings")).contains("\"keyRequired\":true");
    }

    @Test
    void keysComeFromTheEnvironmentOrAFileAndAreNeverShown() {
        assertThat(ApiKeys.from("env:KEYS", Map.of("KEYS", KEY)).holder(KEY)).isPresent();
        assertThatThrownBy(() -> ApiKeys.from("env:KEYS", Map.of())).isInstanceOf(CannotGoOn.class);
        assertThatThrownBy(() -> ApiKeys.from("env:KEYS", Map.of("KEYS", "too short")))
                .isInstanceOf(CannotGoOn.class)
                .hasMessageNotContaining("too short ");
        assertThatThrownBy(() -> ApiKeys.from(KEY, Map.of()))
                .isInstanceOf(CannotGoOn.class)
                .hasMessageNotContaining(KEY);
        assertThat(new TranslationServerConfig("0.0.0.0", 0, ApiKeys.NONE, 0, 1, 1, false).isPublic())
                .isTrue();
        assertThat(new TranslationServerConfig("127.0.0.1", 0, ApiKeys.NONE, 0, 1, 1, false).isPublic())
                .isFalse();
    }

    /** What {@code libretranslate} 1.0.1 of npm sends, header for header; bench/clients asks with the client itself. */
    @Test
    void theNpmClientLibretranslateWorksWithIt() {
        HttpResponse<String> languages =
                send(request("/languages").header("Content-Type", JSON).header("Accept", "*/*"));
        assertThat(languages.body()).contains("\"code\":\"es\"", "\"code\":\"ca\"");
        String body = "{\"q\":\"Hola\",\"source\":\"es\",\"target\":\"ca\",\"format\":\"text\",\"apiKey\":\"\"}";
        assertThat(post("/translate", JSON, body).body()).isEqualTo("{\"translatedText\":\"HOLA\"}");
    }

    /** What {@code translate} 3.1.0 of npm sends with its engine {@code libre}. */
    @Test
    void theNpmClientTranslateWorksWithIt() {
        String body = "{\"q\":\"Hola\",\"source\":\"es\",\"target\":\"ca\"}";
        assertThat(post("/translate", JSON, body).body()).isEqualTo("{\"translatedText\":\"HOLA\"}");
    }

    /** The newsroom's own client for such servers, marks and fixed text included. */
    @Test
    void ourOwnClientWorksWithIt() throws IOException {
        restart(keys(), Fitness.NEWS);
        LanguageTag spanish = new LanguageTag("es");
        LanguageTag catalan = new LanguageTag("ca");
        WebEngineConfig config = new WebEngineConfig(
                WebEngineConfig.Kind.LIBRETRANSLATE,
                "Ours",
                URI.create("http://localhost:" + server.port()),
                Secret.from("env:KEY", Map.of("KEY", KEY)),
                "",
                List.of(new WebEngineConfig.Pair(spanish, catalan, Fitness.NEWS)),
                0,
                0,
                0,
                Duration.ofSeconds(10),
                1);
        try (WebEngine engine = new WebEngine(config, Spending.NOTHING, spent -> {}, clock, pause -> {})) {
            List<Run> sentence =
                    List.of(Run.free("El ", 0), Run.free("puerto", 1), Run.free(" de ", 0), new Run("Elda", 0, "Elda"));
            List<Answer> answers =
                    engine.translate(engine.pairs().getFirst(), List.of(new Passage(List.of(sentence), Set.of())));
            assertThat(answers).singleElement().isInstanceOfSatisfying(Answer.Sentences.class, answer -> {
                List<Answer.Word> words = answer.sentences().getFirst().words();
                assertThat(words).extracting(Answer.Word::text).containsExactly("EL", "PUERTO", "DE", "Elda");
                assertThat(words.get(1).marks()).containsExactly(1);
            });
        }
    }
}
