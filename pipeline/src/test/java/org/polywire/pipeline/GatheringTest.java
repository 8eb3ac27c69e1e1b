package org.polywire.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.polywire.gather.GatherConfig;
import org.polywire.gather.Gatherer;
import org.polywire.model.Article;
import org.polywire.model.Grant;
import org.polywire.model.Reason;
import org.polywire.model.RightsDecision;
import org.polywire.model.Signal;
import org.polywire.model.Source;
import org.polywire.model.Source.Way;
import org.polywire.model.SourceId;
import org.polywire.model.Usage;
import org.polywire.store.Stage;
import org.polywire.testkit.Answers;
import org.polywire.testkit.LoopbackServer;
import org.polywire.testkit.RawServer;

/** What comes in, under which name, and how much of it may be used. */
class GatheringTest {
    private static final String NEW = "2026-11-22T08:30:00+01:00";

    @TempDir
    private Path folder;

    private final SmallPress press = new SmallPress();

    @AfterEach
    void close() {
        press.close();
    }

    private Gatherer gatherer(String other) {
        return new Gatherer(GatherConfig.defaults().withAllowed(Set.of(press.authority(), other)), press.clock());
    }

    /** Of the source that every newsroom here follows. */
    private Set<SourceHealth.Alarm> alarms(SmallNewsroom newsroom) {
        return newsroom.archive().health(press.clock().instant()).stream()
                .filter(health -> health.source().source().id().equals(new SourceId("el-faro")))
                .findFirst()
                .orElseThrow()
                .alarms();
    }

    private void page(String path, String headline) {
        press.answer(path, Answers.ok("text/html", press.page(path, headline, NEW, "")));
    }

    @Test
    void anItemIsKnownAgainByWhatItsFeedCallsIt() {
        page("/a", "El puerto abre de noche");
        page("/b", "El puerto abre de noche");
        press.feed("", press.item("/a", "<guid isPermaLink='false'>id-1</guid>"));
        try (SmallNewsroom newsroom = new SmallNewsroom(folder, press)) {
            newsroom.settle();
            press.feed("", press.item("/b", "<guid isPermaLink='false'>id-1</guid>"));
            newsroom.settle();
            assertThat(newsroom.articles()).hasSize(1);
            press.feed("", press.item("/a", "<guid isPermaLink='false'>id-2</guid>"));
            newsroom.settle();
            assertThat(newsroom.articles())
                    .as("the same address under a new name")
                    .hasSize(1);
        }
    }

    @Test
    void aNameThatAllItemsShareTellsNothing() {
        page("/a", "El puerto abre de noche");
        press.answer("/b", Answers.status(404));
        String guid = "<guid isPermaLink='false'>same</guid>";
        press.feed("", press.item("/a", guid), press.item("/b", guid));
        try (SmallNewsroom newsroom = new SmallNewsroom(folder, press)) {
            newsroom.settle();
            assertThat(newsroom.articles()).hasSize(2);
        }
    }

    @Test
    void anArchiveThatIsDatedAnewDoesNotFloodTheSite() {
        page("/a", "El puerto abre de noche");
        press.answer(
                "/c", Answers.ok("text/html", press.page("/c", "La feria de mayo", "2019-05-17T10:00:00+02:00", "")));
        press.feed("", press.item("/a", ""));
        try (SmallNewsroom newsroom = new SmallNewsroom(folder, press)) {
            newsroom.settle();
            String today = "<pubDate>Mon, 23 Nov 2026 20:00:00 GMT</pubDate>";
            press.feed(
                    "",
                    press.item("/a", today),
                    press.item("/2019/05/b", today),
                    press.item("/c", today),
                    press.item("/d", "<pubDate>Fri, 17 May 2019 08:00:00 GMT</pubDate>"));
            newsroom.settle();
            assertThat(newsroom.headlines()).containsExactly("El puerto abre de noche");
            for (String old : new String[] {"/2019/05/b", "/c", "/d"}) {
                assertThat(newsroom.where(old).article().reason()).as(old).isEqualTo(Reason.OLD_NEWS);
            }
            assertThat(press.visits("/2019/05/b") + press.visits("/d"))
                    .as("told by date and address alone")
                    .isZero();
        }
    }

