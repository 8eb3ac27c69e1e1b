package org.polywire.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.app.CommandLineTest.Answer;
import org.polywire.translate.Apertium;

class TranslateCommandTest {
    @TempDir
    private Path folder;

    @BeforeAll
    static void needsApertium() {
        try (Apertium apertium = Apertium.installed()) {
            assumeTrue(
                    apertium.pairs().stream().anyMatch(pair -> pair.code().equals("spa-cat")),
                    "apertium-spa-cat is not installed");
        }
    }

    private static String run(String... arguments) {
        return CommandLineTest.run(arguments).out();
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    @Test
    void htmlComesBackWithItsLinksAndPictures() throws IOException {
        String page = file(
                "page.html", "<h2>La noticia</h2>\n<p>El <a href=\"/p\">alcalde</a> habló <img src=a.png> ayer.</p>");
        assertThat(run("translate", "--html", page, "--from", "es", "--to", "ca"))
                .isEqualTo(
                        "<h2>La notícia</h2>\n<p>L'<a href=\"/p\">alcalde</a> va parlar <img src=\"a.png\"> ahir.</p>\n");
    }

    @Test
    void textComesBackWithItsParagraphs() throws IOException {
        String text = file("text.txt", "El alcalde\nhabló ayer.\n\n\nEl puerto abre mañana.\n");
        assertThat(run("translate", text, "--from", "es", "--to", "ca"))
                .isEqualTo("L'alcalde va parlar ahir.\n\n\nEl port obre demà.\n");
    }

    @Test
    void theExplanationShowsWhatWasProtectedAndWhatTheGlossarySays() throws IOException {
        file("terms.csv", "from,to,source,target,kind\nes,ca,alcalde,batlle,preferred\n");
        String config = file(
                "polywire.yaml",
                "operator: A\ncontact: a@b.example\neditions:\n  - language: ca\ntranslation:\n  glossary: [terms.csv]\n");
        assertThat(run(
                        "translate",
                        "El alcalde don Abel Caballero saludó a @vigo.",
                        "--from",
                        "es",
                        "--to",
                        "ca",
                        "--explain",
                        "-c",
                        config))
                .contains(
                        "Way: es to ca by Apertium",
                        "  → El batlle don Abel Caballero va saludar a @vigo.",
                        "  = kept as it is: @vigo",
                        "  = names: Abel Caballero",
                        "  = glossary: alcalde → batlle");
    }

    @Test
    void whatAPersonTranslatedIsTakenAndWhatIsLikeItIsShown() throws IOException {
        String config = file(
                "polywire.yaml",
                "operator: A\ncontact: a@b.example\ndata: " + folder.resolve("data")
                        + "\neditions:\n  - language: ca\n");
        run(
                "memory",
                "set",
                "El puerto abre mañana.",
                "Demà obre el port.",
                "--from",
                "es",
                "--to",
                "ca",
                "--by",
                "N",
                "-c",
                config);
        assertThat(run(
                        "translate",
                        "El puerto abre mañana. El puerto abre hoy.",
                        "--from",
                        "es",
                        "--to",
                        "ca",
                        "-c",
                        config))
                .isEqualTo("Demà obre el port. El port obre avui.\n");
        assertThat(run(
                        "translate",
                        "El puerto abre mañana. El puerto abre mañana lunes.",
                        "--from",
                        "es",
                        "--to",
                        "ca",
                        "--explain",
                        "-c",
                        config))
                .contains(
                        "  → Demà obre el port.\n  = from the memory: person\n",
                        "% like what a person translated: El puerto abre mañana. → Demà");
    }

    @Test
    void languagesMayBeNamedByThreeLetters() {
        assertThat(run("translate", "El puerto abre mañana.", "--from", "spa", "--to", "cat"))
                .isEqualTo("El port obre demà.\n");
    }

    @Test
    void whatNoEditionWouldPublishIsSaidToBeTheGist() {
        Answer gist = CommandLineTest.run("translate", "El puerto abre mañana.", "--from", "es", "--to", "en");
        assertThat(gist.out()).startsWith("The port opens");
        assertThat(gist.err()).startsWith("Good for the gist only").contains("Apertium spa-eng, chrF2 50");
        assertThat(CommandLineTest.run("translate", "El puerto abre mañana.", "--from", "es", "--to", "ca")
                        .err())
                .isEmpty();
    }

    @Test
    void aTextInTheLanguageAlreadyComesBackAsItIs() {
        Answer same = CommandLineTest.run("translate", "El port obre demà.", "--from", "ca", "--to", "cat");
        assertThat(same.out()).isEqualTo("El port obre demà.\n");
        assertThat(same.err()).isEmpty();
    }

    private static final String NEWS =
            "<p>El alcalde de Vigo habló ayer por la tarde del puerto <a href=\"/plan\">nuevo</a>,"
                    + " que estará abierto desde mañana para todos los vecinos de la ciudad, según dijo.</p>";

    private String article() throws IOException {
        return file(
                "news.html",
                "<html lang=es><head><meta charset=utf-8><title>El puerto abre</title></head><body><nav>Portada</nav><article>"
                        + "<h1>El puerto abre mañana</h1>" + NEWS + NEWS.replace("ayer", "hoy")
                        + NEWS.replace("Vigo", "Lugo")
                        + "</article></body></html>");
    }

    @Test
    void anArticleIsPrintedAsTextOrAsHtmlWithItsLinks() throws IOException {
        String page = article();
        assertThat(run("translate", "--article", page, "--to", "ca"))
                .startsWith("El port obre demà\n\nL'alcalde de Vigo va parlar ahir")
                .doesNotContain("<", "Portada");
        assertThat(run("translate", "--article", "--html", page, "--to", "ca", "--address", "https://a.example/x"))
                .startsWith("<!doctype html><html lang=\"ca\" dir=\"ltr\">")
                .contains("<h1>El port obre demà</h1><p>L'alcalde", "<a href=\"https://a.example/plan\">nou</a>")
                .doesNotContain("Portada", "<p></p>");
    }

    @Test
    void anArticlesLanguageMayBeNamed() throws IOException {
        assertThat(CommandLineTest.run("translate", "--article", article(), "--from", "gl", "--to", "ca")
                        .err())
                .contains("Apertium gl-es, Apertium spa-cat");
    }

    @Test
    void aFileThatIsNotThereIsNotTakenForWords() {
        for (String name : List.of("notes.txt", "./notes", "/tmp/none/notes")) {
            Answer answer = CommandLineTest.run("translate", name, "--from", "es", "--to", "ca");
            assertThat(answer.exit()).isEqualTo(Exit.ENVIRONMENT);
            assertThat(answer.err()).contains("There is no file " + name);
        }
        assertThat(run("translate", "y/o", "--from", "es", "--to", "ca")).isEqualTo("i/o\n");
    }

    /** A service whose budget of this month is spent, and which nobody asks therefore. */
    private String spent() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        file("data/spending.txt", YearMonth.now(ZoneOffset.UTC) + " 5000 Libre\n");
        return file("polywire.yaml", """
                operator: A
                contact: a@b.example
                editions: [{language: ca}]
                translation:
                  services:
                    - {name: Libre, kind: libretranslate, address: "http://localhost:1", pairs: [es-en], fitness: news, budget: 5000}
                """);
    }

