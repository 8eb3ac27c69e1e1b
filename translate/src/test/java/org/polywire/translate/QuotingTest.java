package org.polywire.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Article;
import org.polywire.model.ArticleId;
import org.polywire.model.Block;
import org.polywire.model.Block.Paragraph;
import org.polywire.model.Edition;
import org.polywire.model.Fitness;
import org.polywire.model.Inline;
import org.polywire.model.Inline.Emphasis;
import org.polywire.model.Inline.Link;
import org.polywire.model.Inline.Quoted;
import org.polywire.model.Inline.Text;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;
import org.polywire.model.MemoryEntry;
import org.polywire.model.Outlet;
import org.polywire.model.Provenance;
import org.polywire.model.SentencePair;
import org.polywire.model.Translation;
import org.polywire.translate.MemoryReading.Accepted;
import org.polywire.translate.TranslationOutcome.Translated;

/** The original's own words stand in the place of a sentence, and stay there until something better comes. */
class QuotingTest {
    private static final URI HOME = URI.create("https://faro.example/");
    private static final Edition CATALAN = new Edition(new LanguageTag("ca"), "El Far", Fitness.NEWS, false);
    private static final LanguageTag SPANISH = new LanguageTag("es");
    private static final Link LINK = new Link(HOME.resolve("p"), Inlines.ofText("12 barcos"));

    private static final Article ARTICLE = article(
            List.of(new Text("El puerto abre hoy. Vienen "), LINK, new Text(" de fuera. La lonja cierra.")),
            List.of(new Text("Nadie dijo "), new Emphasis(Inlines.ofText("nada. Todos")), new Text(" callan.")));

    private final List<String> asked = new ArrayList<>();
    private final ScriptedEngine engine = new ScriptedEngine()
            .with(ScriptedEngine.pair("es", "ca", Fitness.NEWS, 60))
            .answering((passage, answer) -> {
                synchronized (asked) {
                    passage.sentences().forEach(sentence -> asked.add(Passage.text(sentence)));
                }
                return answer;
            });
    private final Translator translator = new Translator(
            List.of(engine), LanguageIdentifier.load(), InstantSource.fixed(Instant.parse("2026-11-23T10:00:00Z")));
    private final Translation first = translate(ARTICLE, Recollection.NONE);
    private final Translation quoted = quoting("Vienen").orElseThrow();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        translator.close();
    }

    @SafeVarargs
    private static Article article(List<Inline>... paragraphs) {
        return Article.of(
                HOME.resolve("a"),
                new Outlet("El Faro", HOME),
                SPANISH,
                "El puerto abre",
                List.of(paragraphs).stream().<Block>map(Paragraph::new).toList());
    }

    private Translation translate(Article article, Recollection recollection) {
        asked.clear();
        return ((Translated) translator.translate(article, CATALAN, recollection)).translation();
    }

    private Optional<Translation> quoting(String beginning) {
        SentencePair sentence = first.sentences().stream()
                .filter(pair -> pair.source().startsWith(beginning))
                .findFirst()
                .orElseThrow();
        return translator.quoting(ARTICLE, first, Map.of(sentence, List.of("NUMBER_CHANGED: 12")));
    }

    private static List<Inline> content(Translation translation) {
        return translation.article().units().get(1).content();
    }

    private static SentencePair sentence(Translation translation) {
        return translation.sentences().stream()
                .filter(pair -> pair.provenance() == Provenance.QUOTED)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theWordsStandWhereTheSentenceStoodWithTheirLinkAndTheOthersStayToTheLetter() {
        assertThat(content(quoted))
                .isEqualTo(List.of(
                        new Text("HOY. ABRE PUERTO EL "),
                        new Quoted(SPANISH, List.of(new Text("Vienen "), LINK, new Text(" de fuera."))),
                        new Text(" CIERRA. LONJA LA")));
        assertThat(sentence(quoted).target()).isEqualTo("[es: Vienen 12 barcos de fuera.]");
        assertThat(sentence(quoted).faults()).containsExactly("NUMBER_CHANGED: 12");
        assertThat(quoted.sentences())
                .filteredOn(pair -> !first.sentences().contains(pair))
                .hasSize(1);
    }

    @Test
    void aSentenceWhosePlaceLiesInsideAnElementIsNotQuoted() {
        assertThat(quoting("Nadie")).isEmpty();
    }

    @Test
    void noEngineIsAskedForItAgainAndItStaysToTheLetterWhileItsSourceDoes() {
        Article after = article(
                List.of(new Text("El puerto abre mañana. Vienen "), LINK, new Text(" de fuera. La lonja cierra.")),
                ((Paragraph) ARTICLE.body().get(1)).content());
        Translation second =
                translate(after, new Recollection(List.of(new Precedent(ARTICLE, quoted)), TranslationMemory.EMPTY));
        assertThat(asked).containsExactly("El puerto abre mañana.");
        assertThat(sentence(second)).isEqualTo(sentence(quoted));
        assertThat(content(second).get(1)).isEqualTo(content(quoted).get(1));
    }

    @Test
    void aChangedSentenceIsTranslatedAgain() {
        Article after = article(
                List.of(new Text("El puerto abre hoy. Vienen "), LINK, new Text(" de cerca. La lonja cierra.")),
                ((Paragraph) ARTICLE.body().get(1)).content());
        Translation second =
                translate(after, new Recollection(List.of(new Precedent(ARTICLE, quoted)), TranslationMemory.EMPTY));
        assertThat(asked).containsExactly("Vienen 12 barcos de cerca.");
        assertThat(second.sentences()).extracting(SentencePair::provenance).doesNotContain(Provenance.QUOTED);
        assertThat(content(second)).doesNotHaveAnyElementsOfTypes(Quoted.class);
    }

    private List<MemoryEntry> entries() {
        return TranslationMemory.entries(new Precedent(ARTICLE, quoted), ArticleId.of(ARTICLE.address()));
    }

    private static MemoryEntry ofQuoted(List<MemoryEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.sourceText().startsWith("Vienen"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void inAFileForAPersonItIsMarkedAndIsNoTranslationUnlessItIsChanged() throws IOException {
        Path file = folder.resolve("a.tmx");
        TranslationMemory.write(entries(), file);
        Accepted reading = (Accepted) TranslationMemory.read(file, Provenance.HUMAN, "Agency", Instant.EPOCH);
        assertThat(reading.entries()).isEmpty();
        assertThat(ofQuoted(entries()).targetText()).isEqualTo("[es: Vienen 12 barcos de fuera.]");
        assertThat(ofQuoted(entries()).provenance().byPerson()).isFalse();
    }

    @Test
    void whatAPersonWritesTakesItsPlace() {
        MemoryEntry entry = ofQuoted(entries());
        List<Inline> own =
                List.of(new Text("Venen "), new Link(LINK.target(), Inlines.ofText("12 vaixells")), new Text("."));
        MemoryEntry edited = new MemoryEntry(
                entry.from(),
                entry.to(),
                entry.source(),
                own,
                entry.before(),
                entry.after(),
                Provenance.POST_EDITED,
                "Núria",
                Instant.EPOCH,
                entry.article());
        Translation second = translate(
                ARTICLE,
                new Recollection(List.of(new Precedent(ARTICLE, quoted)), TranslationMemory.of(List.of(edited))));
        assertThat(asked).isEmpty();
        assertThat(Inlines.text(content(second))).isEqualTo("HOY. ABRE PUERTO EL Venen 12 vaixells. CIERRA. LONJA LA");
    }
}
