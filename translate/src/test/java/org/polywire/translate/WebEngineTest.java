package org.polywire.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.polywire.model.Reason;
import org.polywire.testkit.MutableClock;
import org.polywire.testkit.RawServer;
import org.polywire.translate.Answer.Word;
import org.polywire.translate.EnginePair.SelfTest;
import org.polywire.translate.Passage.Run;
import org.polywire.translate.WebEngineConfig.Kind;

/** Every service against a server on loopback that speaks its protocol and fails as services fail. */
class WebEngineTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Passage MARKED = new Passage(
            List.of(List.of(
                    Run.free("Una <casa> & ", 0),
                    Run.free("muy roja", 1),
                    Run.free(" de ", 0),
                    new Run("@ana", 2, "@ana"),
                    Run.free(".", 0))),
            Set.of());

    private final MutableClock clock = new MutableClock(Instant.parse("2026-03-31T23:00:00Z"));
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private final List<Spending> spent = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    private WebService service(Kind kind) {
        WebService service = new WebService(kind);
        open.add(service);
        return service;
    }

    private WebEngine engine(WebEngineConfig config, Spending before) {
        WebEngine engine = new WebEngine(config, before, spent::add, clock, time -> {
            pauses.add(time);
            clock.advance(time);
        });
        open.add(engine);
        return engine;
    }

    private WebEngine engine(WebService service) {
        return engine(service.config(0, 0, LONG), Spending.NOTHING);
    }

    private static Passage passage(String... sentences) {
        return new Passage(
                Stream.of(sentences).map(text -> List.of(Run.free(text, 0))).toList(), Set.of());
    }

    private static List<Answer> ask(WebEngine engine, Passage... passages) {
        return engine.translate(engine.pairs().getFirst(), List.of(passages));
    }

    private static String text(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Sentences.class);
        return ((Answer.Sentences) answer)
                .sentences().stream()
                        .flatMap(sentence -> sentence.words().stream())
                        .map(word -> word.before() + word.text() + marks(word))
                        .collect(Collectors.joining());
    }

    private static String marks(Word word) {
        return word.marks().stream().allMatch(mark -> mark == 0)
                ? ""
                : word.marks().toString();
    }

    private static Answer.Failed failed(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Failed.class);
        return (Answer.Failed) answer;
    }

    @ParameterizedTest
    @EnumSource
    void textAndMarksComeBackInEveryProtocol(Kind kind) {
        WebService service = service(kind);
        List<Answer> answers = ask(engine(service), MARKED, passage("Primera frase.", "Segunda frase."));
        assertThat(text(answers.get(0))).isEqualTo("UNA <CASA> & MUY[1] ROJA[1] DE @ana[2].");
        assertThat(((Answer.Sentences) answers.get(1)).sentences()).hasSize(2);
        assertThat(service.received()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aWrongNumberOfTranslationsSpoilsNoOther(Kind kind) {
        WebService service = service(kind)
                .spoiling(texts ->
                        texts.stream().filter(text -> !text.contains("MALA")).toList());
        List<Answer> answers =
                ask(engine(service), passage("Buena."), passage("Mala."), passage("Otra."), passage("Cuarta."));
        assertThat(text(answers.get(0))).isEqualTo("BUENA.");
        assertThat(failed(answers.get(1)).reason()).isEqualTo(Reason.ENGINE_FAILED);
        assertThat(failed(answers.get(1)).detail())
                .matches("Service: its answer is not used: 0 \\w+ (of|instead of) 1.*");
        assertThat(text(answers.get(2))).isEqualTo("OTRA.");
        assertThat(text(answers.get(3))).isEqualTo("CUARTA.");
    }

    @ParameterizedTest
    @EnumSource
    void brokenMarksAreDroppedAndTheTextIsTaken(Kind kind) {
        WebService service = service(kind)
                .spoiling(texts -> texts.stream()
                        .map(text -> text.replaceAll("<span id=\"m2\">|⟦/?2⟧", ""))
                        .toList());
        WebEngine engine = engine(service);
        assertThat(text(ask(engine, MARKED).getFirst()))
                .isEqualTo("UNA <CASA> & MUY ROJA DE @ANA.".replace("@ANA", "@ana"));
        assertThat(service.received()).hasSize(kind == Kind.OPENAI ? 3 : 2);
    }

    @ParameterizedTest
    @EnumSource
    void afterTooManyRequestsItWaitsAsLongAsItIsAsked(Kind kind) {
        WebService service = service(kind).failing(WebService.status(429, "Retry-After", "7"));
        assertThat(text(ask(engine(service), passage("Hola.")).getFirst())).isEqualTo("HOLA.");
        assertThat(pauses).containsExactly(Duration.ofSeconds(7));
    }

    /** A header with a few digits too many would have every article of the week given up. */
    @Test
    void noServiceIsLeftAloneForLongerThanADayHoweverLongItAsks() {
        WebService service = service(Kind.LIBRETRANSLATE).failing(WebService.status(429, "Retry-After", "999999"));
        WebEngine engine = engine(service);
        assertThat(failed(ask(engine, passage("Hola.")).getFirst()).reason()).isEqualTo(Reason.ENGINE_PAUSED);
        assertThat(engine.resumes(1)).contains(clock.instant().plus(Duration.ofDays(1)));
    }

    @ParameterizedTest
    @EnumSource
    void errorsOfTheServerAreTriedAgainWithGrowingPausesAndThenGivenUp(Kind kind) {
        WebService service = service(kind).failing(WebService.status(503)).failing(WebService.status(500));
        WebEngine engine = engine(service);
        assertThat(text(ask(engine, passage("Hola.")).getFirst())).isEqualTo("HOLA.");
        assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
        for (int i = 0; i < 3; i++) {
            service.failing(WebService.status(502));
        }
        assertThat(failed(ask(engine, passage("Hola.")).getFirst()).detail()).isEqualTo("Service: it answered 502");
    }

    @Test
    void aServiceThatFailsAgainAndAgainIsLeftAloneForAMinute() {
        WebService service = service(Kind.LIBRETRANSLATE);
        WebEngine engine = engine(service);
        for (int i = 0; i < 5; i++) {
            service.failing(WebService.status(500));
        }
        assertThat(failed(ask(engine, passage("Hola.")).getFirst()).reason()).isEqualTo(Reason.ENGINE_FAILED);
        assertThat(failed(ask(engine, passage("Hola.")).getFirst()).reason()).isEqualTo(Reason.ENGINE_PAUSED);
        assertThat(engine.pairs().getFirst().selfTest()).isEqualTo(SelfTest.PAUSED);
        assertThat(engine.pairs().getFirst().detail())
                .matches("it failed 5 times in a row, last because it answered 500; it is left alone until [-\\dT:]+Z");
        assertThat(engine.resumes(1).orElseThrow())
                .isAfter(clock.instant())
                .isBeforeOrEqualTo(clock.instant().plus(Duration.ofMinutes(1)));
        int requests = service.received().size();
        assertThat(failed(ask(engine, passage("Hola.")).getFirst()).reason()).isEqualTo(Reason.ENGINE_PAUSED);
        assertThat(service.received()).hasSize(requests);
        clock.advance(Duration.ofMinutes(2));
        assertThat(engine.prepare(engine.pairs().getFirst()).selfTest()).isEqualTo(SelfTest.PASSED);
        assertThat(text(ask(engine, passage("Hola.")).getFirst())).isEqualTo("HOLA.");
    }

    @ParameterizedTest
    @EnumSource
    void aRefusedKeyOrASpentQuotaPausesTheEngineAtOnce(Kind kind) {
        for (int status : new int[] {401, 403, 456}) {
            WebService service = service(kind).failing(WebService.status(status));
            WebEngine engine = engine(service);
            Answer.Failed failed = failed(ask(engine, passage("Hola.")).getFirst());
            assertThat(failed.reason()).isEqualTo(Reason.ENGINE_PAUSED);
            assertThat(failed.detail()).contains(String.valueOf(status)).doesNotContain(WebService.KEY);
            assertThat(service.received()).hasSize(1);
            assertThat(engine.pairs().getFirst().selfTest()).isEqualTo(SelfTest.PAUSED);
        }
    }

    @Test
    void theBudgetOfAMonthIsNeverOverspentAndRemembered() {
        WebService service = service(Kind.DEEPL);
        Spending before = new Spending(YearMonth.of(2026, 3), 90);
        WebEngine engine = engine(service.config(100, 0, LONG), before);
        assertThat(text(ask(engine, passage("0123456a")).getFirst())).isEqualTo("0123456A");
        assertThat(spent).containsExactly(new Spending(YearMonth.of(2026, 3), 98));
        assertThat(engine.allowance()).hasValue(new Engine.Allowance(2, 100));
        assertThat(engine.resumes(2)).isEmpty();
        assertThat(engine.resumes(3)).hasValue(Instant.parse("2026-04-01T00:00:00Z"));
        assertThat(engine(service.config(0, 0, LONG), before).allowance()).isEmpty();
        assertThat(engine(service.config(0, 0, LONG), before).resumes(1_000)).isEmpty();
        Answer.Failed failed = failed(ask(engine, passage("012345678a")).getFirst());
        assertThat(failed.reason()).isEqualTo(Reason.ENGINE_PAUSED);
        assertThat(failed.detail()).contains("its budget of 100 characters for 2026-03 does not hold 10 more");
        assertThat(service.received()).hasSize(1);
        clock.advance(Duration.ofHours(2));
        assertThat(text(ask(engine, passage("012345678a")).getFirst())).isEqualTo("012345678A");
        assertThat(spent.getLast()).isEqualTo(new Spending(YearMonth.of(2026, 4), 10));
        WebEngine restarted = engine(service.config(10, 0, LONG), spent.getLast());
        assertThat(restarted.pairs().getFirst().detail()).contains("is spent");
    }

    @Test
    void theRateIsKept() {
        WebEngine engine = engine(service(Kind.AZURE_V3).config(0, 2, LONG), Spending.NOTHING);
        for (int i = 0; i < 5; i++) {
            assertThat(text(ask(engine, passage("Hola.")).getFirst())).isEqualTo("HOLA.");
        }
        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus)).isEqualTo(Duration.ofMinutes(2));
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatNeverAnswersIsGivenUp(Kind kind) {
        RawServer silent = RawServer.silent();
        open.add(silent);
        assertThat(failed(ask(at(silent, kind, SHORT), passage("Hola.")).getFirst())
                        .reason())
                .isEqualTo(Reason.ENGINE_TIMEOUT);
    }

    @ParameterizedTest
    @EnumSource
    void aBodyThatNeverEndsIsGivenUp(Kind kind) {
        RawServer half = RawServer.start((in, out) -> {
            RawServer.readHead(in);
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"tran".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            in.transferTo(OutputStream.nullOutputStream());
        });
        open.add(half);
        assertThat(failed(ask(at(half, kind, SHORT), passage("Hola.")).getFirst())
                        .reason())
                .isEqualTo(Reason.ENGINE_TIMEOUT);
    }

    @ParameterizedTest
    @EnumSource
    void aConnectionThatBreaksIsTriedAgain(Kind kind) {
        RawServer broken = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{");
        open.add(broken);
        assertThat(failed(ask(at(broken, kind, LONG), passage("Hola.")).getFirst()))
                .isEqualTo(new Answer.Failed(
                        Reason.ENGINE_FAILED, "Service: the connection broke before the answer was whole"));
        assertThat(pauses).hasSize(2);
    }

    private String failure(RawServer server) {
        open.add(server);
        URI address = URI.create("https://" + server.authority());
        return failed(ask(at(address, Kind.DEEPL, LONG), passage("Hola.")).getFirst())
                .detail();
    }

    @Test
    void aServiceThatSpeaksNoTlsIsToldFromAConnectionThatBreaksInTheHandshake() {
        assertThat(failure(RawServer.start((in, out) -> {
                    in.read();
                    out.write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    out.flush();
                    in.transferTo(OutputStream.nullOutputStream());
                })))
                .isEqualTo("Service: its certificate is not accepted, or it speaks no TLS");
        assertThat(failure(RawServer.start((in, out) -> in.read()))).doesNotContain("certificate", "TLS");
    }

    @Test
    void onlyOfACertificateThatIsTheCauseItIsSaid() {
        String refused = "its certificate is not accepted, or it speaks no TLS";
        Throwable handshake = new SSLHandshakeException("PKIX path building failed")
                .initCause(new IOException(new CertificateException("no way to a root")));
        assertThat(WebCaller.kind(handshake)).isEqualTo(refused);
        assertThat(WebCaller.kind(new SSLPeerUnverifiedException("peer not authenticated")))
                .isEqualTo(refused);
        assertThat(List.of(
                        new SSLHandshakeException("Remote host terminated the handshake"),
                        new SSLException("Connection reset", new SocketException("Connection reset")),
                        new SSLException("Received fatal alert: internal_error")))
                .allSatisfy(broken -> assertThat(WebCaller.kind(broken)).isEqualTo("the secure connection failed"));
    }

    @ParameterizedTest
    @EnumSource
    void whereNobodyListensItIsGivenUpAfterThreeTries(Kind kind) {
        RawServer gone = RawServer.silent();
        gone.close();
        assertThat(failed(ask(at(gone, kind, LONG), passage("Hola.")).getFirst()))
                .isEqualTo(new Answer.Failed(Reason.ENGINE_FAILED, "Service: nobody answers at its address"));
        assertThat(pauses).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void aSentenceThatIsEmptyEchoedOrBrokenSpoilsNoOther(Kind kind) {
        String source = "El ayuntamiento aprobó el martes un plan para reparar los puentes de la comarca.";
        for (String answer : List.of("", source, "<b>Mal</p></i> <", "⟦9⟧ mal", "x".repeat(2_000))) {
            WebService service = service(kind)
                    .spoiling(texts -> texts.stream()
                            .map(text -> text.contains("PUENTES") ? answer : text)
                            .toList());
            List<Answer> answers = ask(engine(service), passage("Buena."), passage(source), passage("Otra."));
            assertThat(text(answers.get(0))).isEqualTo("BUENA.");
            assertThat(text(answers.get(2))).isEqualTo("OTRA.");
        }
    }

    private WebEngine at(RawServer server, Kind kind, Duration timeout) {
        return at(server.address(""), kind, timeout);
    }

    private WebEngine at(URI address, Kind kind, Duration timeout) {
        WebEngineConfig like = service(kind).config(0, 0, timeout);
        return engine(
                new WebEngineConfig(
                        like.kind(), like.name(), address, Secret.NONE, "", like.pairs(), 0, 0, 0, like.timeout(), 1),
                Spending.NOTHING);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoTranslationIsNotTaken(Kind kind) {
        String source = "El ayuntamiento aprobó el martes un plan para reparar los puentes de la comarca.";
        for (String answer : List.of("", " — ", source, "x".repeat(2_000))) {
            WebService service = service(kind)
                    .spoiling(texts -> texts.stream().map(text -> answer).toList());
            assertThat(failed(ask(engine(service), passage(source)).getFirst()).reason())
                    .isEqualTo(Reason.ENGINE_FAILED);
        }
        for (String raw : List.of(
                "<html>", "[]", "{\"translatedText\": 7}", "null", "{" + "\"a\":\"" + "x".repeat(100_000) + "\"}")) {
            WebService service = service(kind);
            for (int i = 0; i < 9; i++) {
                service.failing(WebService.raw(raw));
            }
            assertThat(failed(ask(engine(service), passage(source)).getFirst()).reason())
                    .isEqualTo(Reason.ENGINE_FAILED);
        }
    }

    @Test
    void aModelThatInventsIsAskedAgainAndToldWhy() {
        String source = "El ayuntamiento aprobó 3 planes para reparar los 12 puentes de la comarca.";
        int[] round = {0};
        WebService service = service(Kind.OPENAI)
                .spoiling(texts -> round[0]++ == 0 ? List.of("APROBÓ 4 PLANES PARA LOS 12 PUENTES") : texts);
        assertThat(text(ask(engine(service), passage(source)).getFirst()))
                .startsWith("EL AYUNTAMIENTO APROBÓ 3 PLANES");
        assertThat(service.bodies.get(1).toString()).contains("the numbers are not [12, 3]");
        for (String talk : List.of(
                "Sure, here it is: el plan de los 3 y 12 puentes",
                "⟦9⟧ 3 y 12 puentes",
                "Совет одобрил 3 плана ремонта 12 мостов района")) {
            WebService talking = service(Kind.OPENAI).spoiling(texts -> List.of(talk));
            assertThat(failed(ask(engine(talking), passage(source)).getFirst()).reason())
                    .isEqualTo(Reason.ENGINE_FAILED);
        }
    }

    @Test
    void keysComeFromTheEnvironmentOrAFileAndAreNeverShown(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("key"), WebService.KEY + "\n");
        assertThat(Secret.from("file:" + file, Map.of()).reveal()).isEqualTo(WebService.KEY);
        assertThat(Secret.from("env:K", Map.of("K", WebService.KEY))).hasToString("a key");
        assertThat(service(Kind.DEEPL).config(0, 0, LONG).toString()).doesNotContain(WebService.KEY);
        for (String place : List.of("env:NOTHING", "file:/nonexistent", WebService.KEY)) {
            assertThatThrownBy(() -> Secret.from(place, Map.of("EMPTY", " ")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining(WebService.KEY);
        }
        assertThatThrownBy(() -> new WebEngineConfig(
                        Kind.DEEPL,
                        "D",
                        URI.create("http://example.org"),
                        Secret.from("file:" + file, Map.of()),
                        "",
                        List.of(),
                        0,
                        0,
                        0,
                        LONG,
                        1))
                .hasMessageContaining("only sent over https");
    }
}
