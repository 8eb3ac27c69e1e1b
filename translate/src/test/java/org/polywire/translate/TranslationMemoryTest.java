package org.polywire.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.model.ArticleId;
import org.polywire.model.Inline;
import org.polywire.model.Inline.Emphasis;
import org.polywire.model.Inline.LineBreak;
import org.polywire.model.Inline.Link;
import org.polywire.model.Inline.Strong;
import org.polywire.model.Inline.Text;
import org.polywire.model.Inline.Verbatim;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;
import org.polywire.model.MemoryEntry;
import org.polywire.model.Provenance;
import org.polywire.testkit.Seeded;
import org.polywire.translate.MemoryReading.Accepted;
import org.polywire.translate.MemoryReading.Rejected;

/** Translation memories as files, TMX 1.4b. */
class TranslationMemoryTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final LanguageTag SPANISH = new LanguageTag("es");
    private static final LanguageTag CATALAN = new LanguageTag("ca");
    private static final ArticleId ARTICLE = ArticleId.of(URI.create("https://faro.example/a"));
    private static final List<String> WORDS =
            List.of("mar", "a < b & c", "«sí»", "مرحبا", "港口", "e\u0301", "\uD83D\uDE00", "l'\"any\"", "שלום");

    @TempDir
    Path folder;

    private static MemoryEntry entry(List<Inline> source, List<Inline> target, Provenance provenance) {
        return new MemoryEntry(
                SPANISH, CATALAN, source, target, "Antes & después.", "", provenance, "Núria <N>", NOW, ARTICLE);
    }

    private static MemoryEntry entry(String source, String target, Provenance provenance) {
        return entry(Inlines.ofText(source), Inlines.ofText(target), provenance);
    }

    private MemoryReading read(String text) throws IOException {
        Path file = folder.resolve("a.tmx");
        Files.writeString(file, text);
        return TranslationMemory.read(file, Provenance.HUMAN, "Agency", NOW);
    }

    private MemoryReading roundTrip(MemoryEntry entry) {
        Path file = folder.resolve("b.tmx");
        try {
            TranslationMemory.write(List.of(entry), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return TranslationMemory.read(file, Provenance.HUMAN, "Agency", Instant.EPOCH);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Seeded.run(300, random -> {
            List<Inline> content = content(random, 3);
            MemoryEntry entry =
                    entry(content, content, random.nextBoolean() ? Provenance.HUMAN : Provenance.POST_EDITED);
            assertThat(roundTrip(entry)).isEqualTo(new Accepted(List.of(entry), 0));
        });
    }

    private static List<Inline> content(Random random, int depth) {
        List<Inline> content = new ArrayList<>(List.of(new Text("El puerto ")));
        for (int i = random.nextInt(4); i >= 0; i--) {
            String word = WORDS.get(random.nextInt(WORDS.size()));
            content.add(
                    switch (depth == 0 ? 0 : random.nextInt(6)) {
                        case 1 -> new Emphasis(content(random, depth - 1));
                        case 2 -> new Strong(content(random, depth - 1));
                        case 3 -> new Link(URI.create("https://faro.example/a?b=1&c=%22"), content(random, depth - 1));
                        case 4 -> new Verbatim("<" + word + ">");
                        case 5 -> new LineBreak();
                        default -> new Text(word + " ");
                    });
        }
        return Inlines.canonical(content);
    }

    @Test
    void whatAMachineMadeCountsOnlyIfAPersonChangedIt() throws IOException {
        Path file = folder.resolve("c.tmx");
        List<MemoryEntry> entries = List.of(
                entry("El puerto abre.", "El port obre.", Provenance.MACHINE),
                entry("La lonja cierra.", "La llotja tanca.", Provenance.MACHINE));
        TranslationMemory.write(entries, file);
        Files.writeString(file, Files.readString(file).replace("La llotja tanca.", "Tanca la llotja."));
        Accepted reading = (Accepted) TranslationMemory.read(file, Provenance.HUMAN, "Agency", NOW);
        assertThat(reading.machine()).isEqualTo(1);
        assertThat(reading.entries())
                .containsExactly(entry("La lonja cierra.", "Tanca la llotja.", Provenance.POST_EDITED));
    }

    /** Level 1, several languages, underscores in tags, codes of another tool, and an external declaration that nobody loads. */
    @Test
    void filesOfOtherToolsAreRead() throws IOException {
        Accepted reading = (Accepted) read("""
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE tmx SYSTEM "http://127.0.0.1:1/tmx14.dtd">
                <tmx version="1.4"><header creationtool="Other" srclang="en-US" segtype="sentence" datatype="x"/>
                <body><tu creationdate="20240102T030405Z" creationid="ANA"><note>checked</note>
                <tuv xml:lang="EN_us"><seg>The <bpt i="0" x="0">&lt;g0&gt;</bpt>port<ept i="0">&lt;/g0&gt;</ept> opens
                <ph x="1">&lt;x1/&gt;</ph>today.</seg></tuv>
                <tuv xml:lang="es-ES"><seg>El <hi>puerto</hi> abre hoy.</seg></tuv>
                <tuv lang="fr"><seg>Le port ouvre.</seg></tuv></tu></body></tmx>
                """);
        assertThat(reading.entries())
                .extracting(MemoryEntry::to, MemoryEntry::targetText, MemoryEntry::by, MemoryEntry::provenance)
                .containsExactly(
                        tuple(new LanguageTag("es-ES"), "El puerto abre hoy.", "ANA", Provenance.HUMAN),
                        tuple(new LanguageTag("fr"), "Le port ouvre.", "ANA", Provenance.HUMAN));
        assertThat(reading.entries().getFirst().from()).isEqualTo(new LanguageTag("en-US"));
        assertThat(reading.entries().getFirst().source()).isEqualTo(Inlines.ofText("The port opens\n" + "today."));
        assertThat(reading.entries().getFirst().at()).isEqualTo(Instant.parse("2024-01-02T03:04:05Z"));
    }

    @Test
    void eachFaultIsToldWithItsLineAndNothingIsTaken() throws IOException {
        Rejected reading = (Rejected) read("""
                <tmx version="1.4"><header srclang="es"/><body>
                <tu><tuv xml:lang="es"><seg>Uno.</seg></tuv></tu>
                <tu><tuv xml:lang="es"><seg>Uno.</seg></tuv><tuv xml:lang="ca"><seg> </seg></tuv></tu>
                <tu><tuv xml:lang="es"><seg>Uno.</seg></tuv><tuv xml:lang="es-MX"><seg>Uno.</seg></tuv></tu>
                <tu><tuv xml:lang="es"><seg>Uno.</seg></tuv><tuv xml:lang="c a"><seg>Un.</seg></tuv></tu>
                <tu><tuv xml:lang="es"><seg><bpt i="1">&lt;a href="https://faro.example/"&gt;</bpt>Uno<ept i="1"/>.</seg></tuv>
                <tuv xml:lang="ca"><seg>Un.</seg></tuv></tu>
                <tu><tuv xml:lang="es"><seg>Uno.</seg></tuv><tuv xml:lang="ca"><seg>Un<ept i="1"/>.</seg></tuv></tu>
                </body></tmx>
                """);
        assertThat(reading.problems().stream().map(problem -> problem.replaceFirst(".*a\\.tmx", "")))
                .containsExactly(
                        ":2: the unit has no text in es with a translation. Add it, or remove the unit",
                        ":3: the translation is empty. Correct the unit, or remove it",
                        ":4: both texts are in the language es. Correct the unit, or remove it",
                        ":5: not a BCP 47 language tag: c a. Correct the unit, or remove it",
                        ":6: the translation has not the same links as the original. Correct the unit, or remove it",
                        ":8: the element 1 ends where it is not open. Correct the segment",
                        ":8: the translation is empty. Correct the unit, or remove it");
    }

    @Test
    void whatIsNoTmxIsRefused() throws IOException {
        assertThat(read("")).isInstanceOf(Rejected.class);
        assertThat(read("from,to\nes,ca\n")).isInstanceOf(Rejected.class);
        assertThat(read("<html><body>no</body></html>")).isInstanceOf(Rejected.class);
        assertThat(read("""
                <!DOCTYPE tmx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
                <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY f SYSTEM "file:///etc/passwd">]>
                <tmx><body><tu><tuv xml:lang="es"><seg>&c;&f;</seg></tuv><tuv xml:lang="ca"><seg>&f;</seg></tuv></tu></body></tmx>
                """)).isInstanceOf(Rejected.class);
        assertThat(TranslationMemory.read(folder.resolve("none"), Provenance.HUMAN, "", NOW))
                .isInstanceOf(Rejected.class);
    }

    /** A file that was cut off anywhere is refused as a whole. */
    @Test
    void everyPrefixIsRefused() throws IOException {
        Path file = folder.resolve("d.tmx");
        TranslationMemory.write(List.of(entry("El puerto abre.", "El port obre.", Provenance.HUMAN)), file);
        byte[] whole = Files.readString(file).strip().getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length; length++) {
            Path prefix = folder.resolve("e.tmx");
            Files.write(prefix, Arrays.copyOf(whole, length));
            assertThat(TranslationMemory.read(prefix, Provenance.HUMAN, "", NOW))
                    .as("%s bytes", length)
                    .isInstanceOf(Rejected.class);
        }
    }

    @Test
    void likenessIsTheShareOfCharactersThatStay() {
        assertThat(TranslationMemory.likeness("El puerto abre.", "El puerto abre."))
                .isEqualTo(1);
        assertThat(TranslationMemory.likeness("abcd", "abXd")).isEqualTo(0.75);
        assertThat(TranslationMemory.likeness("港口明天开放", "港口今天开放")).isCloseTo(5 / 6.0, within(1e-9));
        assertThat(TranslationMemory.likeness("abc", "xyz")).isZero();
        assertThat(TranslationMemory.likeness("", "")).isEqualTo(1);
    }
}
