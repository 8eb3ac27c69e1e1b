package org.polywire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polywire.gather.Fetch;
import org.polywire.model.Reason;
import org.polywire.pipeline.Archive;
import org.polywire.publish.Page;
import org.polywire.search.SearchIndex;

/** What depends on more of a request than its path. */
class PublicSiteTest {
    @TempDir
    Path folder;

    private Archive archive;
    private SearchIndex index;
    private PublicSite site;

    @BeforeEach
    void open() {
        Published.write(folder.resolve("data"), 5);
        archive = Archive.open(folder.resolve("data"));
        index = SearchIndex.in(folder.resolve("search"));
        index.rebuild(archive.log(), done -> {});
        InstantSource clock = InstantSource.fixed(Published.NOW);
        PictureDesk none = new PictureDesk(
                folder.resolve("pictures"), address -> new Fetch.Refused(Reason.NOT_FOUND, "none"), clock);
        site = new PublicSite(
                Published.config(), Set.of(), archive, new SearchDesk(index, archive, clock), none, clock);
    }

    @AfterEach
    void close() {
        index.close();
        archive.close();
    }

    @ParameterizedTest
    @CsvSource({"rss.xml, application/rss+xml", "atom.xml, application/atom+xml", "feed.json, application/feed+json"})
    void aSearchCanBeFollowedWithItsFilters(String file, String type) {
        Page all = get("/ca/search/" + file, Map.of("q", "transbordador", "source", "el-faro"));
        assertThat(all.contentType()).startsWith(type);
        assertThat(all.headers()).doesNotContainKey("Link");
        assertThat(text(all)).contains("número 5").contains("número 1").doesNotContain("número 2");
        assertThat(text(all).indexOf("número 5")).isLessThan(text(all).indexOf("número 1"));
        Page other = get("/ca/search/" + file, Map.of("q", "transbordador", "source", "another"));
        assertThat(other.status()).isEqualTo(200);
        assertThat(text(other)).doesNotContain("número");
        assertThat(get("/ca/search/" + file, Map.of()).status()).isEqualTo(404);
    }

    @Test
    void theFeedsThatTheSearchPageNamesLeadToThem() {
        String page = text(get("/ca/search", Map.of("q", "transbordador")));
        assertThat(Jsoup.parse(page)
                        .select("head link[rel=alternate][type=application/rss+xml]")
                        .attr("href"))
                .isEqualTo("/ca/search/rss.xml?q=transbordador");
    }

    @Test
    void anArticlesPageNamesItsCard() {
        String card = Jsoup.parse(text(get("/ca/a/" + Published.id(1), Map.of())))
                .select("link[type=application/json+oembed]")
                .attr("href");
        assertThat(card)
                .isEqualTo("https://wire.example/oembed?url=https%3A%2F%2Fwire.example%2Fca%2Fa%2F" + Published.id(1)
                        + "&format=json");
        Page answer = embed("https://wire.example/ca/a/" + Published.id(1), "json");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(text(answer)).contains("Transbordador número 1").contains("data-translated-from");
    }

    @Test
    void aStoryIsFoundByAnyOfItsArticles() {
        for (int article : List.of(1, 2, 3)) {
            assertThat(text(embed("https://wire.example/ca/story/" + Published.id(article), "xml")))
                    .contains("/ca/story/" + Published.id(1));
        }
    }

    @Test
    void theCardOfWhatWasWithdrawnIsGone() {
        assertThat(embed("https://wire.example/ca/a/" + Published.id(2), "json").status())
                .isEqualTo(410);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://other.example/ca/a/aaaaaaaaaaaa",
                "http://wire.example/ca/a/aaaaaaaaaaaa",
                "https://wire.example/ca/",
                "https://wire.example/ca/a/aaaaaaaaaaaa",
                "https://wire.example.evil/ca/",
                "https://wire.example@evil/ca/",
                "/ca/",
                "javascript:alert(1)",
                "%%%",
                "mailto:a@b",
                " "
            })
    void nothingElseHasACard(String url) {
        assertThat(embed(url, "json").status()).isEqualTo(404);
    }

    @Test
    void aFormThatThereIsNotIsSaidToBeSo() {
        assertThat(embed("https://wire.example/ca/a/" + Published.id(1), "yaml").status())
                .isEqualTo(501);
    }

    /** One number wherever a story's articles are counted: all that any edition shows. */
    @Test
    void theFrontPageTheArticleAndTheStoryCountAlike() {
        for (String edition : List.of("ca", "ar")) {
            String story = "a[href=/" + edition + "/story/" + Published.id(1) + "]";
            String front = Jsoup.parse(text(get("/" + edition + "/", Map.of())))
                    .select(story)
                    .text();
            String article = Jsoup.parse(text(get("/" + edition + "/a/" + Published.id(1), Map.of())))
                    .select(story)
                    .text();
            String page = Jsoup.parse(text(get("/" + edition + "/story/" + Published.id(1), Map.of())))
                    .select(".kicker")
                    .text();
            assertThat(front).isNotEmpty().isEqualTo(article);
            assertThat(page).contains(front);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/ca, https://wire.example/ca/",
        "/ca/search/, https://wire.example/ca/search",
        "/ca/section/Societ%C3%A0t, https://wire.example/ca/section/societat/",
        "/ar/source/el-faro, https://wire.example/ar/source/el-faro/"
    })
    void anAddressThatIsAlmostOneOfOursLeadsThereForGoodWithItsQuery(String path, String to) {
        Page page = get(path, Map.of());
        assertThat(page.status()).isEqualTo(301);
        assertThat(page.headers()).containsEntry("Location", to);
        Page asked = get(path, Map.of("q", "mar & <port>"));
        assertThat(asked.headers()).containsEntry("Location", to + "?q=mar+%26+%3Cport%3E");
        assertThat(Jsoup.parse(text(asked)).select("main a").attr("href"))
                .isEqualTo(to.substring("https://wire.example".length()) + "?q=mar+%26+%3Cport%3E");
    }

    private Page embed(String url, String format) {
        return get("/oembed", Map.of("url", url, "format", format));
    }

    private Page get(String path, Map<String, String> parameters) {
        Map<String, List<String>> all = parameters.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> List.of(one.getValue())));
        return site.at(new Request(path, all, ""));
    }

    private static String text(Page page) {
        return new String(page.body().toArray(), StandardCharsets.UTF_8);
    }
}
