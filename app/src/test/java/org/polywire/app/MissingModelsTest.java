package org.polywire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.marian.InstalledModel;
import org.polywire.marian.Marian;
import org.polywire.marian.MarianConfig;
import org.polywire.marian.ModelsException;
import org.polywire.model.Edition;
import org.polywire.model.Fitness;
import org.polywire.model.LanguageTag;
import org.polywire.testkit.Answers;
import org.polywire.testkit.LoopbackServer;
import org.polywire.testkit.ModelMirror;
import org.polywire.testkit.MutableClock;

class MissingModelsTest {
    private static final LanguageTag SPANISH = new LanguageTag("es");

    @TempDir
    Path folder;

    private final LoopbackServer server = LoopbackServer.start();
    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-27T08:00:00Z"));
    private final List<String> told = new ArrayList<>();
    private int installations;

    @BeforeEach
    void offer() {
        new ModelMirror(server).offer("2.1", "es-en", "en-fr");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void look(LanguageTag from, String to, Fitness floor, boolean fetch) {
        look(server.address("/"), from, to, floor, fetch);
    }

    private void look(URI mirror, LanguageTag from, String to, Fitness floor, boolean fetch) {
        Edition edition = new Edition(new LanguageTag(to), "The Wire", floor, false);
        try (MissingModels missing = missing(mirror, fetch)) {
            missing.look(from, edition);
            missing.look(from, edition);
        }
    }

    private MissingModels missing(URI mirror, boolean fetch) {
        return new MissingModels(MarianConfig.mirror(folder, mirror), fetch, clock, () -> installations++, told::add);
    }

    private List<String> installed() throws ModelsException {
        try (Marian marian = new Marian(MarianConfig.of(folder))) {
            return marian.installed().stream()
                    .map(InstalledModel::key)
                    .map(Object::toString)
                    .toList();
        }
    }

    /** The newsroom works on for a moment after those who listen are gone, and must not fail of them. */
    @Test
    void whatIsMissedAfterTheEndDisturbsNobody() {
        MissingModels missing = missing(server.address("/"), false);
        missing.close();
        missing.missed(
                () -> Optional.of(new LanguageTag("es")),
                new Edition(new LanguageTag("en"), "The Wire", Fitness.NEWS, false));
        assertThat(told).isEmpty();
    }

    @Test
    void aModelIsOfferedOnceWithItsCommandAndSize() throws ModelsException {
        look(new LanguageTag("es-MX"), "en", Fitness.NEWS, false);
        assertThat(told)
                .singleElement()
                .asString()
                .contains("es → en", "./polywire models install es-en (0.", " MB)", "fetch-models");
        assertThat(installed()).isEmpty();
        assertThat(installations).isZero();
    }

    @Test
    void aModelIsFetchedWhereTheOperatorWantsThat() throws ModelsException {
        look(SPANISH, "en", Fitness.NEWS, true);
        assertThat(installed()).containsExactly("es-en");
        assertThat(installations).isOne();
        assertThat(told).last().asString().contains("Installed es-en, tiny 2.1", "MPL-2.0");
        told.clear();
        look(SPANISH, "en", Fitness.NEWS, true);
        assertThat(told).as("nothing is missing").isEmpty();
    }

    @Test
    void betweenOthersTheWayLeadsThroughEnglish() throws ModelsException {
        look(SPANISH, "fr", Fitness.GIST, true);
        assertThat(installed()).containsExactly("en-fr", "es-en");
    }

    @Test
    void whatWouldNotBeGoodEnoughIsNeitherOfferedNorFetched() throws ModelsException {
        look(SPANISH, "fr", Fitness.NEWS, true);
        assertThat(told).singleElement().asString().contains("gist", "floor: gist");
        assertThat(installed()).isEmpty();
    }

    @Test
    void withoutANetworkItSaysWhatToCopyWhere() {
        look(URI.create("http://127.0.0.1:1/"), SPANISH, "en", Fitness.NEWS, true);
        assertThat(told)
                .singleElement()
                .asString()
                .contains("UNREACHABLE", "./polywire models install es-en", "copy", folder.toString());
        assertThat(installations).isZero();
    }

    @Test
    void anHourAfterAFailureItLooksAgain() throws ModelsException {
        Edition edition = new Edition(new LanguageTag("en"), "The Wire", Fitness.NEWS, false);
        server.on("/records.json", Answers.status(503));
        try (MissingModels missing = missing(server.address("/"), true)) {
            missing.look(SPANISH, edition);
            new ModelMirror(server).offer("2.1", "es-en");
            clock.advance(Duration.ofMinutes(59));
            missing.look(SPANISH, edition);
            assertThat(installed()).as("too soon").isEmpty();
            clock.advance(Duration.ofMinutes(1));
            missing.look(SPANISH, edition);
        }
        assertThat(installed()).containsExactly("es-en");
    }

    @Test
    void modelsThatCannotBeReadAreToldAndLookedAtAgain() throws IOException, ModelsException {
        Edition edition = new Edition(new LanguageTag("en"), "The Wire", Fitness.NEWS, false);
        Path noFolder = Files.createFile(folder.resolve("models"));
        MarianConfig config = MarianConfig.mirror(noFolder, server.address("/"));
        try (MissingModels missing = new MissingModels(config, false, clock, () -> installations++, told::add)) {
            missing.look(SPANISH, edition);
            assertThat(told).hasSize(1);
            Files.delete(noFolder);
            clock.advance(Duration.ofHours(1));
            missing.look(SPANISH, edition);
        }
        assertThat(told).last().asString().contains("./polywire models install es-en");
    }

    @Test
    void whatTheCatalogueLacksIsSaid() {
        look(SPANISH, "ca", Fitness.GIST, true);
        assertThat(told).singleElement().asString().contains("no neural model for", "en-ca");
    }

    @Test
    void anArticleInTheEditionsLanguageNeedsNone() {
        look(SPANISH, "es", Fitness.NEWS, true);
        assertThat(told).isEmpty();
    }
}
