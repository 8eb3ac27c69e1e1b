package org.polywire.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.model.Edition;
import org.polywire.model.Publication;
import org.polywire.model.Publication.Corrected;
import org.polywire.model.Publication.Published;
import org.polywire.model.Publication.Withdrawn;
import org.polywire.model.Translation;
import org.polywire.publish.Resource.Format;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The feeds as an independent reader, Python's feedparser, reads them back: the same entries in every language and format. */
class FeedparserTest {
    private static final int ARTICLES = 4;
    private static final String PYTHON = "/usr/bin/python3";
    private static final String SCRIPT = """
        import calendar, feedparser, json, sys
        for path in sys.argv[1:]:
            feed = feedparser.parse(path)
            print(json.dumps({'bozo': bool(feed.bozo), 'language': feed.feed.get('language'), 'title': feed.feed.title,
                'entries': [{'id': e.id, 'link': e.link, 'title': e.title, 'author': e.get('author'),
                    'published': calendar.timegm(e.published_parsed), 'content': e.content[-1].value,
                    'language': e.get('language') or e.content[-1].get('language'),
                    'source': e.get('source', {}).get('title'),
                    'via': [[l.href, l.get('hreflang')] for l in e.links if l.rel == 'via']} for e in feed.entries]}))
        """;

    @TempDir
    Path folder;

    private final Site site = new Site(Press.config(), Press.providers(false));

    @BeforeAll
    static void feedparserIsThere() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of(PYTHON))
                        && python(List.of("-c", "import feedparser")).status() == 0,
                "no feedparser; install it with: apt-get install python3-feedparser");
    }

    @Test
    void feedsOfEveryKindAndLanguageAreReadBackAsTheyWereMeant() throws Exception {
        List<String> arguments = new ArrayList<>(List.of("-c", SCRIPT));
        List<Edition> editions = new ArrayList<>();
        for (Edition edition : Press.EDITIONS) {
            List<Publication> latest = Stories.front(edition.language().value(), ARTICLES);
            for (Format format : List.of(Format.RSS, Format.ATOM)) {
                for (Page feed : Press.feeds(site, edition, latest, format)) {
                    arguments.add(write(arguments.size(), feed));
                    editions.add(edition);
                }
            }
        }
        Answer answer = python(arguments);
        assertThat(answer.status()).as(answer.text()).isZero();
        List<String> lines = answer.text().lines().toList();
        assertThat(lines).hasSameSizeAs(editions);
        for (int i = 0; i < lines.size(); i++) {
            check(editions.get(i), JsonMapper.shared().readTree(lines.get(i)));
        }
    }

    private void check(Edition edition, JsonNode feed) {
        List<Publication> latest = Stories.front(edition.language().value(), ARTICLES);
        assertThat(feed.at("/bozo").asBoolean()).isFalse();
        assertThat(feed.at("/title").asString()).startsWith(edition.title());
        assertThat(feed.at("/language").asString())
                .isEqualToIgnoringCase(edition.language().value());
        assertThat(feed.at("/entries").size()).isEqualTo(latest.size());
        for (int i = 0; i < latest.size(); i++) {
            check(latest.get(i), feed.at("/entries").get(i));
        }
    }

    private void check(Publication publication, JsonNode entry) {
        Translation translation = translation(publication);
        String id = publication.entry().article() + ":" + publication.entry().edition();
        assertThat(entry.at("/id").asString()).isEqualTo("tag:wire.example,2026:" + id);
        assertThat(entry.at("/title").asString())
                .isEqualTo(translation.article().headline());
        assertThat(entry.at("/author").asString())
                .isEqualTo(translation.article().bylines().getFirst().name());
        assertThat(entry.at("/source").asString())
                .isEqualTo(translation.article().outlet().name());
        assertThat(entry.at("/via/0/0").asString())
                .isEqualTo(translation.article().address().toASCIIString());
        assertThat(entry.at("/via/0/1").asString()).isEqualTo(translation.from().value());
        assertThat(entry.at("/language").asString())
                .isEqualToIgnoringCase(publication.entry().edition().value());
        assertThat(entry.at("/published").asLong())
                .isEqualTo(publication.entry().firstAt().getEpochSecond());
        assertThat(Jsoup.parse(entry.at("/content").asString()).text()).isEqualTo(text(publication));
    }

    /** The notice and the text, as the article's own page has them. */
    private String text(Publication publication) {
        return SiteTest.html(site.article(publication, Set.of()))
                .expectFirst(".text")
                .text();
    }

    private static Translation translation(Publication publication) {
        return switch (publication) {
            case Published(var entry, Translation translation) -> translation;
            case Corrected(var entry, Translation translation, var revision) -> translation;
            case Withdrawn withdrawn -> throw new IllegalStateException("withdrawn: " + withdrawn);
        };
    }

    private String write(int number, Page page) throws IOException {
        Path file = folder.resolve(number + ".xml");
        Files.write(file, page.body().toArray());
        return file.toString();
    }

    private record Answer(int status, String text) {}

    private static Answer python(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(PYTHON));
        command.addAll(arguments);
        Process python = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(python.waitFor(), text);
    }
}