    @Test
    void whereTheOnlyWayGoodEnoughRestsTheGistIsSaidToBeTheGistAndWhatRestsIsNamed() throws IOException {
        Answer gist =
                CommandLineTest.run("translate", "El puerto abre mañana.", "--from", "es", "--to", "en", "-c", spent());
        assertThat(gist.out()).startsWith("The port opens");
        assertThat(gist.err())
                .startsWith("Good for the gist only")
                .contains("Better, but not now: Libre es-en: its budget of 5000 characters");
    }

    @Test
    void enginesAreShownWhereAKeyIsMissingAndTheKeyIsNamed() throws IOException {
        String keyless = spent();
        Path file = Path.of(keyless);
        Files.writeString(file, Files.readString(file).replace("budget: 5000", "key: env:NO_SUCH_KEY"));
        Answer answer = CommandLineTest.run("engines", "--from", "es", "-c", keyless);
        assertThat(answer.exit()).isEqualTo(Exit.NOT_AS_EXPECTED);
        assertThat(answer.out()).contains("Apertium", "Libre");
        assertThat(answer.err()).startsWith(keyless + ":6:").contains("NO_SUCH_KEY");
    }

    @Test
    void whatIsSpentIsShownBesideTheEngines() throws IOException {
        assertThat(run("engines", "--from", "es", "--to", "en", "-c", spent())).contains("paused", "Libre");
        assertThat(run("engines", "--from", "es", "-c", spent()))
                .contains("Budget of Libre: 5,000 of 5,000 characters sent in ");
    }
}
