package org.polywire.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.polywire.bench.LawAudit.Violation;
import org.polywire.model.Article;
import org.polywire.model.Block;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;
import org.polywire.model.Place;
import org.polywire.model.Route;
import org.polywire.model.SentencePair;
import org.polywire.model.Translation;

class LawAuditTest {
    private static final LanguageTag ES = new LanguageTag("es");
    private static final LanguageTag CA = new LanguageTag("ca");
    private static final List<String> LINES = IntStream.range(0, 40)
            .mapToObj(i -> "Línea " + i + " con 1.234,5 euros a las 14:30")
            .toList();

    private static List<Violation> violations(Article source, Article target, List<SentencePair> sentences) {
        Route route = new Route.Machine(List.of(new Route.Leg(ES, CA, "Bench", "")));
        return new LawAudit(source, new Translation(target, ES, route, Instant.EPOCH, sentences), List.of())
                .violations();
    }

    private static Article source() {
        return LawArticle.of(ES, LINES);
    }

    @Test
    void anArticleThatIsKeptWholeHasNoViolation() {
        Article target = source().mapUnits(CA, unit -> unit.content());
        assertThat(violations(source(), target, List.of())).isEmpty();
    }

    @Test
    void lostLinksAndChangedNumbersAreSeen() {
        Article target = source().mapUnits(
                        CA,
                        unit -> unit.place().equals(Place.BODY.child(0))
                                ? Inlines.ofText("Línia 1 amb 1.235,5 euros a les 14 30")
                                : unit.content());
        assertThat(violations(source(), target, List.of()))
                .extracting(violation -> violation.law() + " " + violation.noticed())
                .containsExactly("links false", "numbers false");
    }

    @Test
    void aFaultAtThePlaceIsNotice() {
        Article target = source().mapUnits(
                        CA, unit -> unit.place().equals(Place.HEADLINE) ? Inlines.ofText("Línia") : unit.content());
        SentencePair fault =
                new SentencePair(Place.HEADLINE, "Línea 0", "Línia", List.of(), List.of("a number was lost"));
        assertThat(violations(source(), target, List.of(fault)))
                .extracting(Violation::noticed)
                .containsOnly(true);
    }

    @Test
    void aMissingBlockIsSeen() {
        Article whole = source();
        Article target = LawArticle.of(CA, LINES.subList(0, 20));
        assertThat(whole.body().get(8)).isInstanceOf(Block.Figure.class);
        assertThat(violations(whole, target, List.of()))
                .extracting(Violation::law)
                .contains("blocks");
    }

    @Test
    void aCenturyInRomanNumeralsIsTheSameNumber() {
        Article from = LawArticle.of(ES, List.of("Del siglo 19"));
        Article to = LawArticle.of(CA, List.of("Del segle XIX"));
        assertThat(violations(from, to, List.of())).isEmpty();
    }
}
