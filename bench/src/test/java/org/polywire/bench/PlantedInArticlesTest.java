package org.polywire.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults that are planted only where both texts, or other lines of the article, have what is exchanged. */
class PlantedInArticlesTest {
    private static final int OTHER_LINES = 200;

    /** An article of four lines; names stand alike in all languages, which makes them names. */
    private static final Map<String, List<String>> ARTICLE = Map.of(
            "eng",
            List.of(
                    "Today Willoughby has 640 berths",
                    "On Tuesday Willoughby paid 500 dollars for 640 berths.",
                    "\"We begin in May,\" said Kavanaugh.",
                    "The 640 berths of Willoughby are new."),
            "spa",
            List.of(
                    "Hoy Willoughby tiene 640 amarres",
                    "El martes Willoughby pagó 500 dólares por 640 amarres.",
                    "“Empezamos en mayo”, dijo Kavanaugh.",
                    "Los 640 amarres de Willoughby son nuevos; el lunes costaron 300 euros."),
            "fra",
            List.of(
                    "Hier Willoughby a 640 postes",
                    "Mardi Willoughby a payé 500 dollars pour 640 postes.",
                    "« Nous commençons en mai », a dit Kavanaugh.",
                    "Les 640 postes de Willoughby sont neufs."),
            "ita",
            List.of(
                    "Oggi Willoughby ha 640 posti",
                    "Martedì Willoughby ha pagato 500 dollari per 640 posti.",
                    "“Cominciamo a maggio”, ha detto Kavanaugh.",
                    "I 640 posti di Willoughby sono nuovi."),
            "nld",
            List.of(
                    "Nu heeft Willoughby 640 plaatsen",
                    "Dinsdag betaalde Willoughby 500 dollar voor 640 plaatsen.",
                    "“We beginnen in mei”, zei Kavanaugh.",
                    "De 640 plaatsen van Willoughby zijn nieuw."));

    @TempDir
    Path folder;

    private ParallelText text;

    @BeforeEach
    void corpus() throws IOException {
        Files.writeString(folder.resolve("ntrex.documents.txt"), "one\n".repeat(4) + "two\n".repeat(OTHER_LINES));
        for (Map.Entry<String, List<String>> language : ARTICLE.entrySet()) {
            Files.writeString(
                    folder.resolve("ntrex." + language.getKey() + ".txt"),
                    String.join("\n", language.getValue()) + "\n" + "1, Fleischer x\n".repeat(OTHER_LINES));
        }
        text = new ParallelText(folder);
    }

    @Test
    void aCurrencyIsExchangedWhereBothTextsNameIt() {
        assertThat(planted(Mutation.CURRENCY_CHANGED, 1)).get().asString().containsAnyOf("500 euros", "500 libras");
        assertThat(planted(Mutation.CURRENCY_CHANGED, 3)).isEmpty();
    }

    @Test
    void aDayIsExchangedWhereBothTextsNameIt() {
        assertThat(planted(Mutation.DATE_CHANGED, 1)).get().asString().doesNotContain("martes");
        assertThat(planted(Mutation.DATE_CHANGED, 3)).isEmpty();
    }

    @Test
    void aQuotationIsGivenToAnotherPersonOfTheArticle() {
        assertThat(planted(Mutation.SPEAKER_EXCHANGED, 2)).hasValue("“Empezamos en mayo”, dijo Willoughby.");
        assertThat(planted(Mutation.SPEAKER_EXCHANGED, 1)).isEmpty();
    }

    @Test
    void aHeadlineLosesANameOrNumberThatTheTextKeeps() {
        assertThat(planted(Mutation.HEADLINE_CHANGED, 0))
                .get()
                .asString()
                .matches("Hoy Fleischer tiene 640 amarres|Hoy Willoughby tiene (?!640)\\d{3} amarres");
        assertThat(planted(Mutation.HEADLINE_CHANGED, 1)).isEmpty();
    }

    private Optional<String> planted(Mutation mutation, int line) {
        return mutation.plant(Mutation.Line.of(text, "en", "es", line), new Random(1));
    }
}