    @Test
    void whatASourceShowsFirstIsNewsHoweverOld() {
        press.answer(
                "/c", Answers.ok("text/html", press.page("/c", "La feria de mayo", "2019-05-17T10:00:00+02:00", "")));
        press.feed("", press.item("/c", "<pubDate>Fri, 17 May 2019 08:00:00 GMT</pubDate>"));
        try (SmallNewsroom newsroom = new SmallNewsroom(folder, press)) {
            newsroom.settle();
            assertThat(newsroom.headlines()).containsExactly("La feria de mayo");
        }
    }

    @Test
    void anArticlePublishedAnewUnderAnotherAddressIsKnownByItsWords() {
        page("/a", "El puerto abre de noche");
        press.feed("", press.item("/a", ""));
        try (SmallNewsroom newsroom = new SmallNewsroom(folder, press)) {
            newsroom.settle();
            page("/again", "El puerto abre, de noche…");
            press.feed("", press.item("/again", ""), press.item("/a", ""));
            newsroom.settle();
            assertThat(newsroom.where("/again").article().reason()).isEqualTo(Reason.DUPLICATE);
            assertThat(newsroom.headlines()).containsExactly("El puerto abre de noche");
        }
    }

    @Test
    void anIndexOfSitemapsIsFollowedPartByPart() {
        page("/a", "El puerto abre de noche");
        press.answer(
                "/sitemap.xml",
                Answers.ok("text/xml", "<sitemapindex><sitemap><loc>/news.xml</loc></sitemap></sitemapindex>"));
        press.answer(
                "/news.xml",
                Answers.versioned("\"1\"", "never", "text/xml", "<urlset><url><loc>/a</loc></url></urlset>"));
        press.feed("");
        try (SmallNewsroom newsroom = new SmallNewsroom(folder, press)) {
            newsroom.follow(new Source(
                    new SourceId("map"), "Map", press.address("/"), press.address("/sitemap.xml"), Grant.FULL));
            newsroom.settle();
            newsroom.settle();
            assertThat(newsroom.headlines()).containsExactly("El puerto abre de noche");
            assertThat(press.validators("/news.xml")).startsWith("-").endsWith("\"1\"");
        }
    }

    @Test
    void aSiteWithNeitherFeedNorSitemapIsFollowedByTheLinksOnItsPage() {
        for (int i = 1; i <= 3; i++) {
            page("/2026/11/22/n" + i, "El puerto abre de noche " + i);
        }
        press.answer("/rss.xml", Answers.status(404));
        press.answer("/", Answers.ok("text/html", """
                <html lang=es><title>El Faro</title><a href=/2026/11/22/n1>El puerto abre de noche</a>
                <a href=/2026/11/22/n2>El puerto cierra de noche</a><a href=/2026/11/22/n3>La lonja cambia de sitio</a>"""));
        try (SmallNewsroom newsroom = new SmallNewsroom(folder, press);
                Gatherer gatherer = newsroom.gatherer()) {
            Scout.Finding finding = new Scout(gatherer).find(press.address("/"), Grant.FULL);
            Source source = ((Scout.Finding.Found) finding).source();
            assertThat(source.way()).isEqualTo(Way.SECTION);
            assertThat(finding.looks().getLast().place()).isEqualTo(press.address("/"));
            newsroom.follow(source);
            newsroom.settle();
            assertThat(newsroom.articles()).hasSize(3);
        }
    }

    @Test
    void aFeedThatMovedForGoodIsPolledThereAfterThreeTimes() {
        press.answer("/rss.xml", Answers.status(301, "Location", "/feed.xml"));
        press.answer(
                "/feed.xml", Answers.ok("text/xml", "<rss version='2.0'><channel><title>T</title></channel></rss>"));
        try (SmallNewsroom newsroom = new SmallNewsroom(folder, press)) {
            newsroom.settle();
            newsroom.settle();
            assertThat(newsroom.source("el-faro").source().feed()).isEqualTo(press.address("/rss.xml"));
            newsroom.settle();
            assertThat(newsroom.source("el-faro").source().feed()).isEqualTo(press.address("/feed.xml"));
        }
    }

