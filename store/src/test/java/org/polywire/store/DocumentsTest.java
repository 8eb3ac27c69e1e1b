package org.polywire.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.polywire.model.Access;
import org.polywire.model.Article;
import org.polywire.model.Block;
import org.polywire.model.Block.Cell;
import org.polywire.model.Block.Divider;
import org.polywire.model.Block.Embed;
import org.polywire.model.Block.Figure;
import org.polywire.model.Block.Heading;
import org.polywire.model.Block.Listing;
import org.polywire.model.Block.Note;
import org.polywire.model.Block.Paragraph;
import org.polywire.model.Block.Picture;
import org.polywire.model.Block.Quote;
import org.polywire.model.Block.Table;
import org.polywire.model.Byline;
import org.polywire.model.Dates;
import org.polywire.model.Finding;
import org.polywire.model.FindingCode;
import org.polywire.model.Inline;
import org.polywire.model.Inline.Emphasis;
import org.polywire.model.Inline.LineBreak;
import org.polywire.model.Inline.Link;
import org.polywire.model.Inline.Quoted;
import org.polywire.model.Inline.Strong;
import org.polywire.model.Inline.Text;
import org.polywire.model.Inline.Verbatim;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;
import org.polywire.model.Outlet;
import org.polywire.model.Place;
import org.polywire.model.Provenance;
import org.polywire.model.Review;
import org.polywire.model.Route;
import org.polywire.model.SentencePair;
import org.polywire.model.Translation;
import org.polywire.testkit.Golden;

class DocumentsTest {
    private static final Path FORM_1 = Path.of("src/test/resources/translation.form1.json");

    /** Every kind of block and inline at least once. */
    static Article article() {
        List<Inline> mixed = List.of(
                new Text("Se "),
                new Link(URI.create("https://faro.example/p?a=1&b=2"), List.of(new Strong(Inlines.ofText("abrió")))),
                new Text(" "),
                new Emphasis(List.of(new Text("el "), new Strong(Inlines.ofText("puente")))),
                new LineBreak(),
                new Verbatim("@puente"));
        List<Block> body = List.of(
                new Figure(
                        new Picture(URI.create("https://faro.example/p.jpg"), 800, 600, "Un puente"),
                        Inlines.ofText("El puente nuevo."),
                        "Ana Ruiz / Meridiana"),
                new Paragraph(mixed),
                new Heading(2, Inlines.ofText("Coste")),
                new Listing(true, List.of(List.of(new Paragraph(Inlines.ofText("Acero"))))),
                new Quote(List.of(new Paragraph(Inlines.ofText("«Lo logramos»")))),
                new Table(
                        Inlines.ofText("Cifras"),
                        List.of(List.of(
                                new Cell(true, Inlines.ofText("Año")), new Cell(false, Inlines.ofText("2026"))))),
                new Embed(URI.create("https://video.example/1"), "video.example"),
                new Divider(),
                new Paragraph(Inlines.ofText("جسر جديد \u0301 \uD83C\uDF09 </script>")));
        return new Article(
                URI.create("https://faro.example/a/1-canonical"),
                new Outlet("El Faro", URI.create("https://faro.example/")),
                new LanguageTag("es"),
                "Puerto",
                "Abre el puente",
                Inlines.ofText("Nueve años después."),
                List.of(new Byline("Ana Ruiz", Byline.Kind.PERSON), new Byline("Meridiana", Byline.Kind.ORGANISATION)),
                new Dates(OffsetDateTime.parse("2026-11-20T08:30:00+01:00"), null),
                "Ciudad",
                List.of("puente", "puerto"),
                "https://creativecommons.org/publicdomain/zero/1.0/",
                Access.FREE,
                body);
    }

    static Translation translation() {
        return new Translation(
                article(),
                new LanguageTag("es"),
                new Route.Machine(
                        List.of(new Route.Leg(new LanguageTag("es"), new LanguageTag("ca"), "Apertium", "3.8.3"))),
                Instant.parse("2026-11-23T10:00:00.123Z"),
                List.of(new SentencePair(
                        Place.HEADLINE, "Abre el puente", "Obre el pont", List.of("Meridiana"), List.of("#pont"))));
    }

