package org.polywire.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import com.sun.net.httpserver.SimpleFileServer.OutputLevel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.gather.Fetch;
import org.polywire.model.Access;
import org.polywire.model.Article;
import org.polywire.model.Block.Cell;
import org.polywire.model.Block.Embed;
import org.polywire.model.Block.Figure;
import org.polywire.model.Block.Paragraph;
import org.polywire.model.Block.Picture;
import org.polywire.model.Block.Table;
import org.polywire.model.Byline;
import org.polywire.model.Dates;
import org.polywire.model.Inline;
import org.polywire.model.Inline.Link;
import org.polywire.model.Inline.Verbatim;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;
import org.polywire.model.Outlet;
import org.polywire.model.Place;
import org.polywire.model.Publication;
import org.polywire.model.Reason;
import org.polywire.model.Route;
import org.polywire.model.Route.Leg;
import org.polywire.model.SentencePair;
import org.polywire.model.Translation;
import org.polywire.pipeline.Archive;
import org.polywire.publish.Api;
import org.polywire.publish.Parcel;
import org.polywire.publish.Parcel.Pictures;
import org.polywire.publish.Parcels;
import org.polywire.publish.Site;
import org.polywire.search.SearchIndex;
import org.polywire.store.KnownArticle;
import org.polywire.testkit.Attacks;
import tools.jackson.databind.json.JsonMapper;

/**
 * The corpus of attacks in every field that a source or an engine fills, as a publication on the web, as an export, and as posts on other
 * sites, in a real Chromium: nothing of them runs. Number 2 is withdrawn, so it stands as a tombstone and in the other edition.
 */
class HostileTextInABrowserTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final List<String> ATTACKS = Attacks.texts();

    @TempDir
    static Path folder;

    private static Archive archive;
    private static SearchIndex index;
    private static PublicSite site;
    private static WebServer server;
    private static WithoutPolicy bare;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void open() throws IOException {
        assumeTrue(Files.isExecutable(CHROMIUM), "no Chromium; install it with: apt-get install chromium");
        Published.write(folder, ATTACKS.size(), HostileTextInABrowserTest::translation);
        archive = Archive.open(folder);
        index = SearchIndex.in(folder.resolve("search"));
        index.rebuild(archive.log(), done -> {});
        InstantSource clock = InstantSource.fixed(Published.NOW);
        SearchDesk search = new SearchDesk(index, archive, clock);
        PictureDesk pictures = new PictureDesk(
                folder.resolve("pictures"), address -> new Fetch.Refused(Reason.NOT_FOUND, "404"), clock);
        site = new PublicSite(Published.config(), Set.of(), archive, search, pictures, clock);
        PublicApi api = new PublicApi(
                new Api(Published.config(), new Site(Published.config()).addresses()),
                Published.EDITIONS,
                archive,
                search);
        server = WebServer.start("localhost", 0, new Entrance(api, new Shelf(site, clock)));
        bare = new WithoutPolicy(server.port());
        playwright = Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost")));
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
            playwright.close();
            bare.close();
            server.close();
            index.close();
            archive.close();
        }
    }

    /** The net has no hole. */
    @Test
    void anAttackThatRunsIsSeen() {
        WatchedTab tab = WatchedTab.in(browser, true);
        tab.page().setContent(WithoutPolicy.ATTACK);
        tab.page().waitForTimeout(200);
        tab.page().navigate("data:text/html,<script>alert(1)</script>");
        assertThat(tab.seen())
                .anyMatch(seen -> seen.startsWith("a dialog"))
                .anyMatch(seen -> seen.startsWith(WatchedTab.RAN))
                .anyMatch(seen -> seen.contains("evil.example"));
    }

    @Test
    void anAttackThatRunsSideBySideWithOthersIsSeen() {
        assertThat(ofFrames("/attack.html"))
                .anyMatch(seen -> seen.startsWith(WatchedTab.RAN))
                .anyMatch(seen -> seen.contains("evil.example"));
        assertThat(ofFrames("/attack.xml")).singleElement().asString().startsWith(WatchedTab.RAN);
        assertThat(ofFrames("/ca")).anyMatch(seen -> seen.contains(" led to "));
        assertThat(ofFrames("/ca/")).isEmpty();
    }

    private static List<String> ofFrames(String path) {
        WatchedTab tab = WatchedTab.in(browser, false);
        tab.showAll(bare.blank(), List.of(bare.address("/robots.txt"), bare.address(path)));
        return tab.seen();
    }

    @Test
    void nothingRunsOnTheSiteEvenWithoutItsPolicy() {
        Stream<String> paths = Stream.of(
                        IntStream.rangeClosed(1, ATTACKS.size()).boxed().flatMap(HostileTextInABrowserTest::ofArticle),
                        lists(),
                        ATTACKS.stream().flatMap(HostileTextInABrowserTest::askedFor))
                .flatMap(all -> all);
        WatchedTab tab = WatchedTab.in(browser, false);
        tab.showAll(bare.blank(), paths.map(bare::address).toList());
        assertThat(tab.seen()).isEmpty();
    }

    @Test
    void nothingNeedsThePolicyOrAsksAnybodyElse() {
        WatchedTab tab = WatchedTab.in(browser, false);
        Stream.concat(Stream.of(1, 3, 50).flatMap(HostileTextInABrowserTest::ofArticle), lists())
                .forEach(path -> tab.show(address(path)));
        assertThat(tab.seen()).isEmpty();
    }

    @Test
    void nothingRunsInAnExportOnAFileServer() throws IOException {
        Path out = folder.resolve("out");
        Predicate<String> exported = path -> path.startsWith("/")
                && site.addresses()
                        .at(path)
                        .filter(resource -> !Export.needsServer(resource))
                        .isPresent();
        new Export(site, URI.create("https://wire.example/"), exported, out)
                .write(List.of("/", "/ca/a/" + Published.id(2)), (done, known) -> {});
        HttpServer files = SimpleFileServer.createFileServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), out, OutputLevel.NONE);
        files.start();
        try (Stream<Path> written = Files.walk(out)) {
            String root = "http://localhost:" + files.getAddress().getPort();
            List<String> pages = written.filter(Files::isRegularFile)
                    .map(file -> out.relativize(file).toString())
                    .filter(name -> name.startsWith("ca/") && !name.endsWith(".jpg") && !name.endsWith(".json"))
                    .map(name -> root + "/" + encoded(name))
                    .toList();
            Files.writeString(out.resolve("blank.html"), " ");
            WatchedTab tab = WatchedTab.in(browser, false);
            tab.showAll(root + "/blank.html", pages);
            assertThat(tab.seen()).isEmpty();
        } finally {
            files.stop(0);
        }
    }

    @Test
    void nothingRunsInAPostOrACardOnAPageElsewhere() {
        Parcels parcels = new Parcels(Published.config(), site.addresses());
        WatchedTab tab = WatchedTab.in(browser, true);
        for (int number = 1; number <= ATTACKS.size(); number++) {
            Publication publication =
                    archive.find(Published.ARABIC, Published.id(number)).orElseThrow();
            Parcel parcel = parcels.pack(publication, Pictures.OMIT).orElseThrow();
            tab.page()
                    .setContent("<!DOCTYPE html><h1>" + parcel.title() + "</h1><p>" + parcel.excerpt() + "</p>"
                            + parcel.html() + card(publication));
        }
        tab.page().waitForTimeout(200);
        assertThat(tab.seen()).isEmpty();
    }

    private static String card(Publication publication) {
        String url = "https://wire.example/ar/a/" + publication.entry().article();
        byte[] answer = site.at(new Request("/oembed", Map.of("url", List.of(url)), ""))
                .body()
                .toArray();
        return JsonMapper.shared().readTree(answer).path("html").asString();
    }

    /** A strict policy on whatever a browser would show, also where something is wrong. */
    @Test
    void everyPageHasTheStrictPolicyAlsoErrors() throws Exception {
        List<String> paths = new ArrayList<>(lists().toList());
        Stream.of(1, 2).flatMap(HostileTextInABrowserTest::ofArticle).forEach(paths::add);
        Stream.of(
                        "/ca/nowhere",
                        "/nowhere",
                        "/..%2f..%2f",
                        "/ca/search?since=yesterday",
                        "/hub",
                        "/push/x",
                        "/ca/broken%00")
                .forEach(paths::add);
        Set<Integer> statuses = new LinkedHashSet<>();
        for (String path : paths) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address(path)));
            HttpResponse<Void> answer = answer(request.build());
            statuses.add(answer.statusCode());
            assertStrict(path, answer);
            assertStrict(path, answer(request.POST(BodyPublishers.noBody()).build()));
        }
        assertThat(statuses).contains(200, 400, 404, 410);
    }

    /** On a connection of its own, as the server ends one on which it was misunderstood. */
    private static HttpResponse<Void> answer(HttpRequest request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.discarding());
        }
    }

    private static void assertStrict(String path, HttpResponse<Void> answer) {
        String policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
        boolean shown = !answer.headers().firstValue("Content-Length").equals(Optional.of("0"));
        assertThat(policy.isEmpty() && shown).as("%s without a policy", path).isFalse();
        if (!policy.isEmpty()) {
            assertThat(policy)
                    .as(path)
                    .startsWith("default-src 'none'; ")
                    .contains("base-uri 'none'", "form-action ", "frame-ancestors 'none'")
                    .doesNotContain("unsafe", "script-src", "*", "data:");
        }
    }

    private static String address(String path) {
        return "http://localhost:" + server.port() + path;
    }

    /** What browsers show; NewsML-G2 and JSON Feed they save. */
    private static Stream<String> ofArticle(int number) {
        String id = Published.id(number).value();
        String api = "/api/v1/editions/ca/articles/" + id;
        String card = "/oembed?url=" + encoded("https://wire.example/ca/a/" + id) + "&format=";
        return Stream.of(
                "/ca/a/" + id,
                "/ca/a/" + id + "/original",
                "/ar/a/" + id,
                api,
                api + "/ninjs",
                card + "json",
                card + "xml");
    }

    private static Stream<String> lists() {
        return Stream.of(
                "/",
                "/ca/",
                "/ar/",
                "/ca/about",
                "/ca/corrections",
                "/ca/source/el-faro/",
                "/ca/source/el-faro/rss.xml",
                "/ca/story/" + Published.id(1),
                "/ca/rss.xml",
                "/ca/atom.xml",
                "/ca/news-sitemap.xml",
                "/sitemap.xml",
                "/robots.txt",
                "/api/v1",
                "/api/v1/editions/ca/articles?limit=100",
                "/api/v1/editions/ca/stories",
                "/api/v1/articles/" + Published.id(1),
                "/api/v1/stories/" + Published.id(1),
                "/api/v1/log?limit=100",
                "/api/v1/openapi.json");
    }

    private static Stream<String> askedFor(String attack) {
        String asked = encoded(new String(attack.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        return Stream.of(
                "/ca/search?q=" + asked + "&section=" + asked + "&source=" + asked + "&original=" + asked + "&since="
                        + asked,
                "/ca/search/atom.xml?q=" + asked,
                "/api/v1/search?q=" + asked,
                "/oembed?url=" + asked);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/")
                .replace("%7E", "~");
    }

    private static Translation translation(KnownArticle known, LanguageTag edition, int number) {
        String text = ATTACKS.get(number - 1);
        List<Inline> words = Inlines.ofText(text);
        Article article = new Article(
                known.address(),
                new Outlet(text, URI.create("https://faro.example/")),
                edition,
                text,
                text,
                words,
                List.of(new Byline(text, Byline.Kind.PERSON)),
                Dates.UNKNOWN,
                text,
                List.of(text),
                text,
                Access.FREE,
                List.of(
                        new Figure(new Picture(URI.create("https://faro.example/p'.jpg"), 1, 1, text), words, text),
                        new Paragraph(words),
                        new Paragraph(List.of(new Verbatim(text))),
                        new Paragraph(List.of(new Link(URI.create("javascript:alert(1)"), words))),
                        new Table(words, List.of(List.of(new Cell(true, words), new Cell(false, words)))),
                        new Embed(URI.create("https://faro.example/v"), text)));
        LanguageTag spanish = new LanguageTag("es");
        return new Translation(
                article,
                spanish,
                new Route.Machine(List.of(new Leg(spanish, edition, text, text))),
                Published.NOW,
                List.of(new SentencePair(Place.HEADLINE, text, text, List.of(), List.of())));
    }
}
