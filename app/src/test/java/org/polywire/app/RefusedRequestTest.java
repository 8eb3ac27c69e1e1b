package org.polywire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.polywire.gather.Fetch;
import org.polywire.model.Reason;
import org.polywire.pipeline.Archive;
import org.polywire.publish.Api;
import org.polywire.publish.Site;
import org.polywire.search.SearchIndex;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests that the web server does not answer as asked, written to its socket byte by byte as no client would let one. */
class RefusedRequestTest {
    private static final String END = "Host: localhost\r\nConnection: close\r\n\r\n";
    private static final String LONG = "x".repeat(10_000);
    /** 10,000 characters of four bytes each, percent-encoded. */
    private static final String LONGEST = "%F0%A0%80%80".repeat(10_000);

    private static final String FAR_TOO_LONG = "x".repeat(200_000);
    private static final int PATIENCE_MILLISECONDS = 30_000;

    @TempDir
    static Path folder;

    private static Archive archive;
    private static SearchIndex index;
    private static WebServer server;

    @BeforeAll
    static void open() {
        Published.write(folder, 3);
        archive = Archive.open(folder);
        index = SearchIndex.in(folder.resolve("search"));
        index.rebuild(archive.log(), done -> {});
        InstantSource clock = InstantSource.fixed(Published.NOW);
        SearchDesk search = new SearchDesk(index, archive, clock);
        PictureDesk pictures = new PictureDesk(
                folder.resolve("pictures"), address -> new Fetch.Refused(Reason.NOT_FOUND, "404"), clock);
        PublicSite site = new PublicSite(Published.config(), Set.of(), archive, search, pictures, clock);
        PublicApi api = new PublicApi(
                new Api(Published.config(), new Site(Published.config()).addresses()),
                Published.EDITIONS,
                archive,
                search);
        server = WebServer.start("localhost", 0, new Entrance(api, new Shelf(site, clock)));
    }

    @AfterAll
    static void close() {
        server.close();
        index.close();
        archive.close();
    }

    /** An answer as it came. */
    private record Answer(int status, Map<String, String> headers, String body) {
        static Answer of(String text) {
            String[] halves = text.split("\r\n\r\n", 2);
            String[] lines = halves[0].split("\r\n");
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (int i = 1; i < lines.length; i++) {
                String[] field = lines[i].split(":", 2);
                headers.put(field[0], field[1].strip());
            }
            return new Answer(Integer.parseInt(lines[0].split(" ")[1]), headers, halves.length > 1 ? halves[1] : "");
        }

        String type() {
            return headers.getOrDefault("Content-Type", "");
        }
    }

    private static Answer send(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getByName("localhost"), server.port())) {
            socket.setSoTimeout(PATIENCE_MILLISECONDS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return Answer.of(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static String get(String target) {
        return "GET " + target + " HTTP/1.1\r\n" + END;
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                page("a search for 10,000 letters", get("/ca/search?q=" + LONG), 414, "ca", "massa llarga"),
                page(
                        "a search for 10,000 rare characters",
                        get("/ar/search?q=" + LONGEST),
                        414,
                        "ar",
                        "أطول من اللازم"),
                page("a path of 10,000 letters", get("/ar/" + LONG), 414, "ar", "أطول من اللازم"),
                page("a path that no edition has", get("/" + LONG), 414, "ca", "massa llarga"),
                page("an address that is not even read", get("/ar/" + FAR_TOO_LONG), 414, "ca", "massa llarga"),
                page(
                        "headers without end",
                        "GET /ar/ HTTP/1.1\r\nX-Long: " + FAR_TOO_LONG + "\r\n" + END,
                        431,
                        "ar",
                        "أطول من اللازم"),
                page("an escape that is none", get("/ar/%zz"), 400, "ca", "No es pot respondre"),
                page("a path up and away", get("/ar/..%2f..%2fetc/passwd"), 404, "ar", "لا شيء هنا"),
                page("no host", "GET /ar/ HTTP/1.1\r\nConnection: close\r\n\r\n", 400, "ar", "لا يمكن الرد"),
                page("a line that is none", "HELLO\r\n\r\n", 400, "ca", "No es pot respondre"),
                page(
                        "something posted",
                        "POST /ar/ HTTP/1.1\r\nContent-Length: 0\r\n" + END,
                        405,
                        "ar",
                        "لا يمكن الرد"),
                page("a trace", "TRACE /ar/ HTTP/1.1\r\n" + END, 405, "ar", "لا يمكن الرد"),
                page("a method of another protocol", "PROPFIND /ar/ HTTP/1.1\r\n" + END, 405, "ar", "لا يمكن الرد"),
                page("nothing there", get("/ar/nowhere"), 404, "ar", "لا شيء هنا"),
                page("taken down", get("/ca/a/" + Published.id(2)), 410, "ca", "retirat"));
    }

    private static Arguments page(String name, String request, int status, String language, String words) {
        return Arguments.argumentSet(name, request, status, language, words);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whoeverIsRefusedGetsAPageInTheEditionsLanguageWithEverySafeguard(
            String request, int status, String language, String words) throws IOException {
        Answer answer = send(request);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.type()).startsWith("text/html");
        assertThat(answer.body()).contains("<html lang=\"" + language + "\"").contains(words);
        assertThat(answer.headers()).containsKeys(Ready.SAFEGUARDS.keySet().toArray(String[]::new));
        assertThat(answer.headers().get("Content-Security-Policy")).doesNotContain("unsafe-inline");
        if (status != 404 && status != 410) {
            assertThat(answer.headers()).containsEntry("Cache-Control", "no-store");
        }
    }

    static Stream<Arguments> problems() {
        return Stream.of(
                Arguments.argumentSet("a search", get("/api/v1/search?q=" + LONG), 414, "too-long"),
                Arguments.argumentSet("a path", get("/api/v1/editions/" + LONG), 414, "too-long"),
                Arguments.argumentSet(
                        "headers",
                        "GET /api/v1 HTTP/1.1\r\nX-Long: " + FAR_TOO_LONG + "\r\n" + END,
                        431,
                        "header-too-long"),
                Arguments.argumentSet(
                        "no host", "GET /api/v1 HTTP/1.1\r\nConnection: close\r\n\r\n", 400, "bad-request"),
                Arguments.argumentSet(
                        "something posted",
                        "POST /api/v1/log HTTP/1.1\r\nContent-Length: 0\r\n" + END,
                        405,
                        "method-not-allowed"),
                Arguments.argumentSet("nothing there", get("/api/v1/nowhere"), 404, "not-found"));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void aProgramGetsAProblemInstead(String request, int status, String kind) throws IOException {
        Answer answer = send(request);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.type()).isEqualTo("application/problem+json");
        assertThat(answer.headers()).containsKeys(Ready.SAFEGUARDS.keySet().toArray(String[]::new));
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        assertThat(URI.create(problem.path("type").asString()).getPath()).isEqualTo("/api/v1/problems/" + kind);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
    }

    @Test
    void aLongQueryThatMayBeIsSearchedForByItsBeginning() throws IOException {
        Answer answer = send(get("/ca/search?q=" + "x".repeat(Counter.LONGEST_ADDRESS - "/ca/search?q=".length())));
        assertThat(answer.status()).isEqualTo(200);
    }
}
