package org.polywire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polywire.pipeline.Archive;
import org.polywire.publish.Api;
import org.polywire.publish.Page;
import org.polywire.publish.Site;
import org.polywire.search.SearchIndex;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PublicApiTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    Path folder;

    private Archive archive;
    private SearchIndex index;
    private PublicApi api;

    @BeforeEach
    void open() {
        Published.write(folder, 7);
        archive = Archive.open(folder);
        index = SearchIndex.in(folder.resolve("search"));
        index.rebuild(archive.log(), done -> {});
        InstantSource clock = InstantSource.fixed(Published.NOW);
        api = new PublicApi(
                new Api(Published.config(), new Site(Published.config()).addresses()),
                Published.EDITIONS,
                archive,
                new SearchDesk(index, archive, clock));
    }

    @AfterEach
    void close() {
        index.close();
        archive.close();
    }

    /** Every example that the served description gives leads to the answer that it promises. */
    @Test
    void everyExampleOfTheDescriptionWorks() {
        JsonNode description = json("/api/v1/openapi.json");
        description.path("paths").properties().forEach(path -> {
            List<String> query = new ArrayList<>();
            String address = path.getKey()
                    .replace("{article}", Published.id(1).value())
                    .replace("{story}", Published.id(1).value());
            for (JsonNode parameter : path.getValue().at("/get/parameters")) {
                String name = parameter.path("name").asString();
                String example = parameter.path("example").asString("");
                address = address.replace("{" + name + "}", example);
                if (parameter.path("in").asString().equals("query") && !example.isEmpty()) {
                    query.add(name + "=" + example);
                }
            }
            Page page = get(address + (query.isEmpty() ? "" : "?" + String.join("&", query)));
            assertThat(page.status()).as(path.getKey()).isEqualTo(200);
            assertThat(path.getValue().at("/get/responses/200/content").propertyNames())
                    .as(path.getKey())
                    .anyMatch(type -> page.contentType().startsWith(type));
        });
    }

    @Test
    void theArticlesOfAnEditionComeInPagesAndNoneTwice() {
        List<String> seen = new ArrayList<>();
        String next = "";
        for (int page = 0; page < 10 && !next.equals("null"); page++) {
            JsonNode list = json("/api/v1/editions/ca/articles?limit=2" + (next.isEmpty() ? "" : "&cursor=" + next));
            list.path("articles").forEach(article -> seen.add(article.path("id").asString()));
            next = list.path("next").asString("null");
        }
        assertThat(seen)
                .hasSize(6)
                .doesNotHaveDuplicates()
                .doesNotContain(Published.id(2).value());
        assertThat(seen.getFirst()).isEqualTo(Published.id(7).value());
    }

    @Test
    void theLogCanBeFollowedToItsEnd() {
        long after = 0;
        int entries = 0;
        boolean complete = false;
        while (!complete) {
            JsonNode page = json("/api/v1/log?limit=4&after=" + after);
            entries += page.path("entries").size();
            after = page.path("next").asLong();
            complete = page.path("complete").asBoolean();
        }
        assertThat(entries).isEqualTo(15);
        assertThat(json("/api/v1/log?after=" + after).path("entries").isEmpty()).isTrue();
    }

    @Test
    void aWithdrawnArticleIsGoneButStandsWhereItStands() {
        Page gone = get("/api/v1/editions/ca/articles/" + Published.id(2));
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.contentType()).isEqualTo("application/problem+json");
        assertThat(get("/api/v1/editions/ar/articles/" + Published.id(2)).status())
                .isEqualTo(200);
        JsonNode both = json("/api/v1/articles/" + Published.id(2)).path("articles");
        assertThat(both.valueStream().map(one -> one.path("status").asString()))
                .containsExactly("withdrawn", "published");
    }

    @Test
    void aStoryIsFoundByItsNameAndByAnyOfItsArticlesAlsoByOneThatIsWithdrawn() {
        JsonNode story = json("/api/v1/stories/" + Published.id(1));
        assertThat(story.path("id").asString()).isEqualTo(Published.id(1).value());
        assertThat(story.path("pages")
                        .valueStream()
                        .map(page -> page.path("url").asString()))
                .containsExactly(
                        "https://wire.example/ca/story/" + Published.id(1),
                        "https://wire.example/ar/story/" + Published.id(1));
        assertThat(story.path("articles").valueStream().map(one -> one.path("edition") + " " + one.path("id")))
                .hasSize(5);
        assertThat(story.at("/articles/0/disclosure/state").asString()).isEqualTo("machine_translated");
        assertThat(story.path("timeline")
                        .valueStream()
                        .map(one -> one.path("type").asString()))
                .containsExactly(
                        "withdrawn", "published", "published", "published", "published", "published", "published");
        assertThat(json("/api/v1/stories/" + Published.id(2))).isEqualTo(story);
        assertThat(json("/api/v1/stories/" + Published.id(3))).isEqualTo(story);
    }

    @Test
    void theStoriesOfAnEditionAreThoseThatSeveralOfItsArticlesTell() {
        JsonNode stories = json("/api/v1/editions/ca/stories").path("stories");
        assertThat(stories.size()).isEqualTo(1);
        assertThat(stories.at("/0/id").asString()).isEqualTo(Published.id(1).value());
        assertThat(stories.at("/0/articles").asInt()).isEqualTo(3);
        assertThat(stories.at("/0/lead/id").asString())
                .isEqualTo(Published.id(1).value());
    }

    @Test
    void aSearchFindsAndForgivesATypingError() {
        JsonNode found = json("/api/v1/search?edition=ca&q=trasbordador");
        assertThat(found.path("corrected").asString()).isEqualTo("transbordador");
        assertThat(found.path("total").asInt()).isEqualTo(6);
        assertThat(found.at("/hits/0/article/disclosure/state").asString()).isEqualTo("machine_translated");
        assertThat(json("/api/v1/suggestions?beginning=trans&edition=ca")
                        .path("words")
                        .get(0)
                        .asString())
                .isEqualTo("transbordador");
    }

    @ParameterizedTest
    @CsvSource({
        "/api, 404",
        "/api/v2/editions, 404",
        "/api/v1/nothing, 404",
        "/api/v1/editions/xx, 404",
        "/api/v1/editions/ca/nothing, 404",
        "/api/v1/editions/ca/articles/short, 404",
        "/api/v1/editions/ca/articles/aaaaaaaaaaaa, 404",
        "/api/v1/editions/ca/articles/aaaaaaaaaaaa/ninjs/more, 404",
        "/api/v1/articles/aaaaaaaaaaaa, 404",
        "/api/v1/stories, 404",
        "/api/v1/stories/aaaaaaaaaaaa, 404",
        "/api/v1/editions/ca/stories?cursor=x, 400",
        "/api/v1/log?after=-1, 400",
        "/api/v1/log?limit=0, 400",
        "/api/v1/log?limit=101, 400",
        "/api/v1/search?order=best, 400",
        "/api/v1/search?since=yesterday, 400",
        "/api/v1/search?edition=xx, 400",
        "/api/v1/search?source=_, 400",
        "/api/v1/search?query=x, 400",
        "/api/v1/editions/ca/articles?cursor=x, 400"
    })
    void whatMakesNoSenseIsAProblemInWords(String address, int status) {
        Page page = get(address);
        assertThat(page.status()).isEqualTo(status);
        assertThat(page.contentType()).isEqualTo("application/problem+json");
        JsonNode problem = JSON.readTree(page.body().toArray());
        assertThat(problem.path("type").asString()).startsWith("https://wire.example/api/v1/problems/");
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.has("errors")).isEqualTo(status == 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "\"><img src=x>", "\u0000\u202E", "%"})
    void nothingThatIsAskedForBreaksAnAnswer(String attack) {
        Request request = new Request("/api/v1/search", Map.of("q", List.of(attack), "section", List.of(attack)), "");
        Page page = api.at(request);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.headers()).containsEntry("X-Content-Type-Options", "nosniff");
    }

    private JsonNode json(String address) {
        Page page = get(address);
        assertThat(page.status()).as(address).isEqualTo(200);
        return JSON.readTree(page.body().toArray());
    }

    private Page get(String address) {
        URI parsed = URI.create(address);
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (parsed.getRawQuery() != null) {
            for (String part : parsed.getRawQuery().split("&")) {
                String[] pair = part.split("=", 2);
                parameters.put(pair[0], List.of(URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
            }
        }
        return api.at(new Request(parsed.getPath(), parameters, ""));
    }
}
