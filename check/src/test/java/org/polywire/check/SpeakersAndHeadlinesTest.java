package org.polywire.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Article;
import org.polywire.model.Finding.Severity;
import org.polywire.model.FindingCode;

/** Who says a quotation, and what a headline shares with the text below it, is the same in the translation. */
class SpeakersAndHeadlinesTest {
    /** A headline and three paragraphs, of which the last but one has a quotation; two persons, and an amount in each. */
    private static final Map<String, List<String>> NEWS = Map.of(
            "es",
            List.of(
                    "Borisov presenta el puerto y sus 640 amarres",
                    "El ingeniero Borisov y la directora Oleguer explicaron ayer los 640 amarres del puerto.",
                    "“Las obras empezarán en marzo”, dijo Oleguer.",
                    "Los 640 amarres costarán mucho, según contó Borisov por la tarde."),
            "ca",
            List.of(
                    "Borisov presenta el port i els seus 640 amarratges",
                    "L'enginyer Borisov i la directora Oleguer van explicar ahir els 640 amarratges del port.",
                    "“Les obres començaran al març”, va dir Oleguer.",
                    "Els 640 amarratges costaran molt, segons va explicar Borisov a la tarda."),
            "en",
            List.of(
                    "The engineer Borisov presents the port and its 640 berths",
                    "The engineer Borisov and the director Oleguer explained the 640 berths of the port yesterday.",
                    "“The work will begin in March,” said Oleguer.",
                    "The 640 berths will cost a lot, as Borisov said in the afternoon."),
            "de",
            List.of(
                    "Der Ingenieur Borisov zeigt den Hafen und seine 640 Plätze",
                    "Der Ingenieur Borisov und die Direktorin Oleguer erklärten gestern die 640 Plätze im Hafen.",
                    "„Die Arbeiten werden im März beginnen“, sagte Oleguer.",
                    "Die 640 Plätze werden viel kosten, wie Borisov am Nachmittag sagte."),
            "ru",
            List.of(
                    "Инженер Борисов представил порт и его 640 мест",
                    "Вчера инженер Борисов и директор Олегер рассказали о 640 местах в порту.",
                    "«Работы начнутся в марте», — сказала Олегер.",
                    "Как сказал днём Борисов, эти 640 мест обойдутся дорого."));

    private final Checks checks = new Checks(LanguageIdentifier.load());

    @ParameterizedTest
    @CsvSource({"es,ca", "ca,es", "en,es", "es,en", "de,en", "en,de", "en,ru", "ru,en"})
    void aSoundTranslationHasTheSpeakersAndTheHeadlineOfItsOriginal(String from, String to) {
        assertThat(held(from, to, news(to)))
                .doesNotContain(FindingCode.QUOTATION_ATTRIBUTION, FindingCode.HEADLINE_BODY);
    }

