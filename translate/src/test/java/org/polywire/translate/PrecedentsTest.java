package org.polywire.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Article;
import org.polywire.model.Block;
import org.polywire.model.Block.Paragraph;
import org.polywire.model.Edition;
import org.polywire.model.Fitness;
import org.polywire.model.Inline;
import org.polywire.model.Inline.Link;
import org.polywire.model.Inline.Text;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;
import org.polywire.model.MemoryEntry;
import org.polywire.model.Outlet;
import org.polywire.model.Provenance;
import org.polywire.model.Route;
import org.polywire.model.SentencePair;
import org.polywire.model.Translation;
import org.polywire.testkit.Seeded;
import org.polywire.translate.TranslationOutcome.Translated;

/** What was translated before is not translated again, and comes out the same to the letter. */
class PrecedentsTest {
    private static final URI HOME = URI.create("https://faro.example/");
    private static final Edition CATALAN = new Edition(new LanguageTag("ca"), "El Far", Fitness.NEWS, false);

    private final List<String> asked = new ArrayList<>();
    private int round;
    private TranslationMemory memory = TranslationMemory.EMPTY;

    /** It answers differently each time that it is asked, so that what was not asked for again shows. */
    private final ScriptedEngine engine = new ScriptedEngine()
            .with(ScriptedEngine.pair("es", "ca", Fitness.NEWS, 60))
            .answering((passage, answer) -> {
                synchronized (asked) {
                    passage.sentences().forEach(sentence -> asked.add(Passage.text(sentence)));
                }
                return marked((Answer.Sentences) answer);
            });

    private final Translator translator = new Translator(
            List.of(engine), LanguageIdentifier.load(), InstantSource.fixed(Instant.parse("2026-11-23T10:00:00Z")));

    @AfterEach
    void close() {
        translator.close();
    }

    private Answer marked(Answer.Sentences answer) {
        return new Answer.Sentences(
                answer.sentences().stream()
                        .map(sentence -> {
                            List<Answer.Word> words = new ArrayList<>(sentence.words());
                            words.add(new Answer.Word(" ", "R" + round, List.of(), Answer.Evidence.GOOD));
                            return new Answer.Sentence(words);
                        })
                        .toList(),
                answer.faults());
    }

    private static Article article(Paragraph... paragraphs) {
        return Article.of(
                HOME.resolve("a"),
                new Outlet("El Faro", HOME),
                new LanguageTag("es"),
                "El puerto abre",
                List.<Block>of(paragraphs));
    }

    private static Paragraph paragraph(String text) {
        return new Paragraph(Inlines.ofText(text));
    }

    private Translation translate(Article article, Precedent... precedents) {
        round++;
        asked.clear();
        return ((Translated) translator.translate(article, CATALAN, new Recollection(List.of(precedents), memory)))
                .translation();
    }

    @Test
    void theSameTextIsNotTranslatedAgain() {
        Article text = article(paragraph("El puerto abre hoy. La lonja cierra."), paragraph("Nadie dijo nada."));
        Translation first = translate(text);
        Translation second = translate(text, new Precedent(text, first));
        assertThat(asked).isEmpty();
        assertThat(second.article()).isEqualTo(first.article());
        assertThat(second.sentences()).extracting(SentencePair::provenance).containsOnly(Provenance.REUSED);
    }

    @Test
    void ofAChangedParagraphOnlyTheChangedSentenceIsTranslated() {
        Article before = article(paragraph("El puerto abre hoy. Vienen 12 barcos. La lonja cierra."));
        Translation first = translate(before);
        Article after = article(paragraph("El puerto abre hoy. Vienen 14 barcos. La lonja cierra."));
        Translation second = translate(after, new Precedent(before, first));
        assertThat(asked).containsExactly("Vienen 14 barcos.");
        assertThat(targets(second))
                .containsExactly(
                        targets(first).get(0),
                        targets(first).get(1),
                        "BARCOS. 14 VIENEN R2",
                        targets(first).get(3));
        assertThat(text(second)).isEqualTo(text(first).replace("BARCOS. 12 VIENEN R1", "BARCOS. 14 VIENEN R2"));
    }

    @Test
    void aSentenceThatMovedToAnotherParagraphIsKnown() {
        Article before = article(paragraph("El puerto abre hoy. La lonja cierra."));
        Translation first = translate(before);
        translate(
                article(paragraph("La lonja cierra."), paragraph("El puerto abre hoy.")), new Precedent(before, first));
        assertThat(asked).isEmpty();
    }

    @Test
    void markupThatGoesOnFromSentenceToSentenceStaysWhole() {
        Link link = new Link(HOME.resolve("b"), Inlines.ofText("La lonja cierra. Nadie dijo nada."));
        Article before = article(new Paragraph(List.of(new Text("El puerto abre hoy. "), link)));
        Translation first = translate(before);
        Article after = article(new Paragraph(List.of(new Text("El puerto abre mañana. "), link)));
        Translation second = translate(after, new Precedent(before, first));
        assertThat(asked).containsExactly("El puerto abre mañana.");
        assertThat(Inlines.links(content(second))).isEqualTo(Inlines.links(content(first)));
    }

    @Test
    void theSameWordsUnderOtherMarkupAreTranslatedAnew() {
        Article before = article(paragraph("El puerto abre hoy."));
        Translation first = translate(before);
        List<Inline> linked = List.of(new Link(HOME.resolve("b"), Inlines.ofText("El puerto abre hoy.")));
        translate(article(new Paragraph(linked)), new Precedent(before, first));
        assertThat(asked).containsExactly("El puerto abre hoy.");
    }

