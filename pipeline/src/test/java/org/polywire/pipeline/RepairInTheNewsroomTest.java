package org.polywire.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.check.Policy;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Finding;
import org.polywire.model.FindingCode;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;
import org.polywire.model.MemoryEntry;
import org.polywire.model.Provenance;
import org.polywire.model.Publication;
import org.polywire.model.Publication.Corrected;
import org.polywire.model.Publication.Published;
import org.polywire.model.Publication.Withdrawn;
import org.polywire.model.SentencePair;
import org.polywire.model.Translation;
import org.polywire.store.Standing.State;
import org.polywire.translate.Translator;

/** What the policy says of repairs is what readers get: an engine has one sentence of an article wrong, and another is asked, or not. */
class RepairInTheNewsroomTest {
    private static final LanguageTag CATALAN = new LanguageTag("ca");
    private static final String AGREED = "El acuerdo se firmó el viernes y afecta a unas cuatrocientas personas.";
    private static final String RIGHT = "L'acord es va signar divendres i afecta unes quatre-centes persones.";
    private static final String WRONG = "L'acord es va signar divendres i afecta unes 900 persones.";

    private static final Map<String, String> CATALAN_WORDS = Map.of(
            "El puerto abre de noche",
            "El port obre de nit",
            "El puerto de la ciudad abrirá sus puertas por la noche a partir del lunes, según anunció ayer la autoridad portuaria en una"
                    + " rueda de prensa celebrada en el edificio de la aduana.",
            "El port de la ciutat obrirà les portes a la nit a partir de dilluns, segons va anunciar ahir l'autoritat portuària en una"
                    + " roda de premsa celebrada a l'edifici de la duana.",
            "La decisión llega después de nueve meses de negociación con los trabajadores, que pedían turnos más cortos y un aumento del"
                    + " salario.",
            "La decisió arriba després de nou mesos de negociació amb els treballadors, que demanaven torns més curts i un augment del"
                    + " salari.",
            AGREED,
            RIGHT,
            "«Es una buena noticia para todos», dijo el director del puerto, que espera que el tráfico de mercancías crezca un doce por"
                    + " ciento durante el próximo año gracias al nuevo horario.",
            "«És una bona notícia per a tothom», va dir el director del port, que espera que el trànsit de mercaderies creixi un dotze"
                    + " per cent durant l'any vinent gràcies al nou horari.",
            "Los vecinos del barrio, sin embargo, temen que el ruido de los camiones les impida dormir, y han pedido una reunión con el"
                    + " ayuntamiento para hablar de las medidas que se van a tomar.",
            "Els veïns del barri, tanmateix, temen que el soroll dels camions els impedeixi dormir, i han demanat una reunió amb"
                    + " l'ajuntament per parlar de les mesures que es prendran.",
            "Los vecinos del barrio, sin embargo, temen que el ruido de las grúas les impida dormir, y han pedido una reunión con el"
                    + " ayuntamiento para hablar de las medidas que se van a tomar.",
            "Els veïns del barri, tanmateix, temen que el soroll de les grues els impedeixi dormir, i han demanat una reunió amb"
                    + " l'ajuntament per parlar de les mesures que es prendran.");

    @TempDir
    private Path folder;

    private final SmallPress press = new SmallPress();
    private final ByHeart first = new ByHeart("First", saying(WRONG));

    @AfterEach
    void close() {
        press.close();
    }

    /** All sentences of the press in Catalan, as they should be. */
    static Map<String, String> right() {
        return saying(RIGHT);
    }

    private static Map<String, String> saying(String agreed) {
        Map<String, String> answers = new HashMap<>(CATALAN_WORDS);
        answers.put(AGREED, agreed);
        return answers;
    }

    private SmallNewsroom newsroom(ByHeart second, String... repairs) {
        Translator translator = new Translator(List.of(first, second), LanguageIdentifier.load(), press.clock());
        Policy policy = Policy.read(
                Stream.concat(Stream.of("hold-below all 0"), Stream.of(repairs)).toList());
        SmallNewsroom newsroom = new SmallNewsroom(folder, press, translator, "ca", policy);
        press.article("/a", "El puerto abre de noche");
        newsroom.settle();
        return newsroom;
    }

    private static Translation shown(SmallNewsroom newsroom) {
        Publication publication = newsroom.where("/a").publications().get(CATALAN);
        return switch (publication) {
            case Published published -> published.translation();
            case Corrected corrected -> corrected.translation();
            case Withdrawn withdrawn -> throw new AssertionError("withdrawn: " + withdrawn);
            case null -> throw new AssertionError("never shown");
        };
    }