    @ParameterizedTest
    @CsvSource({
        "es, ca, Oleguer, Borisov",
        "ca, es, Oleguer, Borisov",
        "en, es, Oleguer, Borisov",
        "de, en, Oleguer, Borisov",
        "en, de, Oleguer, Borisov",
        "en, ru, Олегер, Борисов",
        "ru, en, Oleguer, Borisov"
    })
    void aQuotationThatIsGivenToAnotherPersonOfTheArticleIsHeld(String from, String to, String speaker, String other) {
        assertThat(held(from, to, replaced(to, 2, speaker, other))).contains(FindingCode.QUOTATION_ATTRIBUTION);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "es | ca | va dir Oleguer | va dir ella",
                "es | ca | va dir Oleguer | va dir la directora Oleguer",
                "en | es | dijo Oleguer | dijo la directora",
                "de | en | said Oleguer | said Oleguer, who came with Borisov",
                "en | ru | сказала Олегер | сказала она",
            })
    void aSpeakerMayBeLeftOutOrSaidMoreFully(String from, String to, String sound, String freely) {
        assertThat(held(from, to, replaced(to, 2, sound, freely))).doesNotContain(FindingCode.QUOTATION_ATTRIBUTION);
    }

    /** A quotation of two sentences is one, and whom it is given to is read after its end. */
    @ParameterizedTest
    @CsvSource({"Oleguer, false", "Borisov, true"})
    void aQuotationOfTwoSentencesIsReadWhole(String speaker, boolean held) {
        List<String> source = new ArrayList<>(news("en"));
        source.set(2, "“The work is long. It will begin in March,” said Oleguer.");
        List<String> target = new ArrayList<>(news("es"));
        target.set(2, "“Las obras son largas. Empezarán en marzo”, dijo " + speaker + ".");
        assertThat(held("en", "es", source, target).contains(FindingCode.QUOTATION_ATTRIBUTION))
                .isEqualTo(held);
    }

    /** Whom a speaker talks to may have come over, and yet another talks. */
    @ParameterizedTest
    @CsvSource({"Oleguer, false", "Borisov, true"})
    void aSpeakerIsExchangedBesideANameThatStays(String speaker, boolean held) {
        List<String> source = new ArrayList<>(news("en"));
        source.set(2, "“The work will begin in March,” Oleguer told Willoughby.");
        List<String> target = new ArrayList<>(news("es"));
        target.set(2, "“Las obras empezarán en marzo”, dijo " + speaker + " a Willoughby.");
        assertThat(held("en", "es", source, target).contains(FindingCode.QUOTATION_ATTRIBUTION))
                .isEqualTo(held);
    }

    /** Names that are common words, too, are told by what the translation copies elsewhere. */
    @ParameterizedTest
    @CsvSource({"West, false", "Green, true", "Tom West, false"})
    void aSpeakerWhoseNameIsAWordIsExchangedForAnother(String speaker, boolean held) {
        List<String> source = List.of(
                "New songs for the festival",
                "The singer Tom West and his friend Green presented their new songs yesterday.",
                "“The songs are about the sea,” said West.",
                "Everybody could listen to West and Green in the evening.");
        List<String> target = List.of(
                "Nuevas canciones para el festival",
                "El cantante Tom West y su amigo Green presentaron ayer sus nuevas canciones.",
                "“Las canciones hablan del mar”, dijo " + speaker + ".",
                "Todos pudieron escuchar a West y a Green por la tarde.");
        assertThat(held("en", "es", source, target).contains(FindingCode.QUOTATION_ATTRIBUTION))
                .isEqualTo(held);
    }

    @ParameterizedTest
    @CsvSource({
        "es, ca, Borisov, Oleguer",
        "en, es, Borisov, Oleguer",
        "de, en, Borisov, Oleguer",
        "en, ru, Борисов, Олегер",
        "es, ca, Borisov, Puigdevall",
        "en, es, Borisov, Puigdevall",
        "es, ca, 640, 460",
        "en, es, 640, 460",
        "de, en, 640, 460",
        "en, ru, 640, 460"
    })
    void aHeadlineWithAnotherNameOrNumberThanTheTextBelowIsHeld(String from, String to, String sound, String other) {
        assertThat(held(from, to, replaced(to, 0, sound, other))).contains(FindingCode.HEADLINE_BODY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "es | ca | Borisov presenta el port i els seus 640 amarratges | L'enginyer presenta el port",
                "en | es | Borisov presenta | El ingeniero presenta",
                "en | es | y sus 640 amarres | y sus amarres",
                "en | ru | Инженер Борисов представил | Инженер представил",
            })
    void aHeadlineMaySayLessThanThatOfTheOriginal(String from, String to, String sound, String less) {
        assertThat(held(from, to, replaced(to, 0, sound, less))).doesNotContain(FindingCode.HEADLINE_BODY);
    }

    private static List<String> news(String language) {
        return Objects.requireNonNull(NEWS.get(language), language);
    }

    private static List<String> replaced(String language, int line, String sound, String faulty) {
        List<String> lines = new ArrayList<>(news(language));
        assertThat(lines.get(line)).contains(sound);
        lines.set(line, lines.get(line).replace(sound, faulty));
        return lines;
    }

    private Set<FindingCode> held(String from, String to, List<String> target) {
        return held(from, to, news(from), target);
    }

    private Set<FindingCode> held(String from, String to, List<String> source, List<String> target) {
        Article original = Corpus.article(from, source);
        Article article = Corpus.article(to, target);
        return checks
                .review(original, Corpus.translation(original, article, Corpus.paired(original, article)))
                .findings()
                .stream()
                .filter(finding -> finding.severity() != Severity.NOTE)
                .map(finding -> finding.code())
                .collect(Collectors.toSet());
    }
}
