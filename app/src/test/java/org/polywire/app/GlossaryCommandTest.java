package org.polywire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GlossaryCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Polywire.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("terms.csv"), "from,to,source,target\nes,ca,alcalde,batlle\n");
        Files.writeString(
                folder.resolve("partner.csv"),
                "from,to,source,target,kind\nes,ca,alcalde,batlle,\nes,ca,El Faro,,keep\nes,gl,calle,rúa,\n");
        Files.writeString(folder.resolve("polywire.yaml"), """
                operator: Me
                contact: me@example.org
                editions: [{language: ca}]
                translation: {glossary: [terms.csv]}
                """);
    }

    @Test
    void termsAreCountedOnceHoweverManyFilesHaveThem() {
        assertThat(run("glossary", "check", file("terms.csv"), file("partner.csv")))
                .isZero();
        assertThat(out.toString()).containsPattern("es → ca +2").containsPattern("es → gl +1");
    }

    @Test
    void contradictionsAreToldWithFileAndLine() throws IOException {
        Files.writeString(folder.resolve("other.csv"), "from,to,source,target\nes,ca,alcalde,alcalde\n");
        assertThat(run("glossary", "check", file("terms.csv"), file("other.csv")))
                .isEqualTo(Exit.NOT_AS_EXPECTED);
        assertThat(err.toString()).contains("other.csv:2: \"alcalde\" is to be", "terms.csv:2");
        assertThat(run("glossary", "import", file("other.csv"), "--into", file("terms.csv")))
                .isEqualTo(Exit.NOT_AS_EXPECTED);
        assertThat(err.toString()).contains("Nothing was imported.");
    }

    @Test
    void whatIsImportedIsExportedAgain() throws IOException {
        assertThat(run("glossary", "import", file("partner.csv"), "--into", file("terms.csv"), "--to", "ca"))
                .isZero();
        assertThat(err.toString()).contains("terms.csv: 1.");
        assertThat(run("glossary", "export", file("all.tbx"), "-c", file("polywire.yaml")))
                .isZero();
        assertThat(Files.readString(folder.resolve("all.tbx"))).contains("alcalde", "batlle", "El Faro");
        assertThat(run("glossary", "export", file("all.tbx"), "-c", file("polywire.yaml")))
                .isEqualTo(Exit.USAGE);
    }

    @Test
    void aConfigurationWithAGlossaryThatIsNotInOrderIsRefused() throws IOException {
        Files.writeString(folder.resolve("terms.csv"), "from,to,source,target\nes,ca,alcalde\n");
        assertThat(run("glossary", "-c", file("polywire.yaml"))).isEqualTo(Exit.CONFIGURATION);
        assertThat(err.toString()).contains("polywire.yaml:4", "the glossary is not in order", "terms.csv:2");
    }

    @Test
    void onlyWhoAsksAServiceNeedsItsKey() throws IOException {
        Files.writeString(folder.resolve("polywire.yaml"), """
                operator: Me
                contact: me@example.org
                editions: [{language: ca}]
                translation:
                  glossary: [terms.csv]
                  services: [{name: D, kind: deepl, address: "https://a.example", key: "env:NOT_THERE", pairs: [es-ca]}]
                """);
        assertThat(run("glossary", "-c", file("polywire.yaml"))).isZero();
        assertThat(run("translate", "Hola", "--to", "ca", "-c", file("polywire.yaml")))
                .isEqualTo(Exit.CONFIGURATION);
        assertThat(err.toString()).contains("polywire.yaml:6:", "there is no usable key in env:NOT_THERE");
    }
}