    @Test
    void aFeedIsNotAskedForWhileItsLastAnswerIsFresh() {
        press.answer(
                "/rss.xml",
                Answers.with(
                        "Cache-Control",
                        "max-age=3600",
                        Answers.ok("text/xml", "<rss version='2.0'><channel><ttl>5</ttl></channel></rss>")));
        try (SmallNewsroom newsroom = new SmallNewsroom(folder, press)) {
            newsroom.settle();
            var source = newsroom.source("el-faro");
            assertThat(Duration.between(source.lastSuccess(), source.nextPoll()))
                    .isEqualTo(Duration.ofHours(1));
        }
    }

    @Test
    void aFeedThatIsGoneForGoodIsNeverAskedForAgain() {
        press.answer("/rss.xml", Answers.status(410));
        try (SmallNewsroom newsroom = new SmallNewsroom(folder, press)) {
            newsroom.await(() -> newsroom.source("el-faro").ended());
            press.clock().advance(Duration.ofDays(30));
            newsroom.follow(new Source(
                    new SourceId("other"), "Other", press.address("/"), press.address("/other.xml"), Grant.FULL));
            newsroom.await(() -> newsroom.source("other").failures() > 0);
            assertThat(press.visits("/rss.xml")).as("a month later").isEqualTo(1);
            assertThat(newsroom.source("el-faro").reason()).isEqualTo(Reason.GONE);
            assertThat(alarms(newsroom)).containsExactly(SourceHealth.Alarm.ENDED);
        }
    }

    @Test
    void aSourceThatHasEndedIsNotAskedAgainAfterARestartUnlessItHasAnotherFeedOrWasSeenAlive() {
        press.answer("/rss.xml", Answers.status(410));
        try (SmallNewsroom newsroom = new SmallNewsroom(folder, press)) {
            newsroom.await(() -> newsroom.source("el-faro").ended());
        }
        Source other = new Source(
                new SourceId("el-faro"), "El Faro", press.address("/"), press.address("/new.xml"), Grant.FULL);
        try (SmallNewsroom newsroom = new SmallNewsroom(folder, press)) {
            press.clock().advance(Duration.ofDays(1));
            newsroom.follow(new Source(
                    new SourceId("other"), "Other", press.address("/"), press.address("/other.xml"), Grant.FULL));
            newsroom.await(() -> newsroom.source("other").failures() > 0);
            assertThat(newsroom.source("el-faro").ended()).isTrue();
            assertThat(press.visits("/rss.xml")).isEqualTo(1);
            newsroom.follow(other);
            newsroom.await(() -> press.visits("/new.xml") > 0);
            press.answer("/new.xml", Answers.status(410));
            newsroom.await(() -> newsroom.source("el-faro").ended());
            press.answer("/new.xml", Answers.ok("text/xml", "<rss version='2.0'><channel/></rss>"));
            newsroom.revive(other);
            newsroom.await(() -> newsroom.source("el-faro").failures() == 0);
        }
    }

    static Stream<Arguments> obstacles() {
        return Stream.of(
                arguments(
                        Answers.status(403, "CF-Ray", "8f0"),
                        "/rss.xml",
                        Reason.ACCESS_DENIED,
                        "HTTP 403, by Cloudflare"),
                arguments(
                        Answers.status(503, "Server", "AkamaiGHost"),
                        "/rss.xml",
                        Reason.SERVER_ERROR,
                        "HTTP 503, by Akamai"),
                arguments(
                        Answers.ok("text/plain", "User-agent: *\nDisallow: /"),
                        "/robots.txt",
                        Reason.ROBOTS_FORBIDDEN,
                        "robots.txt of 127.0.0.1"),
                arguments(Answers.status(500), "/robots.txt", Reason.ROBOTS_UNREACHABLE, "robots.txt: HTTP 500"),
                arguments(Answers.ok("text/html", "<p>Under construction"), "/rss.xml", Reason.NOT_A_FEED, ""));
    }

    @ParameterizedTest
    @MethodSource("obstacles")
    void whatKeepsUsFromASourceIsNamedAndRaisesAnAlarmIfItLasts(
            LoopbackServer.Answer answer, String place, Reason reason, String detail) {
        press.answer(place, answer);
        try (SmallNewsroom newsroom = new SmallNewsroom(folder, press)) {
            newsroom.await(() -> newsroom.source("el-faro").failures() == 1);
            assertThat(newsroom.source("el-faro").reason()).isEqualTo(reason);
            assertThat(newsroom.source("el-faro").detail()).contains(detail);
            while (newsroom.source("el-faro").failures() < 5) {
                newsroom.settle();
            }
            assertThat(alarms(newsroom)).containsExactly(SourceHealth.Alarm.FAILING);
        }
    }

