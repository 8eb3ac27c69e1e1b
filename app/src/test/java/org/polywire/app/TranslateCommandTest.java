package org.polywire.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
