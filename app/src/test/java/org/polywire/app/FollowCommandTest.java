package org.polywire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.testkit.Answers;
import org.polywire.testkit.LoopbackServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an operator who follows a site, or a list of feeds, is told. */
class FollowCommandTest {
    private static final String FEED = "<rss version='2.0'><channel><title>El Faro</title></channel></rss>";

    @TempDir
    private Path folder;

    private final LoopbackServer site = LoopbackServer.start();

    @AfterEach
    void close() {
        site.close();
    }

    /** What the command printed, what it told, and its exit code. */
    private record Answer(int exit, String out, String err) {
        List<JsonNode> sources() {
            return out.lines().map(JsonMapper.shared()::readTree).toList();
        }
    }

    private Answer follow(String place, String... options) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Stream<String> always =
                Stream.of("follow", place, "--to", "ca", "--allow-host", site.authority(), "--data", data().toString());
        int exit = Polywire.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(Stream.concat(always, Stream.of(options)).toArray(String[]::new));
        return new Answer(exit, out.toString(), err.toString());
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Answer dryRun(String place) {
        Answer answer = follow(place, "--dry-run", "--json");
        assertThat(data()).as("nothing is followed").doesNotExist();
        return answer;
    }

    private void robots(String lines) {
        site.on("/robots.txt", Answers.ok("text/plain", "User-agent: *\nAllow: /\n" + lines));
    }

    private String list(String... feeds) throws IOException {
        String outlines = Stream.of(feeds)
                .map(feed -> "<outline type='rss' text='" + feed + "' xmlUrl='" + site.address(feed) + "'/>")
                .collect(Collectors.joining());
        Path file = folder.resolve("list.opml");
        Files.writeString(
                file, "<opml version='2.0'><body><outline text='News'>" + outlines + "</outline></body></opml>");
        return file.toString();
    }

    private void assertFound(String path, String way) {
        Answer answer = dryRun(site.address("/").toString());
        assertThat(answer.exit()).as(answer.err()).isEqualTo(Exit.DONE);
        assertThat(answer.sources())
                .singleElement()
                .satisfies(source -> assertThat(source.path("feed").asString())
                        .isEqualTo(site.address(path).toString()))
                .satisfies(source -> assertThat(source.path("way").asString()).isEqualTo(way));
        assertThat(answer.err()).contains("Looking for a feed", "  " + site.address("/") + "  no feed");
    }

    @Test
    void theNewsSitemapThatRobotsNameIsFoundWithoutAFeed() {
        robots("Sitemap: " + site.address("/news.xml"));
        site.on("/", Answers.ok("text/html", "<title>El Faro</title><p>Hola"));
        String entry =
                "<url><loc>" + site.address("/a") + "</loc><news:news><news:title>A</news:title></news:news></url>";
        site.on(
                "/news.xml",
                Answers.ok(
                        "application/xml",
                        "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'"
                                + " xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'>" + entry
                                + "</urlset>"));
        assertFound("/news.xml", "FEED");
    }

    @Test
    void aPageWithLinksToArticlesIsTheLastResort() {
        robots("");
        String links = IntStream.range(0, 6)
                .mapToObj(i -> "<li><h2><a href='/noticias/2026/11/27/el-puerto-abre-un-mercado-" + i
                        + "'>El puerto abre un mercado nuevo para todos los vecinos " + i + "</a></h2>")
                .collect(Collectors.joining());
        site.on("/", Answers.ok("text/html", "<title>El Faro</title><main><ul>" + links + "</ul></main>"));
        assertFound("/", "SECTION");
    }

    @Test
    void aSiteThatCannotBeReadIsRefusedWithTheCause() {
        robots("");
        site.on("/", Answers.status(403, "CF-Ray", "8f0"));
        Answer answer = dryRun(site.address("/").toString());
        assertThat(answer.exit()).isEqualTo(Exit.NOT_AS_EXPECTED);
        assertThat(answer.err()).contains("[ACCESS_DENIED]", "by Cloudflare").doesNotContain("\tat ", "Usage:");
        assertThat(answer.out()).isEmpty();
    }

    @Test
    void aListOfFeedsIsTakenAtItsWordFoldersAndAll() throws IOException {
        Answer answer = dryRun(list("/one.xml", "/two.xml"));
        assertThat(answer.exit()).isEqualTo(Exit.DONE);
        assertThat(answer.sources())
                .extracting(source -> source.path("feed").asString())
                .containsExactly(
                        site.address("/one.xml").toString(),
                        site.address("/two.xml").toString());
        assertThat(site.received("/one.xml")).isEmpty();
    }

    @Test
    void aSingleRunSaysWhichSourceCouldNotBeReadAndWhy() throws IOException {
        robots("");
        site.on("/one.xml", Answers.ok("text/xml", FEED));
        site.on("/two.xml", Answers.status(403, "CF-Ray", "8f0"));
        Answer answer = follow(list("/one.xml", "/two.xml"), "--once", "--json");
        assertThat(answer.exit()).isEqualTo(Exit.NOT_AS_EXPECTED);
        assertThat(answer.err())
                .contains("/two.xml (" + site.address("/two.xml") + ") could not be read: ", "HTTP 403, by Cloudflare")
                .doesNotContain("/one.xml) could not be read");
        assertThat(JsonMapper.shared().readTree(answer.out()).path("ok").asBoolean())
                .isFalse();
    }
}