    @Test
    void aSourceThatCannotShakeHandsIsNamedAsSuch() {
        RawServer.Talk plain = (in, out) -> out.write("HTTP/1.1 400 No\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        try (RawServer server = RawServer.start(plain);
                SmallNewsroom newsroom = new SmallNewsroom(folder, press, gatherer(server.authority()))) {
            URI secure = URI.create("https://" + server.authority() + "/rss.xml");
            newsroom.follow(new Source(new SourceId("secure"), "Secure", secure.resolve("/"), secure, Grant.FULL));
            newsroom.await(() -> newsroom.source("secure").failures() == 1);
            assertThat(newsroom.source("secure").reason()).isEqualTo(Reason.TLS_FAILED);
        }
    }

    /** Names under {@code invalid} have no address anywhere (RFC 6761, 6.4). */
    @Test
    void aSourceWhoseNameHasNoAddressIsNamedAsSuch() {
        URI nowhere = URI.create("https://faro.invalid/rss.xml");
        try (SmallNewsroom newsroom = new SmallNewsroom(folder, press)) {
            newsroom.follow(new Source(new SourceId("nowhere"), "Nowhere", nowhere.resolve("/"), nowhere, Grant.FULL));
            newsroom.await(() -> newsroom.source("nowhere").failures() == 1);
            assertThat(newsroom.source("nowhere").reason()).isEqualTo(Reason.UNREACHABLE);
            assertThat(newsroom.source("nowhere").detail()).startsWith("DNS: ");
        }
    }

    static Stream<Arguments> rights() {
        return Stream.of(
                arguments(Grant.FULL, "", "", Usage.FULL),
                arguments(Grant.HEADLINE, "", "", Usage.EXCERPT),
                arguments(Grant.FULL, "", "<meta name=robots content=nosnippet>", Usage.HEADLINE),
                arguments(Grant.FULL, "", "<meta name=robots content=noarchive>", Usage.EXCERPT),
                arguments(
                        Grant.HEADLINE,
                        "<atom:link rel='license' href='https://creativecommons.org/licenses/by/4.0/'/>",
                        "",
                        Usage.FULL),
                arguments(
                        Grant.HEADLINE,
                        "<atom:link rel='license' href='https://creativecommons.org/licenses/by/4.0/'/>",
                        "<link rel=license href=https://creativecommons.org/licenses/by-nc/4.0/>",
                        Usage.EXCERPT),
                arguments(
                        Grant.FULL,
                        "<atom:link rel='license' href='https://creativecommons.org/licenses/by-nd/4.0/'/>",
                        "",
                        Usage.NOTHING),
                arguments(Grant.FULL, "", "<meta name=tdm-reservation content=1>", Usage.NOTHING),
                arguments(Grant.FULL, "<copyright>Todos los derechos</copyright>", "", Usage.FULL));
    }

    @ParameterizedTest
    @MethodSource("rights")
    void whatMayBeUsedIsDecidedAndKeptWithItsEvidence(Grant grant, String channel, String meta, Usage usage) {
        press.answer("/a", Answers.ok("text/html", press.page("/a", "El puerto abre de noche", NEW, meta)));
        press.feed(channel, press.item("/a", ""));
        try (SmallNewsroom newsroom = new SmallNewsroom(folder, press, grant)) {
            newsroom.settle();
            RightsDecision decision = newsroom.where("/a").rights().orElseThrow();
            assertThat(decision.usage()).isEqualTo(usage);
            assertThat(decision.grant()).isEqualTo(grant);
            assertThat(decision.signals())
                    .extracting(Signal::evidence)
                    .allSatisfy(evidence -> assertThat(evidence).isNotBlank())
                    .hasSize((channel.isEmpty() ? 0 : 1) + (meta.isEmpty() ? 0 : 1));
            Stage stage = newsroom.where("/a").article().stage();
            assertThat(stage).isEqualTo(usage == Usage.NOTHING ? Stage.REFUSED : Stage.EXTRACTED);
            assertThat(newsroom.texts().stream().map(Article::body).filter(body -> !body.isEmpty()))
                    .hasSize(usage == Usage.FULL ? 1 : 0);
        }
    }
}
