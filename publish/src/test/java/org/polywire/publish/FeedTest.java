package org.polywire.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.polywire.model.Article;
import org.polywire.model.Edition;
import org.polywire.model.Publication;
import org.polywire.model.Reason;
import org.polywire.publish.Resource.Format;

/** Both feeds, as ROME reads them back. */
class FeedTest {
    private final Site site = new Site(Press.config(), Press.providers(false));
    private final Edition catalan = Press.edition("ca");

    static List<Edition> editions() {
        return Press.EDITIONS;
    }

    @ParameterizedTest
    @MethodSource("editions")
    void bothFormatsSayTheSameInEveryLanguageAndKindOfFeed(Edition edition) throws Exception {
        List<Publication> latest = Stories.front(edition.language().value());
        List<Page> rss = Press.feeds(site, edition, latest, Format.RSS);
        List<Page> atom = Press.feeds(site, edition, latest, Format.ATOM);
        for (int i = 0; i < rss.size(); i++) {
            assertSame(read(rss.get(i)), read(atom.get(i)), latest);
        }
    }

    private static void assertSame(SyndFeed rss, SyndFeed atom, List<Publication> latest) {
        assertThat(rss.getFeedType()).isEqualTo("rss_2.0");
        assertThat(atom.getFeedType()).isEqualTo("atom_1.0");
        assertThat(rss.getTitle()).isEqualTo(atom.getTitle());
        assertThat(rss.getLanguage())
                .isEqualTo(latest.getFirst().entry().edition().value());
        assertThat(rss.getEntries())
                .extracting(SyndEntry::getUri)
                .doesNotHaveDuplicates()
                .hasSize(latest.size());
        for (int i = 0; i < latest.size(); i++) {
            assertSame(rss.getEntries().get(i), atom.getEntries().get(i), latest.get(i));
        }
    }

    private static void assertSame(SyndEntry rss, SyndEntry atom, Publication publication) {
        assertThat(rss.getUri())
                .isEqualTo(atom.getUri())
                .isEqualTo("tag:wire.example,2026:" + publication.entry().article() + ":"
                        + publication.entry().edition());
        assertThat(rss.getLink())
                .isEqualTo(atom.getLink())
                .isEqualTo("https://wire.example/"
                        + publication.entry().edition().value().toLowerCase(Locale.ROOT) + "/a/"
                        + publication.entry().article());
        assertThat(rss.getTitle()).isEqualTo(atom.getTitle());
        assertThat(rss.getAuthor()).isEqualTo(atom.getAuthor()).isNotBlank();
        assertThat(rss.getPublishedDate().toInstant())
                .isEqualTo(atom.getPublishedDate().toInstant())
                .isEqualTo(publication.entry().firstAt());
        assertThat(rss.getContents().getFirst().getValue())
                .isEqualTo(atom.getContents().getFirst().getValue())
                .startsWith("<div class=\"text\" lang=\"" + publication.entry().edition() + "\" dir=\"")
                .contains("<div class=\"notice\"");
    }

    @Test
    void anItemNamesItsSourceAndItsOriginal() throws Exception {
        String rss = NoticeTest.text(Press.rss(site, catalan, List.of(Stories.ferry())));
        assertThat(rss)
                .contains("<source url=\"https://faro.example/feed.xml\">El Faro del Sur</source>")
                .contains("<atom:link rel=\"via\" href=\"https://faro.example/es/one\" hreflang=\"es\"/>")
                .contains(
                        "<atom:link rel=\"self\" type=\"application/rss+xml\" href=\"https://wire.example/ca/rss.xml\"/>")
                .contains("<atom:link rel=\"hub\" href=\"https://wire.example/hub\"/>")
                .contains("<dc:creator>Lucía Ferrer</dc:creator>")
                .contains("<pubDate>Mon, 23 Nov 2026 21:00:00 GMT</pubDate>")
                .contains("<media:credit role=\"photographer\">M. Ferrer / Faro</media:credit>");
        assertThat(NoticeTest.text(Press.atom(site, catalan, List.of(Stories.ferry()))))
                .contains("<link rel=\"hub\" href=\"https://wire.example/hub\"/>");
        SyndEntry entry = read(Press.atom(site, catalan, List.of(Stories.ferry())))
                .getEntries()
                .getFirst();
        assertThat(entry.getSource().getTitle()).isEqualTo("El Faro del Sur");
        assertThat(entry.getLinks()).anySatisfy(link -> {
            assertThat(link.getRel()).isEqualTo("via");
            assertThat(link.getHreflang()).isEqualTo("es");
            assertThat(link.getHref()).isEqualTo("https://faro.example/es/one");
        });
    }

