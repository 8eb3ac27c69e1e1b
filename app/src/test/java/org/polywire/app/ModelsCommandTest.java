package org.polywire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.testkit.Answers;
import org.polywire.testkit.LoopbackServer;
import org.polywire.testkit.ModelMirror;

/** The command against a loopback copy of the catalogue. */
class ModelsCommandTest {
    @TempDir
    Path folder;

    private final LoopbackServer server = LoopbackServer.start();
    private final ModelMirror mirror = new ModelMirror(server);
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void offer() {
        mirror.offer("2.1", "es-en", "en-it");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private int models(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of("models"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--folder", folder.resolve("models").toString()));
        all.addAll(List.of("--mirror", server.address("/").toString()));
        return Polywire.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }

    @Test
    void theListTellsSizesQualityAndLicences() {
        assertThat(models("list")).isZero();
        assertThat(out.toString()).contains("es-en", "en-it", "tiny", "2.1", "publishable", "gist", " MB", "MPL-2.0");
    }

    @Test
    void aModelIsInstalledAttributedUpdatedAndRemoved() {
        assertThat(models("install", "es-en")).isZero();
        assertThat(out.toString()).contains("Installed es-en, tiny 2.1", "MPL-2.0", "CC-BY-SA");
        assertThat(models()).isZero();
        assertThat(out.toString()).contains("es-en", "Firefox Translations, 127.0.0.1", "MPL-2.0");
        assertThat(models("list")).isZero();
        assertThat(out.toString()).contains("installed");
        assertThat(models("update")).isZero();
        assertThat(out.toString()).contains("newest");
        mirror.offer("2.2", "es-en");
        assertThat(models("update")).isZero();
        assertThat(out.toString()).contains("Installed es-en, tiny 2.2");
        assertThat(models("remove", "es-en")).isZero();
        assertThat(models()).isZero();
        assertThat(out.toString()).contains("No model is installed");
    }

    @Test
    void aChangedFileIsFoundAndMendedByInstallingAgain() throws IOException {
        models("install", "es-en");
        assertThat(models("verify")).isZero();
        Files.write(folder.resolve("models/es-en/tiny-2.1/vocab.esen.spm"), new byte[] {1});
        assertThat(models("verify")).isEqualTo(Exit.NOT_AS_EXPECTED);
        assertThat(out.toString()).contains("CHANGED; install it again");
        assertThat(models("install", "es-en")).isZero();
        assertThat(models("verify")).isZero();
    }

    @Test
    void whatCannotBeDoneIsToldWithWhatToDo() {
        assertThat(models("install", "es-xx")).isEqualTo(Exit.ENVIRONMENT);
        assertThat(err.toString()).contains("no model for es-xx", "models list");
        assertThat(models("install")).isEqualTo(Exit.USAGE);
        assertThat(models("remove", "es-en")).isEqualTo(Exit.ENVIRONMENT);
        assertThat(err.toString()).contains("NOT_INSTALLED");
        server.on("/records.json", Answers.status(503));
        assertThat(models("list")).isEqualTo(Exit.ENVIRONMENT);
        assertThat(err.toString()).contains("SERVER_ERROR", "try again later");
    }
}