    @Test
    void whatBreaksTheGlossaryIsWrittenAndRead() {
        SentencePair breaking = new SentencePair(
                Place.HEADLINE, "Uno", "Un", List.of(), List.of(), List.of("forbidden"), Provenance.REUSED);
        Translation before = translation();
        Translation translation =
                new Translation(before.article(), before.from(), before.route(), before.at(), List.of(breaking));
        assertThat(Documents.translation(Documents.json(translation))).isEqualTo(translation);
    }

    @Test
    void wordsInAnotherLanguageAreWrittenAndReadWithTheirLanguageAndWhyTheyAreThere() {
        Translation before = translation();
        Quoted quoted = new Quoted(
                new LanguageTag("zh-Hant"),
                List.of(new Text("港口 \u0301"), new Link(URI.create("https://faro.example/p"), Inlines.ofText("橋"))));
        Article article = before.article().mapUnits(new LanguageTag("ca"), unit -> List.of(new Text("A. "), quoted));
        SentencePair sentence = new SentencePair(
                Place.BODY.child(1),
                "港口橋",
                "[zh-Hant: 港口橋]",
                List.of(),
                List.of("NEGATION: 不"),
                List.of(),
                Provenance.QUOTED);
        Translation translation =
                new Translation(article, before.from(), before.route(), before.at(), List.of(sentence));
        assertThat(Documents.translation(Documents.json(translation))).isEqualTo(translation);
    }

    @Test
    void theWayThatASentenceAloneTookIsWrittenAndRead() {
        Translation before = translation();
        Route.Machine way = new Route.Machine(List.of(
                new Route.Leg(new LanguageTag("es"), new LanguageTag("en"), "Otra", "2"),
                new Route.Leg(new LanguageTag("en"), new LanguageTag("ca"), "Otra", "")));
        Translation translation = new Translation(
                before.article(),
                before.from(),
                before.route(),
                before.at(),
                List.of(before.sentences().getFirst().by(way)));
        assertThat(Documents.translation(Documents.json(translation))).isEqualTo(translation);
    }

    @Test
    void whatTheChecksThoughtIsWrittenAndRead() {
        Finding note = new Finding(FindingCode.UNKNOWN_WORDS, Finding.Severity.NOTE, Place.HEADLINE, "Meridiana");
        Translation reviewed = translation().reviewed(new Review(List.of(note), Map.of(0, 0.873)));
        assertThat(Documents.translation(Documents.json(reviewed))).isEqualTo(reviewed);
    }

    @Test
    void notesAreWrittenAndRead() {
        Article noted = article()
                .withBody(List.of(
                        new Note(Note.Kind.CORRECTION, Inlines.ofText("Corrección: el puente mide 300 metros.")),
                        new Note(Note.Kind.PRODUCTION, Inlines.ofText("Con información de Meridiana"))));
        assertThat(Documents.article(Documents.json(noted))).isEqualTo(noted);
    }

    @Test
    void whatIsWrittenIsRead() {
        assertThat(Documents.article(Documents.json(article()))).isEqualTo(article());
        assertThat(Documents.translation(Documents.json(translation()))).isEqualTo(translation());
    }

    @Test
    void anOriginalKeepsItsRoute() {
        Translation carried =
                new Translation(article(), new LanguageTag("es"), new Route.Original(), Instant.EPOCH, List.of());
        assertThat(Documents.translation(Documents.json(carried))).isEqualTo(carried);
    }

    /** The file is kept for ever: it is what stores in the field hold. */
    @Test
    void formOneIsStillReadAndWritten() throws java.io.IOException {
        Golden.check(FORM_1, Documents.json(translation()));
        assertThat(Documents.translation(java.nio.file.Files.readString(FORM_1)))
                .isEqualTo(translation());
    }

    @Test
    void aLaterFormIsRefusedByName() {
        assertThatThrownBy(() -> Documents.article("{\"version\":99}"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("99");
    }
}