    @Test
    void whatAnotherVersionOfTheEngineMadeIsLeftAside() {
        Article text = article(paragraph("El puerto abre hoy."));
        Translation first = translate(text);
        Translation older = new Translation(
                first.article(),
                first.from(),
                new Route.Machine(
                        List.of(new Route.Leg(new LanguageTag("es"), new LanguageTag("ca"), "Scripted", "0"))),
                first.at(),
                first.sentences());
        translate(text, new Precedent(text, older));
        assertThat(asked).hasSize(2);
    }

    @Test
    void afterAnyEditTheTextIsThatOfItsSentences() {
        Seeded.run(200, random -> {
            List<String> sentences = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                sentences.add(sentence(random));
            }
            Article before = article(
                    paragraph(String.join(" ", sentences.subList(0, 6))),
                    paragraph(String.join(" ", sentences.subList(6, 12))));
            Translation first = translate(before);
            sentences.set(random.nextInt(12), sentence(random));
            sentences.remove(random.nextInt(12));
            sentences.add(random.nextInt(12), sentence(random));
            Article after = article(
                    paragraph(String.join(" ", sentences.subList(0, 5))),
                    paragraph(String.join(" ", sentences.subList(5, 12))));
            Translation second = translate(after, new Precedent(before, first));
            assertThat(second.sentences()).extracting(SentencePair::source).endsWith(sentences.toArray(String[]::new));
            assertThat(text(second)).isEqualTo(String.join(" ", targets(second).subList(1, 13)));
            assertThat(asked.size()).isLessThanOrEqualTo(2);
        });
    }

    private static String sentence(Random random) {
        return "El barco " + random.nextInt(1_000_000) + " llega hoy.";
    }

    private static List<String> targets(Translation translation) {
        return translation.sentences().stream().map(SentencePair::target).toList();
    }

    private static List<Inline> content(Translation translation) {
        return ((Paragraph) translation.article().body().getFirst()).content();
    }

    private static String text(Translation translation) {
        return String.join(
                " ",
                translation.article().body().stream()
                        .map(block -> Inlines.text(((Paragraph) block).content()))
                        .toList());
    }

    private static MemoryEntry byPerson(List<Inline> source, List<Inline> target, String before, String after) {
        return new MemoryEntry(
                new LanguageTag("es"),
                CATALAN.language(),
                source,
                target,
                before,
                after,
                Provenance.HUMAN,
                "Núria Font",
                Instant.parse("2026-11-22T10:00:00Z"),
                null);
    }

    private static MemoryEntry byPerson(String source, String target) {
        return byPerson(Inlines.ofText(source), Inlines.ofText(target), "", "");
    }

    @Test
    void whatAPersonTranslatedIsNeitherAskedForNorTakenFromAnEarlierText() {
        Article text = article(paragraph("El puerto abre hoy. La lonja cierra. Nadie dijo nada."));
        Translation first = translate(text);
        memory = TranslationMemory.of(List.of(byPerson("La lonja cierra.", "Tanca la llotja.")));
        Translation second = translate(text, new Precedent(text, first));
        assertThat(asked).isEmpty();
        assertThat(text(second)).isEqualTo(text(first).replace(targets(first).get(2), "Tanca la llotja."));
        assertThat(second.sentences())
                .extracting(SentencePair::provenance)
                .containsExactly(Provenance.REUSED, Provenance.REUSED, Provenance.HUMAN, Provenance.REUSED);
    }

    @Test
    void ofTwoTranslationsThatCountsWhichStandsBetweenTheSameSentences() {
        List<Inline> yes = Inlines.ofText("Sí.");
        memory = TranslationMemory.of(List.of(
                byPerson(yes, Inlines.ofText("Prou."), "", ""),
                byPerson(yes, Inlines.ofText("I tant."), "¿Abre hoy?", "")));
        Translation translation = translate(article(paragraph("La lonja cierra. Sí."), paragraph("¿Abre hoy? Sí.")));
        assertThat(targets(translation)).contains("Prou.", "I tant.");
        assertThat(targets(translation).getLast()).isEqualTo("I tant.");
    }

    @Test
    void aSentenceWithOtherMarkupIsAnotherSentence() {
        List<Inline> linked = List.of(new Text("La "), new Link(HOME, Inlines.ofText("lonja")), new Text(" cierra."));
        List<Inline> translated =
                List.of(new Text("Tanca la "), new Link(HOME, Inlines.ofText("llotja")), new Text("."));
        memory = TranslationMemory.of(List.of(byPerson(linked, translated, "", "")));
        Translation translation = translate(
                article(new Paragraph(linked), paragraph("La lonja cierra."), new Paragraph(List.copyOf(linked))));
        assertThat(((Paragraph) translation.article().body().getFirst()).content())
                .isEqualTo(translated);
        assertThat(asked).contains("La lonja cierra.");
        assertThat(targets(translation)).filteredOn("Tanca la llotja."::equals).hasSize(2);
    }

    @Test
    void theMemoryTakesNoMachinesWord() {
        MemoryEntry machine = new MemoryEntry(
                new LanguageTag("es"),
                CATALAN.language(),
                Inlines.ofText("Sí."),
                Inlines.ofText("Sí."),
                "",
                "",
                Provenance.MACHINE,
                "",
                Instant.EPOCH,
                null);
        assertThatThrownBy(() -> TranslationMemory.of(List.of(machine))).isInstanceOf(IllegalArgumentException.class);
    }
}