    @Test
    void aSourceWhoseFeedIsUnknownIsNamedByTheArticleAlone() {
        String rss = NoticeTest.text(Press.rss(Press.site(), catalan, List.of(Stories.ferry())));
        assertThat(rss).doesNotContain("<source ").contains("<dc:source>https://faro.example/es/one</dc:source>");
    }

    @Test
    void anItemKeepsItsIdentityWhenItIsCorrected() throws Exception {
        SyndEntry before = read(Press.rss(site, catalan, List.of(Stories.ferry())))
                .getEntries()
                .getFirst();
        SyndEntry after = read(Press.rss(site, catalan, List.of(Press.corrected(Stories.ferry()))))
                .getEntries()
                .getFirst();
        assertThat(after.getUri()).isEqualTo(before.getUri());
        assertThat(after.getPublishedDate()).isEqualTo(before.getPublishedDate());
        assertThat(read(Press.atom(site, catalan, List.of(Press.corrected(Stories.ferry()))))
                        .getEntries()
                        .getFirst()
                        .getUpdatedDate()
                        .toInstant())
                .isEqualTo(Instant.parse("2026-11-23T21:15:00Z"));
    }

    @Test
    void whatWasWithdrawnIsInNoFeedAndAtomSaysSo() throws Exception {
        List<Publication> gone = List.of(Press.withdrawn(Stories.ferry(), Reason.SOURCE_WITHDREW));
        assertThat(read(Press.rss(site, catalan, gone)).getEntries()).isEmpty();
        assertThat(NoticeTest.text(Press.atom(site, catalan, gone)))
                .doesNotContain("<entry>")
                .contains("<at:deleted-entry ref=\"tag:wire.example,2026:")
                .contains("when=\"2026-11-23T21:20:00Z\"");
    }

    @Test
    void charactersThatXmlForbidsAreLeftOut() throws Exception {
        Press.Words words = new Press.Words(
                "en",
                "Out\u0000let",
                "K",
                "A\u0008 \uD800 \uFFFE ]]> B",
                "S\u000B",
                "Au\u001Fthor",
                "Sec",
                "H",
                "Q",
                "C",
                List.of("p\uFFFF", "q", "r", "s"));
        Article article = Press.story(words, "bad");
        List<Publication> latest = List.of(Press.original(article, 1));
        for (Page page :
                List.of(Press.rss(site, Press.edition("en"), latest), Press.atom(site, Press.edition("en"), latest))) {
            SyndEntry entry = read(page).getEntries().getFirst();
            assertThat(entry.getTitle()).isEqualTo("A   ]]> B");
            assertThat(entry.getAuthor()).isEqualTo("Author");
        }
    }

    @Test
    void aFeedIsNeverLongerThanItsLimit() throws Exception {
        List<Publication> many = IntStream.range(0, 200)
                .<Publication>mapToObj(i -> Press.original(Stories.article("en", "n" + i), i))
                .toList();
        assertThat(read(Press.rss(site, Press.edition("en"), many)).getEntries())
                .hasSize(Site.FEED_LENGTH);
        assertThat(read(Press.atom(site, Press.edition("en"), many)).getEntries())
                .hasSize(Site.FEED_LENGTH);
    }

    @Test
    void anEmptyFeedIsAFeed() throws Exception {
        assertThat(read(Press.rss(site, catalan, List.of())).getEntries()).isEmpty();
        assertThat(read(Press.atom(site, catalan, List.of())).getEntries()).isEmpty();
    }

    private static SyndFeed read(Page page) throws IOException, FeedException {
        return new SyndFeedInput().build(new XmlReader(page.body().stream(), page.contentType()));
    }
}
