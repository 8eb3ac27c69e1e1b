package org.polywire.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.polywire.translate.Papers.em;
import static org.polywire.translate.Papers.link;
import static org.polywire.translate.Papers.strong;
import static org.polywire.translate.Papers.text;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Inline;
import org.polywire.model.Inlines;
import org.polywire.model.Place;
import org.polywire.model.Unit;
import org.polywire.testkit.MutableClock;
import org.polywire.testkit.Seeded;
import org.polywire.translate.EnginePair.SelfTest;
import org.polywire.translate.Passage.Run;

/** Apertium as it is installed; skipped where it is not. */
class ApertiumTest {
    private static final Apertium APERTIUM = Apertium.installed();

    @BeforeEach
    void needsApertium() {
        assumeTrue(
                APERTIUM.pairs().stream().anyMatch(pair -> pair.code().equals("spa-cat")),
                "install Debian's apertium-spa-cat to run this test");
    }

    @AfterAll
    static void close() {
        APERTIUM.close();
    }

    private static EnginePair pair(Apertium engine, String code) {
        return engine.pairs().stream()
                .filter(pair -> pair.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Answer ask(Apertium engine, String text) {
        return engine.translate(
                        pair(engine, "spa-cat"), List.of(new Passage(List.of(List.of(Run.free(text, 0))), Set.of())))
                .getFirst();
    }

    private static String words(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Sentences.class);
        StringBuilder text = new StringBuilder();
        ((Answer.Sentences) answer)
                .sentences()
                .forEach(sentence -> sentence.words()
                        .forEach(word -> text.append(word.before()).append(word.text())));
        return text.toString().strip();
    }

    private static UnitLines.Translated unit(Set<String> names, Inline... content) {
        EnginePair pair = pair(APERTIUM, "spa-cat");
        Unit unit = new Unit(Place.HEADLINE, Unit.Role.PARAGRAPH, List.of(content));
        UnitLines lines = UnitLines.of(
                UnitCut.of(
                        MarkedText.lines(unit.content()),
                        new Sentences(pair.from()),
                        Segmentation.SENTENCES,
                        new Terms(List.of()),
                        new ForeignQuotations(LanguageIdentifier.load(), pair.from(), pair.to(), List.of())),
                () -> new NameIndex(names),
                pair.from(),
                pair.to());
        List<PassageOutcome> outcomes = new WayTranslator(Way.direct(APERTIUM, pair), () -> new NameIndex(names), false)
                .translate(lines.passages());
        Map<MarkedPassage, PassageOutcome.Done> done = new IdentityHashMap<>();
        for (int i = 0; i < outcomes.size(); i++) {
            done.put(lines.passages().get(i), (PassageOutcome.Done) outcomes.get(i));
        }
        return lines.with(unit.place(), done);
    }

    private static String shown(Inline... content) {
        return Papers.show(unit(Set.of(), content).content());
    }

    @Test
    void linksAndEmphasisAreOnTheRightWords() {
        assertThat(shown(
                        text("El "),
                        link("a", text("presidente")),
                        text(" anunció que el "),
                        strong(text("Gobierno "), em(text("español"))),
                        text(" irá "),
                        link("b", text("al")),
                        text(" mercado y "),
                        link("c", text("no dijo")),
                        text(" nada.")))
                .isEqualTo("El <a a>president</a> va anunciar que el <b>Govern <em>espanyol</em></b> anirà <a b>al</a>"
                        + " mercat i <a c>no va dir</a> res.");
    }

    @Test
    void aWordThatBecomesSeveralAndSeveralThatBecomeOneKeepTheirLink() {
        assertThat(shown(text("Quiere "), link("a", text("comprárselo")), text(" mañana.")))
                .isEqualTo("Vol <a a>comprar-li-ho</a> demà.");
        assertThat(shown(text("Va a "), link("a", text("la casa")), text(" de "), em(text("el ministro")), text(".")))
                .isEqualTo("Va <a a>a la casa</a> <em>del ministre</em>.");
    }

    @Test
    void spacesCapitalsAndSymbolsAreThoseOfTheSource() {
        assertThat(shown(text("EL GOBIERNO APRUEBA LA LEY"))).isEqualTo("EL GOVERN APROVA LA LLEI");
        assertThat(shown(text("Dijo  «sí» (y “no”), a las 10:30 h… ~ * # [sic] {a} ^ $ 100 < 200 \\ @ fin")))
                .isEqualTo("Va dir «sí» (i “no”), a les 10:30 h… ~ * # [sic] {a} ^ $ 100 < 200 \\ @ fi");
        assertThat(shown(text("de\u00ADmo\u00ADcracia"))).isEqualTo("democràcia");
    }

    @Test
    void whatMustBeKeptIsKept() {
        assertThat(shown(
                        text(
                                "Escriba a casa@ejemplo.org o a @casa_roja (#casa), vea https://ejemplo.org/la/casa?x=1. Use "),
                        new Inline.Verbatim("casa.roja()"),
                        text(" ya.")))
                .isEqualTo(
                        "Escrigui a casa@ejemplo.org o a @casa_roja (#casa), vegi https://ejemplo.org/la/casa?x=1. Usi"
                                + " `casa.roja()` ja.");
    }

    @Test
    void aProtectedNameIsNotTranslated() {
        assertThat(Papers.show(unit(Set.of("La Casa Roja"), text("Lo publicó La Casa Roja ayer."))
                        .content()))
                .isEqualTo("Ho va publicar La Casa Roja ahir.");
    }

    @Test
    void personsAreFoundAndPlacesAreNot() {
        Set<String> names = APERTIUM.names(
                pair(APERTIUM, "spa-cat"),
                "Ana Herrero y Donald Tusk fueron a Nueva York. La Unión Europea apoya a Cataluña. Según Tusk, no.");
        assertThat(names).containsExactlyInAnyOrder("Ana Herrero", "Herrero", "Donald Tusk", "Tusk");
    }

    /** What the dictionaries say of a name does not depend on what they were shown with it. */
    @Test
    void namesThatAreKnownAreThoseThatWouldBeFoundAnew() {
        List<String> lines = List.of(
                "Ana Herrero y Donald Tusk fueron a Nueva York con el Deportivo Salinas.",
                "La Unión Europea apoya a Cataluña, según Marta Blanco y el Dr. Ruiz Costa.",
                "El alcalde de San Sebastián, Rosa Paz, recibió a J. K. Rowling en Casa Blanca.",
                "Juan de la Cruz Roja no es la Cruz Roja. Mohamed bin Salman habló con Joe Biden.");
        EnginePair pair = pair(APERTIUM, "spa-cat");
        APERTIUM.renew();
        Set<String> found = APERTIUM.names(pair, String.join("\n", lines));
        assertThat(found).contains("Marta Blanco", "Donald Tusk");
        assertThat(APERTIUM.names(pair, String.join("\n", lines))).containsExactlyElementsOf(found);
        APERTIUM.renew();
        lines.reversed().forEach(line -> APERTIUM.names(pair, line));
        assertThat(APERTIUM.names(pair, String.join("\n", lines))).containsExactlyElementsOf(found);
    }

    @Test
    void sentencesKeepTheirPlace() {
        UnitLines.Translated done =
                unit(Set.of(), text("El perro come. ¿Y la casa? «No sé. Ya veremos», dijo el Sr. Juan. Fin"));
        assertThat(done.sentences())
                .extracting(pair -> pair.source() + " = " + pair.target())
                .containsExactly(
                        "El perro come. = El gos menja.",
                        "¿Y la casa? = I la casa?",
                        "«No sé. Ya veremos», dijo el Sr. Juan. = «No sé. Ja veurem», va dir el Sr. Juan.",
                        "Fin = Fi");
    }

    @Test
    void unknownWordsAreEvidence() {
        assertThat(unit(Set.of(), text("El presidente come zurbeltxas."))
                        .sentences()
                        .getFirst()
                        .unknown())
                .containsExactly("zurbeltxas");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[/]] [[t:1]] hola [ ] ] [ { } ^a/b<c>$ \\",
                "a\0b\0c",
                "\u0001\u0002\u007f hola",
                "@casa *perro #gato ~ratón \\@ \\* \\",
                "مرحبا بالعالم، كيف الحال؟ hola",
                "👩‍👩‍👧‍👦 casa 🏳️‍🌈 e\u0301xito n\u0303",
                "日本語のテキスト。casa",
                "\uD800 casa \uDC00",
                "[s] Xqzaq [Xqzbq] []"
            })
    void hostileTextNeitherHangsNorShiftsTheAnswers(String hostile) {
        ask(APERTIUM, hostile);
        assertThat(words(ask(APERTIUM, "El perro come."))).isEqualTo("El gos menja.");
    }

    @Test
    void randomTextNeitherHangsNorShiftsTheAnswers() {
        String alphabet = "[]{}^$/@\\<>*#~;:.,|\"'«»¿ aeiou casa perro\u00AD\u200B\uFEFF";
        Seeded.run(60, random -> {
            StringBuilder hostile = new StringBuilder();
            IntStream.range(0, random.nextInt(300))
                    .forEach(i -> hostile.append(alphabet.charAt(random.nextInt(alphabet.length()))));
            assertThat(ask(APERTIUM, hostile.toString())).isInstanceOf(Answer.Sentences.class);
            assertThat(words(ask(APERTIUM, "El perro come."))).isEqualTo("El gos menja.");
        });
    }

    @Test
    void aVeryLongParagraphIsTranslated() {
        String sentence = "El perro come en la casa roja y no dice nada. ";
        UnitLines.Translated done = unit(Set.of(), text(sentence.repeat(50_000 / sentence.length())));
        assertThat(done.sentences()).hasSize(50_000 / sentence.length());
        assertThat(done.sentences().getLast().target()).isEqualTo("El gos menja a la casa vermella i no diu res.");
    }

    @Test
    void aPipelineThatIsKilledIsReplaced() {
        try (Apertium engine = Apertium.installed()) {
            assertThat(words(ask(engine, "El perro come."))).isEqualTo("El gos menja.");
            long shell = engine.pipelines("spa-cat").getFirst().number();
            List<ProcessHandle> stages =
                    ProcessHandle.of(shell).orElseThrow().descendants().toList();
            stages.get(stages.size() / 2).destroyForcibly();
            assertThat(words(ask(engine, "La casa roja."))).isEqualTo("La casa vermella.");
            assertThat(engine.pipelines("spa-cat").getFirst().number()).isNotEqualTo(shell);
        }
    }

    @Test
    void idlePipelinesAreEnded() {
        MutableClock clock = new MutableClock(Instant.EPOCH);
        try (Apertium engine = new Apertium(ApertiumConfig.defaults(), clock)) {
            ask(engine, "El perro come.");
            List<ProcessHandle> stages = new ArrayList<>(
                    ProcessHandle.of(engine.pipelines("spa-cat").getFirst().number())
                            .orElseThrow()
                            .descendants()
                            .toList());
            clock.advance(Duration.ofMinutes(4));
            engine.closeIdle();
            assertThat(engine.pipelines("spa-cat")).hasSize(1);
            clock.advance(Duration.ofMinutes(2));
            engine.closeIdle();
            assertThat(engine.pipelines("spa-cat")).isEmpty();
            stages.forEach(stage -> stage.onExit().join());
        }
    }

    @Test
    void pairsThatFailOnRealTextAreNotUsed() {
        assertThat(APERTIUM.prepare(pair(APERTIUM, "spa-cat")).selfTest()).isEqualTo(SelfTest.PASSED);
        assumeTrue(
                APERTIUM.pairs().stream().anyMatch(pair -> pair.code().equals("rus-ukr")),
                "install Debian's apertium-rus-ukr to see a broken pair refused");
        EnginePair broken = APERTIUM.prepare(pair(APERTIUM, "rus-ukr"));
        assertThat(broken.selfTest()).isEqualTo(SelfTest.FAILED);
        assertThat(broken.detail()).isNotEmpty();
    }

    @Test
    void requestsForAPairUnderTestWait() {
        try (Apertium engine = Apertium.installed();
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<EnginePair>> requests = Collections.nCopies(8, () -> engine.prepare(pair(engine, "spa-cat")));
            assertThat(requests.stream().map(threads::submit).toList())
                    .extracting(Future::get)
                    .extracting(EnginePair::selfTest)
                    .containsOnly(SelfTest.PASSED);
        }
    }

    @Test
    void withoutApertiumThereAreNoPairs() {
        ApertiumConfig nowhere = new ApertiumConfig(Path.of("/nonexistent"), 1, Duration.ofMinutes(1), 0);
        try (Apertium engine = new Apertium(nowhere, InstantSource.system())) {
            assertThat(engine.pairs()).isEmpty();
        }
    }

    /** Marks make Apertium choose otherwise in a few of a hundred sentences; here, on plain words, it should never. */
    @Test
    void markupChangesHardlyAnyWords() {
        List<String> sentences = List.of(
                "El ayuntamiento aprobó el martes un plan para reparar los puentes que dañaron las inundaciones de marzo.",
                "La alcaldesa explicó que las obras empezarán antes de que acabe el verano.",
                "Los agricultores de la comarca habían pedido más ayudas durante meses.",
                "Las lluvias fuertes serán más frecuentes en los próximos años, según la universidad.");
        int[] differences = {0};
        Seeded.run(100, random -> {
            String sentence = sentences.get(random.nextInt(sentences.size()));
            String[] words = sentence.split(" ");
            int from = random.nextInt(words.length);
            int to = Math.min(words.length, from + 1 + random.nextInt(3));
            List<Inline> content = new ArrayList<>();
            add(content, String.join(" ", List.of(words).subList(0, from)) + (from > 0 ? " " : ""));
            content.add(link("x", text(String.join(" ", List.of(words).subList(from, to)))));
            add(
                    content,
                    (to < words.length ? " " : "")
                            + String.join(" ", List.of(words).subList(to, words.length)));
            List<Inline> marked = unit(Set.of(), content.toArray(Inline[]::new)).content();
            List<Inline> plain = unit(Set.of(), text(sentence)).content();
            assertThat(Inlines.links(marked)).hasSize(1);
            differences[0] += Inlines.text(marked).equals(Inlines.text(plain)) ? 0 : 1;
        });
        assertThat(differences[0]).isLessThanOrEqualTo(5);
    }

    private static void add(List<Inline> content, String text) {
        if (!text.isEmpty()) {
            content.add(text(text));
        }
    }
}
