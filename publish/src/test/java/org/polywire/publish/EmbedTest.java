package org.polywire.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polywire.model.Edition;
import org.polywire.model.Publication.Published;
import org.polywire.model.Reason;
import org.polywire.model.StoryId;
import org.polywire.publish.Embedding.Form;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What others show of an article on their pages (oEmbed 1.0). */
class EmbedTest {
    private static final Site SITE = Press.site();
    private static final Published FERRY = Stories.ferry();
    private static final Embedding WISH = new Embedding(Form.JSON, Embedding.WIDEST, Embedding.HIGHEST);

    @Test
    void theCardSaysWhatItIsInWordsAndAsAMark() {
        JsonNode card = json(SITE.embed(FERRY, WISH));
        assertThat(card.path("version").asString()).isEqualTo("1.0");
        assertThat(card.path("type").asString()).isEqualTo("rich");
        assertThat(card.path("title").asString()).isEqualTo(Stories.CATALAN.headline());
        assertThat(card.path("provider_name").asString()).isEqualTo("El Port");
        Element html =
                Jsoup.parseBodyFragment(card.path("html").asString()).body().child(0);
        assertThat(html.attr("lang")).isEqualTo("ca");
        assertThat(html.attr("data-translated-from")).isEqualTo("es");
        assertThat(html.attr("data-digital-source-type")).contains("algorithmicMedia");
        assertThat(html.text()).contains("Aquest text l’ha traduït una màquina").contains("El Faro del Sur");
        assertThat(html.expectFirst("a").attr("href"))
                .isEqualTo("https://wire.example/ca/a/" + FERRY.entry().article());
        assertThat(html.select("script, iframe, img")).isEmpty();
    }

    @Test
    void bothFormsSayTheSame() {
        JsonNode json = json(SITE.embed(FERRY, WISH));
        Page page = SITE.embed(FERRY, new Embedding(Form.XML, Embedding.WIDEST, Embedding.HIGHEST));
        Document xml = Jsoup.parse(NoticeTest.text(page), Parser.xmlParser());
        assertThat(page.contentType()).startsWith("text/xml");
        json.properties()
                .forEach(field -> assertThat(
                                xml.expectFirst("oembed > " + field.getKey()).wholeText())
                        .isEqualTo(field.getValue().asString()));
    }

    @ParameterizedTest
    @ValueSource(ints = {-5, 0, 1, 300, 100_000})
    void noCardIsLargerThanWhatWasAskedFor(int room) {
        JsonNode card = json(SITE.embed(FERRY, new Embedding(Form.JSON, room, room)));
        assertThat(card.path("width").asInt()).isPositive().isLessThanOrEqualTo(Math.max(1, room));
        assertThat(card.path("height").asInt()).isPositive().isLessThanOrEqualTo(Math.max(1, room));
    }

    @Test
    void pagesNameTheirCardsAndOthersNameNone() {
        String path = "https://wire.example/oembed?url=https%3A%2F%2Fwire.example%2Fca%2Fa%2F"
                + FERRY.entry().article();
        Document article = SiteTest.html(SITE.article(FERRY, Set.of()));
        assertThat(article.select("link[type$=+oembed]").eachAttr("href"))
                .containsExactly(path + "&format=json", path + "&format=xml");
        Document story = SiteTest.html(SITE.story(Press.edition("ca"), StoryTest.of(List.of(FERRY)), Press.NOW));
        assertThat(story.select("link[type=application/json+oembed]").attr("href"))
                .contains("%2Fca%2Fstory%2F");
        assertThat(SiteTest.html(SITE.comparison(FERRY)).select("link[type$=+oembed]"))
                .isEmpty();
        assertThat(SiteTest.html(SITE.about(Press.edition("ca"))).select("link[type$=+oembed]"))
                .isEmpty();
    }

    @Test
    void aStorySaysHowManyTellIt() {
        Edition catalan = Press.edition("ca");
        JsonNode card = json(SITE.embed(catalan, StoryTest.of(List.of(FERRY, FERRY)), WISH));
        assertThat(card.path("html").asString()).contains("2 articles").contains("/ca/story/");
        Coverage nothing =
                new Coverage(new StoryId(FERRY.entry().article()), List.of(), List.of(), List.of(), List.of());
        assertThat(SITE.embed(catalan, nothing, WISH).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void whatWasWithdrawnIsGone(Form form) {
        Page page = SITE.embed(Press.withdrawn(FERRY, Reason.SOURCE_WITHDREW), new Embedding(form, 300, 200));
        assertThat(page.status()).isEqualTo(410);
        assertThat(NoticeTest.text(page)).doesNotContain(Stories.CATALAN.headline());
    }

    private static JsonNode json(Page page) {
        assertThat(page.status()).isEqualTo(200);
        return JsonMapper.shared().readTree(NoticeTest.text(page));
    }
}
