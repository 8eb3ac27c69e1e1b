package org.polywire.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.polywire.translate.Papers.article;
import static org.polywire.translate.Papers.edition;
import static org.polywire.translate.Papers.paragraph;
import static org.polywire.translate.Papers.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Fitness;
import org.polywire.model.LanguageTag;
import org.polywire.model.SentencePair;
import org.polywire.model.Translation;
import org.polywire.translate.GlossaryReading.Accepted;
import org.polywire.translate.GlossaryReading.Rejected;
import org.polywire.translate.TranslationOutcome.Translated;

class GlossaryTest {
    private static final String CSV = """
            from,to,source,target,kind,site
            es,ca,Casa Blanca,Casa Blanca de debò,preferred,
            es,ca,presidente,cap d'estat,preferred,
            es,ca,"Sol, S. A.",,keep,
            es,ca,coche,automòbil,forbidden,
            es,ca,,"dit ""això""\",forbidden,faro.example
            """;

    @TempDir
    Path folder;

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static Glossary accepted(GlossaryReading reading) {
        assertThat(reading).isInstanceOf(Accepted.class);
        return ((Accepted) reading).glossary();
    }

    private List<String> problems(String name, String content) throws IOException {
        GlossaryReading reading = Glossary.read(List.of(file(name, content)));
        assertThat(reading).isInstanceOf(Rejected.class);
        return ((Rejected) reading)
                .problems().stream()
                        .map(problem -> problem.replace(folder + "/", ""))
                        .toList();
    }

    private static List<String> lines(Glossary glossary) {
        return glossary.terms().stream()
                .map(term -> term.kind() + " " + term.from() + "-" + term.to() + " " + term.source() + " = "
                        + term.target() + (term.site().isEmpty() ? "" : " @" + term.site()))
                .toList();
    }

    @Test
    void everyKindOfTermIsReadAndWrittenAsCsv() throws IOException {
        Glossary glossary = accepted(Glossary.read(List.of(file("g.csv", CSV))));
        assertThat(lines(glossary))
                .containsExactly(
                        "PREFERRED es-ca Casa Blanca = Casa Blanca de debò",
                        "PREFERRED es-ca presidente = cap d'estat",
                        "KEEP es-ca Sol, S. A. = Sol, S. A.",
                        "FORBIDDEN es-ca coche = automòbil",
                        "FORBIDDEN es-ca  = dit \"això\" @faro.example");
        Path copy = folder.resolve("copy.csv");
        glossary.write(copy);
        assertThat(lines(accepted(Glossary.read(List.of(copy))))).isEqualTo(lines(glossary));
    }

    @Test
    void tbxSaysTheSameBothWays() throws IOException {
        Glossary glossary = accepted(Glossary.read(List.of(file("g.csv", CSV))));
        Path copy = folder.resolve("copy.tbx");
        glossary.write(copy);
        assertThat(Files.readString(copy)).contains("<tbx", "conceptEntry", "administrativeStatus");
        assertThat(lines(accepted(Glossary.read(List.of(copy)))))
                .contains(
                        "PREFERRED es-ca Casa Blanca = Casa Blanca de debò",
                        "PREFERRED ca-es Casa Blanca de debò = Casa Blanca",
                        "PREFERRED es-ca presidente = cap d'estat",
                        "KEEP es-ca Sol, S. A. = Sol, S. A.",
                        "FORBIDDEN es-ca coche = automòbil");
    }

    @Test
    void theOlderFormOfTbxIsReadToo() throws IOException {
        String martif = """
                <martif type="TBX"><text><body>
                <termEntry id="1">
                  <langSet xml:lang="es"><tig><term>alcalde</term></tig></langSet>
                  <langSet xml:lang="gl"><tig><term>alcalde</term></tig>
                    <tig><term>rexedor</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig></langSet>
                </termEntry></body></text></martif>
                """;
        assertThat(lines(accepted(Glossary.read(List.of(file("old.tbx", martif))))))
                .containsExactly(
                        "KEEP gl-es alcalde = alcalde",
                        "KEEP es-gl alcalde = alcalde",
                        "FORBIDDEN es-gl alcalde = rexedor");
    }

    @Test
    void contradictionsAreRefusedWithBothLines() throws IOException {
        assertThat(problems("g.csv", """
                from,to,source,target,kind
                es,ca,coche,cotxe,
                es,ca,coche,auto,
                es,ca,coche,cotxe,forbidden
                """))
                .containsExactly(
                        "g.csv:3: \"coche\" is to be \"auto\" here and \"cotxe\" in g.csv:2. Keep one of the two",
                        "g.csv:4: \"cotxe\" is forbidden here and wanted in g.csv:2. Keep one of the two");
    }

