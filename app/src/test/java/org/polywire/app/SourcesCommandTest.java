package org.polywire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.gather.Opml;
import org.polywire.gather.Opml.Outline;
import org.polywire.model.ArticleId;
import org.polywire.model.Grant;
import org.polywire.model.Reason;
import org.polywire.model.Sighting;
import org.polywire.model.Source;
import org.polywire.model.Source.Way;
import org.polywire.model.SourceId;
import org.polywire.store.FollowedSource;
import org.polywire.store.KnownArticle;
import org.polywire.store.Stage;
import org.polywire.store.Store;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an operator is told of a newsroom's sources. */
class SourcesCommandTest {
    private static final Instant NOW = InstantSource.system().instant();
    private static final String SILENT = "The source has fallen silent, against its habit.";
    private static final String CHANGED =
            "The source's pages have changed: most new ones cannot be read as articles, as earlier ones could.";

    @TempDir
    private Path folder;

    /** What the command printed, and its exit code. */
    private record Answer(int exit, String out) {
        String line(String id) {
            return out.lines()
                    .filter(line -> line.startsWith(id + " "))
                    .findFirst()
                    .orElseThrow();
        }

        JsonNode source(String id) {
            return JsonMapper.shared()
                    .readTree(out)
                    .valueStream()
                    .filter(node -> node.path("id").asString().equals(id))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Answer sources(String... options) {
        StringWriter out = new StringWriter();
        int exit = Polywire.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(new StringWriter(), true))
                .execute(Stream.concat(Stream.of("sources", "--data", folder.toString()), Stream.of(options))
                        .toArray(String[]::new));
        return new Answer(exit, out.toString());
    }

    private static FollowedSource source(String id, Way way) {
        URI home = URI.create("https://" + id + ".example/");
        URI feed = way == Way.FEED ? home.resolve("/rss") : home.resolve("/news");
        Source source = new Source(new SourceId(id), "Paper of " + id, home, feed, Grant.HEADLINE, way);
        return FollowedSource.added(source, Duration.ofMinutes(1), NOW).polled("", "", Duration.ofMinutes(1), NOW, NOW);
    }

    private static FollowedSource source(String id) {
        return source(id, Way.FEED);
    }

    private static FollowedSource failed(String id, int times, Reason reason, String detail) {
        FollowedSource failed = source(id);
        for (int i = 0; i < times; i++) {
            failed = failed.failed(reason, detail, NOW);
        }
        return failed;
    }

    private void follow(FollowedSource... sources) {
        try (Store store = Store.open(folder)) {
            store.write(all -> List.of(sources).forEach(all.sources()::save));
        }
    }

    /** So many articles, one an hour, the last so long ago; which of them could be read is told by their stage. */
    private void articles(String id, int count, Duration ago, Stage stage) {
        try (Store store = Store.open(folder)) {
            store.write(all -> {
                for (int i = 0; i < count; i++) {
                    URI address = URI.create("https://" + id + ".example/" + stage + i);
                    Instant at = NOW.minus(ago).minus(Duration.ofHours(i));
                    Sighting sighting = new Sighting(new SourceId(id), address, "", "A", null, at);
                    all.articles()
                            .add(KnownArticle.sighted(ArticleId.of(address), sighting, address, "")
                                    .at(stage, Reason.NOT_AN_ARTICLE, "", 0));
                }
            });
        }
    }

    @Test
    void whenAllIsWellTheExitCodeSaysSo() {
        follow(source("faro"), source("cais", Way.SECTION));
        Answer answer = sources();
        assertThat(answer.exit()).isEqualTo(Exit.DONE);
        assertThat(answer.line("faro")).contains("  headline  well ");
        assertThat(sources("--json").source("faro").path("alarms").isEmpty()).isTrue();
    }

    @Test
    void whatKeepsUsFromASourceIsNamed() {
        follow(
                source("well"),
                failed("dns", 1, Reason.UNREACHABLE, "DNS: no address for the name"),
                failed("wall", 7, Reason.ACCESS_DENIED, "HTTP 403, by Cloudflare"),
                source("gone").ended(Reason.GONE, "HTTP 410"));
        Answer answer = sources();
        assertThat(answer.exit()).isEqualTo(Exit.NOT_AS_EXPECTED);
        assertThat(answer.line("well")).contains(" well ");
        assertThat(answer.line("dns")).contains("failed once: ", "[UNREACHABLE] DNS: no address for the name");
        assertThat(answer.line("wall"))
                .contains("failed 7 times in a row: ", "[ACCESS_DENIED] HTTP 403, by Cloudflare");
        assertThat(answer.line("gone")).contains("ended: ", "[GONE] HTTP 410", "  never  ");
    }

    @Test
    void programsAreToldTheSameCauses() {
        follow(
                failed("dns", 1, Reason.UNREACHABLE, "DNS: no address for the name"),
                failed("wall", 7, Reason.ACCESS_DENIED, "HTTP 403, by Cloudflare"));
        Answer answer = sources("--json");
        assertThat(answer.exit()).isEqualTo(Exit.NOT_AS_EXPECTED);
        assertThat(answer.source("dns").path("code").asString()).isEqualTo("UNREACHABLE");
        assertThat(answer.source("dns").path("alarms").isEmpty()).isTrue();
        assertThat(answer.source("wall").path("failures").asInt()).isEqualTo(7);
        assertThat(answer.source("wall").path("detail").asString()).isEqualTo("HTTP 403, by Cloudflare");
        assertThat(answer.source("wall").path("alarms").path(0).asString()).isEqualTo("FAILING");
    }

    @Test
    void silenceAndANewLayoutAreToldTogether() {
        follow(source("silent"), source("changed"), source("both"));
        articles("silent", 12, Duration.ofDays(8), Stage.EXTRACTED);
        articles("changed", 10, Duration.ofHours(1), Stage.REFUSED);
        articles("changed", 20, Duration.ofHours(12), Stage.EXTRACTED);
        articles("both", 10, Duration.ofDays(8), Stage.REFUSED);
        articles("both", 20, Duration.ofDays(9), Stage.EXTRACTED);
        Answer answer = sources();
        assertThat(answer.exit()).isEqualTo(Exit.NOT_AS_EXPECTED);
        assertThat(answer.line("silent")).contains(SILENT).doesNotContain(CHANGED);
        assertThat(answer.line("changed")).contains(CHANGED).doesNotContain(SILENT);
        assertThat(answer.line("both")).contains(SILENT + " " + CHANGED);
        JsonNode alarms = sources("--json").source("both").path("alarms");
        assertThat(alarms.valueStream().map(JsonNode::asString)).containsExactly("LAYOUT_CHANGED", "SILENT");
    }

    @Test
    void aListForOtherProgramsIsWholeHoweverTheSourcesDo() {
        FollowedSource feed = failed("wall", 7, Reason.ACCESS_DENIED, "HTTP 403, by Cloudflare");
        FollowedSource page = source("cais", Way.SECTION);
        follow(feed, page);
        Answer answer = sources("--opml");
        assertThat(answer.exit()).isEqualTo(Exit.DONE);
        assertThat(Opml.read(answer.out().getBytes(StandardCharsets.UTF_8)))
                .containsExactlyInAnyOrder(outline(feed.source()), outline(page.source()));
    }

    private static Outline outline(Source source) {
        return new Outline(source.name(), source.feed(), Optional.of(source.home()), source.way() == Way.SECTION);
    }
}
