package org.polywire.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.polywire.model.Place;
import org.polywire.model.Publication;
import org.polywire.model.Publication.Published;
import org.polywire.model.Reason;
import org.polywire.model.Revision;
import org.polywire.model.Revision.Change;
import org.polywire.model.Revision.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Law 4, as readers meet it: what was changed, when, and what it said before. */
class ChangesTest {
    private static final Published FERRY = Stories.ferry();
    private static final Change PRICE =
            new Change(Place.HEADLINE, "El bitllet costa 1,80 euros.", "El bitllet costa 2,80 euros.");

    @Test
    void anArticleThatNobodyChangedHasNoHistory() {
        Document page = page(List.of(FERRY));
        assertThat(page.select(".history")).isEmpty();
        assertThat(data(page).has("correction")).isFalse();
    }

    @Test
    void aCorrectionShowsWhatWasSaidBeforeAndWhatIsSaidNow() {
        Document page =
                page(List.of(FERRY, Press.revised(FERRY, 1, new Revision(Kind.CORRECTION, List.of(PRICE), ""))));
        assertThat(page.select(".history li")).hasSize(1);
        assertThat(page.select(".history .when").text()).startsWith("Corregit: 23 de novembre del 2026");
        assertThat(page.select(".history del").text()).isEqualTo(PRICE.before());
        assertThat(page.select(".history ins").text()).isEqualTo(PRICE.after());
        assertThat(page.select(".dates a[href=#changes]").text()).startsWith("Corregit: 23 de novembre");
        assertThat(page.select("#changes")).hasSize(1);
        assertThat(page.select(".notice").text()).contains("Corregit el 23 de novembre");
    }

    @Test
    void machinesReadTheSameCorrections() {
        Document page = page(List.of(
                FERRY,
                Press.revised(FERRY, 1, new Revision(Kind.CORRECTION, List.of(PRICE), "Corregido el precio")),
                Press.revised(FERRY, 2, new Revision(Kind.UPDATE, List.of(), ""))));
        JsonNode correction = data(page).path("correction");
        assertThat(correction.size()).isEqualTo(1);
        assertThat(correction.at("/0/@type").asString()).isEqualTo("CorrectionComment");
        assertThat(correction.at("/0/datePublished").asString()).isEqualTo("2026-11-23T21:15:00Z");
        assertThat(correction.at("/0/text").asString())
                .contains("Corregido el precio")
                .contains("Abans: " + PRICE.before())
                .contains("Ara: " + PRICE.after());
        assertThat(data(page).path("dateModified").asString()).isEqualTo("2026-11-23T21:30:00Z");
    }

    @Test
    void anUpdateIsNoCorrection() {
        Document page = page(List.of(
                FERRY,
                Press.revised(
                        FERRY, 1, new Revision(Kind.UPDATE, List.of(new Change(Place.HEADLINE, "", "Nou.")), ""))));
        assertThat(page.select(".history .when").text()).startsWith("Actualitzat:");
        assertThat(page.select(".history del")).isEmpty();
        assertThat(page.select(".notice").text()).contains("Actualitzat el").doesNotContain("Corregit");
        assertThat(data(page).has("correction")).isFalse();
    }

    @Test
    void typographyIsNotToldAndAnEarlierCorrectionStillIs() {
        Document page = page(List.of(
                FERRY,
                Press.revised(FERRY, 1, new Revision(Kind.CORRECTION, List.of(PRICE), "")),
                Press.revised(FERRY, 2, new Revision(Kind.COSMETIC, List.of(), ""))));
        assertThat(page.select(".history li")).hasSize(1);
        assertThat(page.select(".history .when").text()).startsWith("Corregit:");
    }

    @Test
    void theNewestStandsFirstAndATimeOfAbsenceIsTold() {
        Document page = page(List.of(
                FERRY,
                Press.withdrawn(FERRY, Reason.CORRECTION_HELD),
                Press.revised(FERRY, 2, new Revision(Kind.CORRECTION, List.of(), ""))));
        assertThat(page.select(".history .when").eachText())
                .satisfiesExactly(
                        newest -> assertThat(newest).startsWith("Corregit:"),
                        older -> assertThat(older).startsWith("Retirat"));
    }

    @Test
    void aRewrittenArticleDoesNotBuryItsPage() {
        Change large = new Change(Place.HEADLINE, "abans ".repeat(500), "ara ".repeat(500));
        List<Change> many = IntStream.range(0, 40).mapToObj(i -> large).toList();
        Document page = page(List.of(FERRY, Press.revised(FERRY, 1, new Revision(Kind.UPDATE, many, ""))));
        assertThat(page.select(".history dl")).hasSize(12);
        assertThat(page.select(".history del").eachText()).allMatch(text -> text.length() <= 481);
        assertThat(page.select(".history").text()).contains("i 28 canvis més");
    }

    private static Document page(List<Publication> entries) {
        Publication last = entries.getLast();
        Background plain = Background.plain(last, Set.of());
        return SiteTest.html(
                Press.site().article(last, new Background(plain.alsoIn(), entries, plain.story(), plain.others())));
    }

    private static JsonNode data(Document page) {
        return JsonMapper.shared().readTree(page.expectFirst("script").data());
    }
}
