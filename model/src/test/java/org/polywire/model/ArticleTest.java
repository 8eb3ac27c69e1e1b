package org.polywire.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.polywire.model.Block.Cell;
import org.polywire.model.Block.Figure;
import org.polywire.model.Block.Heading;
import org.polywire.model.Block.Listing;
import org.polywire.model.Block.Note;
import org.polywire.model.Block.Paragraph;
import org.polywire.model.Block.Picture;
import org.polywire.model.Block.Quote;
import org.polywire.model.Block.Table;
import org.polywire.model.Inline.Emphasis;
import org.polywire.model.Inline.Link;
import org.polywire.model.Inline.Text;

class ArticleTest {
    private static final URI ADDRESS = URI.create("https://news.example/a/1");

    static Article article() {
        return new Article(
                ADDRESS,
                new Outlet("The News", URI.create("https://news.example/")),
                new LanguageTag("en"),
                "Harbour",
                "Bridge opens",
                List.of(new Text("It took "), new Text("nine years.")),
                List.of(new Byline("Ann Lee", Byline.Kind.PERSON)),
                Dates.UNKNOWN,
                "City",
                List.of("bridge"),
                "",
                Access.FREE,
                List.of(
                        new Figure(
                                new Picture(URI.create("https://news.example/b.jpg"), 800, 600, "A bridge"),
                                Inlines.ofText("The bridge."),
                                "A. Lee"),
                        new Paragraph(List.of(
                                new Text("Read "),
                                new Link(URI.create("https://news.example/plan"), Inlines.ofText("the plan")),
                                new Text("."))),
                        new Heading(2, Inlines.ofText("Cost")),
                        new Listing(false, List.of(List.of(new Paragraph(Inlines.ofText("Steel"))))),
                        new Quote(List.of(new Paragraph(Inlines.ofText("We did it.")))),
                        new Table(
                                Inlines.ofText("Figures"),
                                List.of(List.of(
                                        new Cell(true, Inlines.ofText("Year")),
                                        new Cell(false, Inlines.ofText("2026"))))),
                        new Note(Note.Kind.CORRECTION, Inlines.ofText("It took nine years, not ten."))));
    }

    @Test
    void unitsAreEveryTextInReadingOrder() {
        assertThat(article().units().stream().map(unit -> unit.place() + "=" + unit.text()))
                .containsExactly(
                        "section=City",
                        "kicker=Harbour",
                        "headline=Bridge opens",
                        "standfirst=It took nine years.",
                        "body.0.description=A bridge",
                        "body.0.caption=The bridge.",
                        "body.1=Read the plan.",
                        "body.2=Cost",
                        "body.3.0.0=Steel",
                        "body.4.0=We did it.",
                        "body.5.caption=Figures",
                        "body.5.0.0=Year",
                        "body.5.0.1=2026",
                        "body.6=It took nine years, not ten.");
    }

    @Test
    void mappingUnitsToThemselvesChangesNothing() {
        assertThat(article().mapUnits(new LanguageTag("en"), Unit::content)).isEqualTo(article());
    }

    @Test
    void mappingKeepsTheSkeleton() {
        Article mapped = article().mapUnits(new LanguageTag("ca"), unit -> Inlines.ofText("x"));
        assertThat(mapped.units().stream().map(Unit::place))
                .isEqualTo(article().units().stream().map(Unit::place).toList());
        assertThat(mapped.language()).isEqualTo(new LanguageTag("ca"));
    }

    @Test
    void adjacentTextsAreOne() {
        assertThat(article().standfirst()).containsExactly(new Text("It took nine years."));
    }

    @Test
    void aLinkInsideALinkIsOnlyItsWords() {
        Link inner = new Link(ADDRESS, Inlines.ofText("in"));
        assertThat(new Link(ADDRESS, List.of(new Emphasis(List.of(inner)))).content())
                .containsExactly(new Emphasis(Inlines.ofText("in")));
    }

    @Test
    void markupHasADepthLimit() {
        assertThatThrownBy(() -> {
                    Inline inline = new Text("x");
                    for (int i = 0; i <= Inlines.MAX_DEPTH; i++) {
                        inline = new Emphasis(List.of(inline));
                    }
                })
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void addressesAreAbsolute() {
        assertThatThrownBy(() -> new Link(URI.create("/a"), Inlines.ofText("a")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** NullAway does not look into record patterns, so what patterns take apart must never be null. */
    @Test
    void noSealedRecordHasANullableComponent() {
        assertThat(Stream.of(Block.class, Inline.class, Verdict.class, Route.class, Publication.class)
                        .flatMap(type -> Stream.of(type.getPermittedSubclasses()))
                        .flatMap(type -> Stream.of(type.getRecordComponents()))
                        .filter(component -> component.getAnnotatedType().isAnnotationPresent(Nullable.class)))
                .isEmpty();
    }
}
