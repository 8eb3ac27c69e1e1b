package org.polywire.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.polywire.model.Article;
import org.polywire.model.Edition;
import org.polywire.model.LanguageTag;
import org.polywire.model.Publication;
import org.polywire.model.Publication.Published;
import org.polywire.model.Reason;
import org.polywire.model.Revision;
import org.polywire.publish.Parcel.Pictures;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ApiTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Api API = new Api(Press.config(), Press.site().addresses());
    private static final Parcels PARCELS =
            new Parcels(Press.config(), Press.site().addresses());
    private static final JsonNode DESCRIPTION = JSON.readTree(NoticeTest.text(API.openApi()));

    static Stream<Edition> editions() {
        return Press.EDITIONS.stream();
    }

    @Test
    void anArticleIsCalledWhatAStorysTimelineCallsIt() {
        Published published = translated(Press.edition("ca"));
        for (var kind : Map.of(
                        Revision.Kind.COSMETIC, "published",
                        Revision.Kind.UPDATE, "updated",
                        Revision.Kind.CORRECTION, "corrected")
                .entrySet()) {
            Publication revised = Press.revised(published, 1, new Revision(kind.getKey(), List.of(), ""));
            assertThat(JsonMapper.shared()
                            .readTree(NoticeTest.text(API.article(revised)))
                            .path("status")
                            .asString())
                    .isEqualTo(kind.getValue());
            valid("Article", API.article(revised));
        }
    }

    /** What each answer must look like is what the served description says. */
    @ParameterizedTest
    @MethodSource("editions")
    void everyAnswerIsAsTheDescriptionSays(Edition edition) {
        Published published = translated(edition);
        Publication withdrawn = Press.withdrawn(published, Reason.SOURCE_WITHDREW);
        valid("Publication", API.start());
        valid("Editions", API.editions());
        valid("Edition", API.edition(edition));
        valid("ArticleList", API.articles(edition, List.of(published), "1795600000000-abcdefghijkl"));
        valid("Article", API.article(published));
        valid("Article", API.article(Press.corrected(published)));
        valid("Problem", API.article(withdrawn));
        valid("ArticleEverywhere", API.everywhere(List.of(published, withdrawn)));
        valid("LogPage", API.log(List.of(published, Press.corrected(published), withdrawn), 103, true));
        valid("Found", API.search(found(published)));
        valid("Suggestions", API.suggestions("tran", List.of("transbordador")));
        valid("Problem", API.problem(Problem.of(Problem.Kind.NOT_FOUND, "Begin at /api/v1.")));
        assertThat(Schemas.faults(Schemas.openApi(DESCRIPTION, "Event"), API.event(published)))
                .isEmpty();
        assertThat(Schemas.faults(Schemas.openApi(DESCRIPTION, "Event"), API.event(withdrawn)))
                .isEmpty();
    }

    private static void valid(String schema, Page page) {
        assertThat(Schemas.faults(Schemas.openApi(DESCRIPTION, schema), NoticeTest.text(page)))
                .as(schema)
                .isEmpty();
    }

    @Test
    void theSchemasAreStrictEnoughToRefuseAnArticleWithoutItsDisclosure() {
        String article = NoticeTest.text(API.article(Stories.ferry()));
        var bare = (tools.jackson.databind.node.ObjectNode) JSON.readTree(article);
        bare.remove("disclosure");
        assertThat(Schemas.faults(Schemas.openApi(DESCRIPTION, "Article"), bare.toString()))
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("editions")
    void aParcelHasNothingThatWordPressWouldDropAndPicturesAsWished(Edition edition) {
        Published published = translated(edition);
        for (Pictures pictures : Pictures.values()) {
            Parcel parcel = PARCELS.pack(published, pictures).orElseThrow();
            Document html = Jsoup.parse(parcel.html());
            assertThat(html.body().children()).hasSize(1);
            assertThat(html.expectFirst(".notice").attr("data-digital-source-type"))
                    .endsWith("/algorithmicMedia");
            assertThat(html.body().child(0).attr("lang"))
                    .isEqualTo(edition.language().value());
            assertThat(html.select("bdi, time, script, style, iframe")).isEmpty();
            assertThat(html.select("img").isEmpty()).isEqualTo(pictures != Pictures.LINK);
            assertThat(parcel.picture() != null).isEqualTo(pictures == Pictures.UPLOAD);
            assertThat(Parser.unescapeEntities(parcel.excerpt(), false))
                    .contains(notice(published).mark());
        }
    }

    @Test
    void anOriginalIsNotCalledAMachinesWork() {
        JsonNode article = published(Press.original(Stories.article("en", "n"), 1));
        assertThat(article.at("/disclosure/state").asString()).isEqualTo("none");
        assertThat(article.at("/disclosure").has("digitalSourceType")).isFalse();
        assertThat(article.at("/disclosure/label").asString()).contains("carried unchanged");
    }

    @Test
    void aWithdrawnArticleIsGoneEverywhereAndOrdersItsCancellation() {
        Publication withdrawn = Press.withdrawn(Stories.ferry(), Reason.SOURCE_WITHDREW);
        assertThat(API.article(withdrawn).status()).isEqualTo(410);
        assertThat(API.ninjs(withdrawn).status()).isEqualTo(410);
        assertThat(NoticeTest.text(API.article(withdrawn))).doesNotContain("transbordador");
        JsonNode before = JSON.readTree(NoticeTest.text(API.ninjs(Stories.ferry())));
        JsonNode after = JSON.readTree(NoticeTest.text(API.ninjs(withdrawn)));
        assertThat(after.path("pubStatus").asString()).isEqualTo("canceled");
        assertThat(after.path("uri")).isEqualTo(before.path("uri"));
        assertThat(Long.parseLong(after.path("version").asString()))
                .isGreaterThan(Long.parseLong(before.path("version").asString()));
        assertThat(NoticeTest.text(API.newsml(withdrawn))).contains("stat:canceled");
    }

    @ParameterizedTest
    @MethodSource("editions")
    void ninjsIsValid(Edition edition) {
        Published published = translated(edition);
        for (Publication publication : List.of(published, Press.withdrawn(published, Reason.SOURCE_WITHDREW))) {
            assertThat(Schemas.faults(Schemas.ninjs(), NoticeTest.text(API.ninjs(publication))))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("editions")
    void newsMlIsValid(Edition edition) throws Exception {
        Path folder = Schemas.standards().resolve("newsml-g2");
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
        Schema schema = factory.newSchema(
                folder.resolve("NewsML-G2_2.35-spec-All-Power.xsd").toFile());
        Published published = translated(edition);
        for (Publication publication :
                List.of(published, Press.corrected(published), Press.withdrawn(published, Reason.SOURCE_WITHDREW))) {
            String item = NoticeTest.text(API.newsml(publication));
            schema.newValidator().validate(new StreamSource(new StringReader(item)));
        }
    }

    @Test
    void everyOperationHasAnIdExamplesOrNoneAndSaysHowItFails() {
        Set<String> ids = new HashSet<>();
        DESCRIPTION
                .path("paths")
                .forEach(path -> path.forEach(operation -> {
                    assertThat(ids.add(operation.path("operationId").asString()))
                            .isTrue();
                    assertThat(operation.path("summary").asString()).isNotBlank();
                    assertThat(operation.path("responses").propertyNames()).anyMatch(status -> status.startsWith("4"));
                }));
        assertThat(ids).hasSizeGreaterThan(9);
        assertThat(DESCRIPTION.at("/servers/0/url").asString()).isEqualTo("https://wire.example");
    }

    private static Found found(Published published) {
        List<Found.Run> runs = List.of(new Found.Run("a ", false), new Found.Run("port", true));
        return new Found(1, true, "port", List.of(new Found.Hit(published, runs, runs)), 0);
    }

    private static JsonNode published(Publication publication) {
        return JSON.readTree(NoticeTest.text(API.article(publication)));
    }

    private static Notice notice(Published published) {
        Edition edition = Press.edition(published.entry().edition().value());
        Copy copy = Copy.of(edition, published, Press.config()).orElseThrow();
        return new Notice(
                copy,
                new Wording(edition.language()),
                Press.config(),
                Press.site().addresses()::path);
    }

    private static Published translated(Edition edition) {
        String from = edition.language().value().equals("es") ? "pt" : "es";
        Article source = Stories.article("es", "n").mapUnits(new LanguageTag(from), unit -> unit.content());
        return Press.translated(source, edition.language().value(), 1, text -> text);
    }
}