    private static SentencePair agreed(Translation translation) {
        return translation.sentences().stream()
                .filter(pair -> pair.source().equals(AGREED))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theOneSentenceOfAnotherEngineIsPublishedAndStaysWhenTheSourceChangesAnother() {
        ByHeart second = new ByHeart("Second", Map.of(AGREED, RIGHT));
        try (SmallNewsroom newsroom = newsroom(second, "repair engine 1")) {
            SentencePair before = agreed(shown(newsroom));
            assertThat(before.target()).isEqualTo(RIGHT);
            assertThat(before.provenance()).isEqualTo(Provenance.REROUTED);
            press.replace("/a", "el ruido de los camiones", "el ruido de las grúas");
            newsroom.later(Duration.ofHours(1));
            assertThat(shown(newsroom).article().body().toString()).contains("les grues");
            assertThat(agreed(shown(newsroom))).isEqualTo(before);
            assertThat(second.asked()).containsExactly(AGREED);
        }
    }

    private static final String QUOTED = "[es: " + AGREED + "]";

    /** Readers get the article; a correction elsewhere leaves the words as they are, and asks no engine for them. */
    @Test
    void theSentenceThatNoEngineGetsRightIsPublishedInTheOriginalsWordsAndStaysWhenTheSourceChangesAnother() {
        try (SmallNewsroom newsroom =
                newsroom(new ByHeart("Second", saying(WRONG)), "repair engine 1", "repair quote 1")) {
            SentencePair before = agreed(shown(newsroom));
            assertThat(before.target()).isEqualTo(QUOTED);
            assertThat(before.provenance()).isEqualTo(Provenance.QUOTED);
            assertThat(newsroom.standing("/a", "ca").findings())
                    .extracting(Finding::code)
                    .contains(FindingCode.QUOTED_ORIGINAL);
            int asked = first.asked().size();
            press.replace("/a", "el ruido de los camiones", "el ruido de las grúas");
            newsroom.later(Duration.ofHours(1));
            assertThat(shown(newsroom).article().body().toString()).contains("les grues");
            assertThat(agreed(shown(newsroom))).isEqualTo(before);
            assertThat(first.asked()).hasSize(asked + 1).last().asString().contains("grúas");
        }
    }

    @Test
    void aQuotedSentenceThatTheSourceChangesIsTranslated() {
        String now = AGREED.replace("el viernes", "el jueves");
        try (SmallNewsroom newsroom = newsroom(new ByHeart("Second", saying(WRONG)), "repair quote 1")) {
            assertThat(agreed(shown(newsroom)).target()).isEqualTo(QUOTED);
            first.say(now, RIGHT.replace("divendres", "dijous"));
            press.replace("/a", "el viernes", "el jueves");
            newsroom.later(Duration.ofHours(1));
            assertThat(shown(newsroom).sentences())
                    .extracting(SentencePair::provenance)
                    .doesNotContain(Provenance.QUOTED);
        }
    }

    @Test
    void whatAPersonWritesTakesThePlaceOfAQuotedSentenceAndTheMemoryNeverHeldIt() {
        try (SmallNewsroom newsroom = newsroom(new ByHeart("Second", saying(WRONG)), "repair quote 1");
                MemoryDesk desk = MemoryDesk.open(folder)) {
            assertThat(desk.entries(Optional.empty(), Optional.empty())).isEmpty();
            MemoryEntry entry = desk.sentences(press.address("/a").toString(), CATALAN).stream()
                    .filter(sentence -> sentence.sourceText().equals(AGREED))
                    .findFirst()
                    .orElseThrow();
            assertThat(entry.targetText()).isEqualTo(QUOTED);
            desk.add(
                    List.of(new MemoryEntry(
                            entry.from(),
                            entry.to(),
                            entry.source(),
                            Inlines.ofText(RIGHT),
                            entry.before(),
                            entry.after(),
                            Provenance.POST_EDITED,
                            "Núria",
                            press.clock().instant(),
                            entry.article())),
                    press.clock().instant());
            newsroom.later(Duration.ofHours(1));
            assertThat(agreed(shown(newsroom)).target()).isEqualTo(RIGHT);
        }
    }

    /** The whole article is asked of the next engine first: a translation is better than none. */
    @Test
    void nothingIsQuotedWhereTheNextEngineGetsItRight() {
        try (SmallNewsroom newsroom = newsroom(new ByHeart("Second", saying(RIGHT)), "repair quote 1")) {
            assertThat(agreed(shown(newsroom)).target()).isEqualTo(RIGHT);
            assertThat(shown(newsroom).legs())
                    .singleElement()
                    .satisfies(leg -> assertThat(leg.engine()).isEqualTo("Second"));
        }
    }

    @Test
    void whatNoPolicyRepairsIsHeld() {
        ByHeart second = new ByHeart("Second", Map.of(AGREED, RIGHT));
        try (SmallNewsroom newsroom = newsroom(second, "repair off")) {
            assertThat(newsroom.standing("/a", "ca").state()).isEqualTo(State.HELD);
            assertThat(newsroom.where("/a").publications()).doesNotContainKey(CATALAN);
        }
    }

    /** The whole article would be given the same sentence there, and be held for the same. */
    @Test
    void anEngineThatHadTheSentenceWrongIsNotAskedForTheWholeArticle() {
        ByHeart second = new ByHeart("Second", saying(WRONG));
        try (SmallNewsroom newsroom = newsroom(second, "repair engine 1")) {
            assertThat(newsroom.standing("/a", "ca").state()).isEqualTo(State.HELD);
            assertThat(second.asked()).containsExactly(AGREED);
        }
    }

    /** Two sentences are wrong, and one may be repaired: then the next engine gets all of it, as without a repair. */
    @Test
    void anArticleWithMoreFaultsThanMayBeRepairedIsAskedOfTheNextEngineAsAWhole() {
        List<String> sentences = new ArrayList<>(CATALAN_WORDS.keySet());
        sentences.removeIf(text -> text.contains("grúas"));
        ByHeart second = new ByHeart("Second", saying(RIGHT));
        first.say(
                sentences.stream()
                        .filter(text -> text.contains("doce"))
                        .findFirst()
                        .orElseThrow(),
                "El director calla.");
        try (SmallNewsroom newsroom = newsroom(second, "repair engine 1")) {
            assertThat(shown(newsroom).legs())
                    .singleElement()
                    .satisfies(leg -> assertThat(leg.engine()).isEqualTo("Second"));
            assertThat(second.asked()).containsExactlyInAnyOrderElementsOf(sentences);
        }
    }
}
