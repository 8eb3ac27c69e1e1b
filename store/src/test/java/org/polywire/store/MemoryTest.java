package org.polywire.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.model.ArticleId;
import org.polywire.model.Inline;
import org.polywire.model.Inline.Link;
import org.polywire.model.Inline.Text;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;
import org.polywire.model.MemoryEntry;
import org.polywire.model.Provenance;

class MemoryTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final LanguageTag SPANISH = new LanguageTag("es");
    private static final LanguageTag PORTUGUESE = new LanguageTag("pt-BR");
    private static final ArticleId ARTICLE = ArticleId.of(URI.create("https://faro.example/a"));
    private static final ArticleId OTHER = ArticleId.of(URI.create("https://faro.example/b"));

    @TempDir
    Path folder;

    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static MemoryEntry entry(String to, String source, String target, @Nullable ArticleId article, int minute) {
        return new MemoryEntry(
                SPANISH,
                new LanguageTag(to),
                Inlines.ofText(source),
                Inlines.ofText(target),
                "",
                "",
                Provenance.HUMAN,
                "Núria",
                NOW.plusSeconds(60L * minute),
                article);
    }

    private void save(MemoryEntry... entries) {
        store.write(transaction -> List.of(entries).forEach(transaction.memory()::save));
    }

    private List<String> found(String... texts) {
        return store
                .read(transaction -> transaction.memory().find(SPANISH, PORTUGUESE, Set.of(texts), ARTICLE))
                .stream()
                .map(MemoryEntry::targetText)
                .toList();
    }

    @Test
    void anEntryComesBackAsItWas() {
        List<Inline> linked =
                List.of(new Text("La "), new Link(URI.create("https://faro.example/"), Inlines.ofText("lonja")));
        MemoryEntry entry = new MemoryEntry(
                SPANISH, PORTUGUESE, linked, linked, "Antes.", "Después.", Provenance.POST_EDITED, "", NOW, ARTICLE);
        save(entry);
        assertThat(store.<List<MemoryEntry>>read(
                        transaction -> transaction.memory().all(Optional.empty(), Optional.of(PORTUGUESE))))
                .containsExactly(entry);
    }

    @Test
    void whatWasMadeForTheArticleComesFirstThenTheNewest() {
        save(
                entry("pt-BR", "Sí.", "Sim, este.", ARTICLE, 0),
                entry("pt-BR", "Sí.", "Sim, outro.", OTHER, 1),
                entry("pt", "Sí.", "Sim.", null, 2));
        assertThat(found("Sí.", "No.")).containsExactly("Sim, este.", "Sim.", "Sim, outro.");
    }

    @Test
    void anotherRegionsWordsAreNotTaken() {
        save(entry("pt-PT", "El autobús.", "O autocarro.", null, 0));
        assertThat(found("El autobús.")).isEmpty();
    }

    @Test
    void theLastTranslationOfASentenceTakesThePlaceOfTheOneBefore() {
        save(entry("pt-BR", "Sí.", "Sim.", null, 0));
        save(entry("pt-BR", "Sí.", "Pois sim.", null, 1));
        assertThat(found("Sí.")).containsExactly("Pois sim.");
        assertThat(store.<List<Memory.Count>>read(
                        transaction -> transaction.memory().counts()))
                .extracting(Memory.Count::to, Memory.Count::number)
                .containsExactly(tuple(PORTUGUESE, 1));
        assertThat(like("Que sí.")).containsExactly("Sí.");
    }

    @Test
    void moreTextsThanFitIntoOneStatementAreLookedUp() {
        String[] texts =
                IntStream.range(0, 1_200).mapToObj(i -> "Texto " + i + ".").toArray(String[]::new);
        save(entry("pt", texts[3], "Texto três.", null, 0), entry("pt", texts[1_100], "Texto mil e cem.", null, 0));
        assertThat(found(texts)).containsExactlyInAnyOrder("Texto três.", "Texto mil e cem.");
    }

    private List<String> like(String text) {
        return store.read(transaction -> transaction.memory().like(SPANISH, Optional.of(PORTUGUESE), text, 10)).stream()
                .map(found -> found.entry().sourceText())
                .toList();
    }

    @Test
    void similarSentencesAreFoundInEveryScriptUntilTheyAreForgotten() {
        save(
                entry("pt", "El puerto abrirá mañana por la noche.", "O porto abrirá amanhã à noite.", null, 0),
                entry("pt", "港口明天晚上开放给所有船只。", "O porto.", null, 0),
                entry("pt", "سيفتح الميناء أبوابه غدا.", "O porto.", null, 0));
        assertThat(like("El puerto abrirá hoy por la noche.")).startsWith("El puerto abrirá mañana por la noche.");
        assertThat(like("港口今天晚上开放")).containsExactly("港口明天晚上开放给所有船只。");
        assertThat(like("سيفتح الميناء اليوم")).containsExactly("سيفتح الميناء أبوابه غدا.");
        assertThat(like("\"*NEAR(\"-")).isEmpty();
        assertThat(like("ab")).isEmpty();
        Set<Long> numbers = store
                .read(transaction -> transaction.memory().like(SPANISH, Optional.empty(), "El puerto abrirá", 10))
                .stream()
                .map(Memory.Numbered::number)
                .collect(Collectors.toSet());
        assertThat(numbers).hasSize(1);
        long number = numbers.iterator().next();
        assertThat(store.<Boolean>change(transaction -> transaction.memory().remove(number)))
                .isTrue();
        assertThat(store.<Boolean>change(transaction -> transaction.memory().remove(number)))
                .isFalse();
        assertThat(like("El puerto abrirá")).isEmpty();
    }
}
