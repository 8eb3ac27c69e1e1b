package org.polywire.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
import org.polywire.model.Unit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The feeds as an independent reader, Python's feedparser, reads them back: the same entries in every language and format. */
class FeedparserTest {
    private static final String PYTHON = "/usr/bin/python3";
    private static final String SCRIPT = """
        import feedparser, json, sys
        for path in sys.argv[1:]:
            feed = feedparser.parse(path)
            print(json.dumps({'bozo': bool(feed.bozo), 'language': feed.feed.get('language'), 'title': feed.feed.title,
                'entries': [{'id': e.id, 'link': e.link, 'title': e.title, 'author': e.get('author'),
                    'published': list(e.published_parsed)[:6], 'content': e.content[-1].value,
                    'source': e.get('source', {}).get('title'),
                    'via': [l.href for l in e.links if l.rel == 'via']} for e in feed.entries]}))
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
    void bothFeedsAreReadBackAsTheyWereMeant() throws Exception {
        List<String> arguments = new ArrayList<>(List.of("-c", SCRIPT));
        for (Edition edition : Press.EDITIONS) {
            List<Publication> latest = Stories.front(edition.language().value());
            arguments.add(write(edition, "rss", Press.rss(site, edition, latest)));
            arguments.add(write(edition, "atom", Press.atom(site, edition, latest)));
        }
        Answer answer = python(arguments);
        assertThat(answer.status()).as(answer.text()).isZero();
        List<String> lines = answer.text().lines().toList();
        assertThat(lines).hasSize(2 * Press.EDITIONS.size());
        for (int i = 0; i < lines.size(); i++) {
            check(Press.EDITIONS.get(i / 2), JsonMapper.shared().readTree(lines.get(i)));
        }
    }

    private static void check(Edition edition, JsonNode feed) {
        List<Publication> latest = Stories.front(edition.language().value());
        assertThat(feed.at("/bozo").asBoolean()).isFalse();
        assertThat(feed.at("/title").asString()).isEqualTo(edition.title());
        assertThat(feed.at("/language").asString())
                .isEqualToIgnoringCase(edition.language().value());
        assertThat(feed.at("/entries").size()).isEqualTo(latest.size());
        for (int i = 0; i < latest.size(); i++) {
            check(latest.get(i), feed.at("/entries").get(i));
        }
    }

    private static void check(Publication publication, JsonNode entry) {
        Translation translation = translation(publication);
        String id = publication.entry().article() + ":" + publication.entry().edition();
        assertThat(entry.at("/id").asString()).isEqualTo("tag:wire.example,2026:" + id);
        assertThat(entry.at("/title").asString())
                .isEqualTo(translation.article().headline());
        assertThat(entry.at("/author").asString())
                .isEqualTo(translation.article().bylines().getFirst().name());
        assertThat(entry.at("/source").asString())
                .isEqualTo(translation.article().outlet().name());
        assertThat(entry.at("/via/0").asString())
                .isEqualTo(translation.article().address().toASCIIString());
        assertThat(entry.at("/published/0").asInt()).isEqualTo(2026);
        String words = Jsoup.parse(entry.at("/content").asString()).text();
        assertThat(words).contains("@puerto_sur");
        translation.article().units().stream()
                .filter(unit -> unit.role() == Unit.Role.HEADING)
                .forEach(unit -> assertThat(words).contains(unit.text()));
    }

    private static Translation translation(Publication publication) {
        return switch (publication) {
            case Published(var entry, Translation translation) -> translation;
            case Corrected(var entry, Translation translation, var revision) -> translation;
            case Withdrawn withdrawn -> throw new IllegalStateException("withdrawn: " + withdrawn);
        };
    }

    private String write(Edition edition, String format, Page page) throws IOException {
        Path file = folder.resolve(edition.path() + "." + format + ".xml");
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