    @Test
    void whatIsNoGlossaryIsRefusedWithItsLine() throws IOException {
        assertThat(problems("a.csv", "hola,adiós\n"))
                .containsExactly(
                        "a.csv:1: the first line must name the columns. Begin with \"from,to,source,target,kind,site\"");
        assertThat(problems("b.csv", "from,to,source,target\nes,ca,uno\nes,es,a,b\nes,ca,,x\nxx-!,ca,a,b\n"))
                .hasSize(4)
                .allMatch(problem -> problem.matches("b\\.csv:[2-5]: .*"));
        assertThat(problems("c.csv", "from,to,source,target\nes,ca,\"" + "x".repeat(9_000) + "\n"))
                .first()
                .asString()
                .contains("a line has no end");
    }

    @Test
    void tbxThatWouldFetchOrExpandAnythingIsRefused() throws IOException {
        Path secret = file("secret.txt", "geheim");
        String hostile = "<!DOCTYPE tbx [<!ENTITY a SYSTEM \"" + secret.toUri() + "\"><!ENTITY b \"&a;&a;\">]>"
                + "<tbx><text><body><conceptEntry id='1'><langSec xml:lang='es'><termSec><term>&b;</term></termSec></langSec>"
                + "<langSec xml:lang='ca'><termSec><term>x</term></termSec></langSec></conceptEntry></body></text></tbx>";
        assertThat(problems("h.tbx", hostile)).isNotEmpty().noneMatch(problem -> problem.contains("geheim"));
        assertThat(problems("broken.tbx", "<tbx><text>"))
                .first()
                .asString()
                .startsWith("broken.tbx:1: this is not TBX");
    }

    private static List<SentencePair> translate(String csv, Path folder, String... paragraphs) throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), csv);
        ScriptedEngine engine = new ScriptedEngine().with(ScriptedEngine.pair("es", "ca", Fitness.NEWS, 60));
        TranslatorConfig config = TranslatorConfig.defaults().with(accepted(Glossary.read(List.of(file))));
        try (Translator translator =
                new Translator(List.of(engine), LanguageIdentifier.load(), InstantSource.system(), config)) {
            Translation translation = ((Translated) translator.translate(
                            article("es", paragraphs[0], paragraph(text(paragraphs[1]))),
                            edition("ca", Fitness.NEWS, false)))
                    .translation();
            return translation.sentences();
        }
    }

    @Test
    void whatIsPreferredAndKeptStandsAsTheGlossaryHasIt() throws IOException {
        List<SentencePair> sentences = translate(CSV, folder, "Casa Blanca", "Presidente compra Sol, S. A. aquí");
        assertThat(sentences)
                .extracting(SentencePair::target)
                .containsExactly("Casa Blanca de debò", "AQUÍ Sol, S. A. COMPRA Cap d'estat");
        assertThat(sentences).allMatch(pair -> pair.breaches().isEmpty());
    }

    @Test
    void anotherFormIsFoundAndAFaultIfItsTranslationIsAnother() throws IOException {
        assertThat(translate(CSV, folder, "Hola", "Los presidentes hablan")
                        .getLast()
                        .breaches())
                .containsExactly("the glossary wants \"cap d'estat\" for \"presidentes\"");
        assertThat(translate(
                                "from,to,source,target\nes,ca,presidente,presidentus\n",
                                folder,
                                "Hola",
                                "Los presidentes hablan")
                        .getLast()
                        .breaches())
                .isEmpty();
    }

    @Test
    void aForbiddenTranslationIsAFault() throws IOException {
        String csv = "from,to,source,target,kind\nes,ca,coche,coches,forbidden\nes,ca,,hola,forbidden\n";
        assertThat(translate(csv, folder, "Hola", "El coche rojo"))
                .extracting(SentencePair::breaches)
                .containsExactly(
                        List.of("the glossary forbids \"hola\""),
                        List.of("the glossary forbids \"coches\" for \"coche\""));
    }

    @Test
    void aTermOfOneSiteCountsThereAndBelowAndNowhereElse() throws IOException {
        Glossary glossary = accepted(Glossary.read(List.of(file("g.csv", CSV))));
        LanguageTag es = new LanguageTag("es");
        LanguageTag ca = new LanguageTag("ca");
        assertThat(glossary.of(es, ca, "www.faro.example").faults("Hola", "Dit \"això\""))
                .hasSize(1);
        assertThat(glossary.of(es, ca, "otrofaro.example").faults("Hola", "Dit \"això\""))
                .isEmpty();
        assertThat(glossary.of(ca, es, "www.faro.example").isEmpty()).isTrue();
    }

    @Test
    void wordsAreFormsOfOneAnotherWithinBounds() {
        assertThat(Terms.isFormOf("presidentes", "presidente")).isTrue();
        assertThat(Terms.isFormOf("presidenta", "presidente")).isTrue();
        assertThat(Terms.isFormOf("presidencial", "presidente")).isFalse();
        assertThat(Terms.isFormOf("casas", "caso")).isFalse();
        assertThat(Terms.isFormOf("ministerio", "ministro")).isFalse();
    }
}
