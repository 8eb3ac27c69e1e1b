package org.polywire.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.polywire.model.Edition;
import org.polywire.model.Publication;
import org.polywire.model.Reason;
import org.polywire.publish.Resource.Format;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON Feed 1.1, by the rules of jsonfeed.org/version/1.1. */
class JsonFeedTest {
    private static final Set<String> FEED = Set.of(
            "version", "title", "home_page_url", "feed_url", "description", "authors", "language", "hubs", "items");
    private static final Set<String> ITEM = Set.of(
            "id",
            "url",
            "external_url",
            "title",
            "content_html",
            "summary",
            "image",
            "date_published",
            "date_modified",
            "authors",
            "tags",
            "language",
            "_polywire");

    private final Site site = new Site(Press.config(), Press.providers(false));

    static List<Edition> editions() {
        return Press.EDITIONS;
    }

    @ParameterizedTest
    @MethodSource("editions")
    void itHasWhatIsRequiredAndNothingThatIsNotDefined(Edition edition) {
        List<Publication> latest = Stories.front(edition.language().value());
        for (Page page : Press.feeds(site, edition, latest, Format.JSON)) {
            keepsTheRules(read(page), latest);
        }
        JsonNode feed = read(Press.json(site, edition, latest));
        assertThat(names(feed)).isEqualTo(new TreeSet<>(FEED));
        assertThat(feed.at("/version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.at("/feed_url").asString()).endsWith("/" + edition.path() + "/feed.json");
        assertThat(feed.at("/hubs/0/type").asString()).isEqualTo("WebSub");
        assertThat(feed.at("/hubs/0/url").asString()).isEqualTo("https://wire.example/hub");
    }

    private static void keepsTheRules(JsonNode feed, List<Publication> latest) {
        assertThat(FEED).containsAll(names(feed));
        assertThat(feed.at("/items").size()).isEqualTo(latest.size());
        for (JsonNode item : feed.at("/items")) {
            assertThat(ITEM).containsAll(names(item));
            assertThat(item.at("/id").asString()).startsWith("tag:wire.example,2026:");
            assertThat(Instant.parse(item.at("/date_published").asString())).isBeforeOrEqualTo(Press.NOW);
            assertThat(item.at("/content_html").asString()).contains("<div class=\"notice\"");
            assertThat(item.at("/external_url").asString()).startsWith("https://faro.example/");
        }
    }

    @Test
    void anItemSaysWhatItIsAndWhoseWork() {
        JsonNode item = read(Press.json(site, Press.edition("ca"), List.of(Stories.ferry())))
                .at("/items/0");
        assertThat(item.at("/_polywire/translated").asBoolean()).isTrue();
        assertThat(item.at("/_polywire/source_language").asString()).isEqualTo("es");
        assertThat(item.at("/_polywire/human_reviewed").asBoolean()).isFalse();
        assertThat(item.at("/_polywire/engines/0").asString()).startsWith("Apertium");
        assertThat(item.at("/_polywire/digital_source_type").asString()).endsWith("/algorithmicMedia");
        assertThat(item.at("/_polywire/source_feed").asString()).isEqualTo("https://faro.example/feed.xml");
        assertThat(item.at("/_polywire/about").asString()).isEqualTo("https://wire.example/ca/about");
        assertThat(item.at("/_polywire/disclosure").asString()).startsWith("Aquest text l’ha traduït una màquina");
        assertThat(item.at("/authors/0/name").asString()).isEqualTo("Lucía Ferrer");
        assertThat(item.at("/summary").asString()).startsWith("Traducció automàtica");
    }

    @Test
    void whatWasWithdrawnIsLeftOut() {
        List<Publication> gone = List.of(Press.withdrawn(Stories.ferry(), Reason.SOURCE_WITHDREW));
        assertThat(read(Press.json(site, Press.edition("ca"), gone))
                        .at("/items")
                        .size())
                .isZero();
    }

    private static Set<String> names(JsonNode node) {
        return new TreeSet<>(node.propertyNames());
    }

    private static JsonNode read(Page page) {
        assertThat(page.contentType()).startsWith("application/feed+json");
        return JsonMapper.shared().readTree(NoticeTest.text(page));
    }
}
