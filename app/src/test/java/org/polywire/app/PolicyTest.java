package org.polywire.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.app.ConfigurationReading.Accepted;
import org.polywire.app.ConfigurationReading.Rejected;
import org.polywire.check.Policy;
import org.polywire.model.Grant;
import org.polywire.model.LanguageTag;
import org.polywire.model.Source;
import org.polywire.model.SourceId;
import org.polywire.pipeline.Rhythm;
import org.polywire.pipeline.Whereabouts;
import org.polywire.store.Standing;
import org.polywire.testkit.Answers;
import org.polywire.testkit.LoopbackServer;
import org.polywire.translate.Apertium;

/** What the operator asks of translations, from their file to what readers see. */
class PolicyTest {
    private static final String CONFIGURATION = """
            operator: A
            contact: a@b.example
            data: kept
            editions: [{language: ca}, {language: gl}]
            checks: {policy: ours/policy.txt}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        Files.createDirectory(folder.resolve("ours"));
    }

    private Path policy(String text) throws IOException {
        return Files.writeString(folder.resolve("ours/policy.txt"), text);
    }

    private ConfigurationReading reading() {
        return ConfigurationReader.read(CONFIGURATION, folder);
    }

    private Configuration accepted() {
        return ((Accepted) reading()).configuration();
    }

    private List<String> problems() {
        return ((Rejected) reading())
                .problems().stream().map(problem -> problem.in("c.yaml")).toList();
    }

    @Test
    void theFileOfTheOperatorCountsAndIsFoundBesideTheConfiguration() throws IOException {
        Path file = policy("hold-below all 0.1\nhold-below gl 0.7\nrepair off\n");
        assertThat(accepted().checks())
                .isEqualTo(new CheckSettings(
                        Policy.read(List.of("hold-below all 0.1", "hold-below gl 0.7", "repair off")), file));
    }

    @Test
    void thePolicyThatIsPrintedIsAccepted() throws IOException {
        policy(CommandLineTest.run("policy").out());
        assertThat(accepted().checks().policy()).isEqualTo(CheckSettings.DEFAULT.policy());
    }

    @Test
    void eachMistakeIsToldWithItsPlaceInTheFileAndTheKeyThatNamesIt() throws IOException {
        Path file = policy("hold-below all 0.1\nhold-below fr 0.2\nwitness-above NaN\n");
        assertThat(problems())
                .containsExactly(
                        "c.yaml:5:18: " + file + ":2: there is no edition in \"fr\"."
                                + " Write the language of an edition, or \"all\", or remove the line.",
                        "c.yaml:5:18: " + file
                                + ":3: \"NaN\" is not a probability from 0 to 1, with a point as in 0.25."
                                + " Write a probability from 0 to 1, with a point as in 0.25.");
    }

    @Test
    void aFileThatIsMissingOrInAnotherEncodingOrTooLargeIsRefused() throws IOException {
        Path file = folder.resolve("ours/policy.txt");
        String unread = "c.yaml:5:18: the policy " + file + " cannot be read as UTF-8. Name another file, or make it:"
                + " \"./polywire policy > policy.txt\" writes the one that comes with the program.";
        assertThat(problems()).containsExactly(unread);
        Files.write(file, "# català".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(problems()).containsExactly(unread);
        policy("#".repeat(ChecksReader.LARGEST_FILE + 1));
        assertThat(problems()).singleElement().asString().contains("is larger than 65536 bytes");
    }

    @Test
    void doctorNamesThePolicyThatCounts() throws IOException {
        Path file = policy("hold-below all 0\n");
        Path configuration = Files.writeString(folder.resolve("polywire.yaml"), CONFIGURATION);
        assertThat(CommandLineTest.run("doctor", "-c", configuration.toString()).out())
                .contains("✓ Policy of the checks: the one in " + file);
        policy("hold-below all\n");
        assertThat(CommandLineTest.run("doctor", "-c", configuration.toString()).out())
                .contains("✗ Configuration: ", file + ":1: ");
    }

    private static void needsApertium() {
        try (Apertium apertium = Apertium.installed()) {
            assumeTrue(
                    apertium.pairs().stream()
                            .map(pair -> pair.code())
                            .toList()
                            .containsAll(List.of("spa-cat", "es-gl")),
                    "apertium-spa-cat or apertium-es-gl is not installed");
        }
    }

    @Test
    void aSentenceThatIsTranslatedAloneIsJudgedByTheSamePolicy() throws IOException {
        needsApertium();
        policy("hold-below all 0\nhold-below ca 1\n");
        String configuration = Files.writeString(folder.resolve("polywire.yaml"), CONFIGURATION)
                .toString();
        String sentence = "La autoridad del puerto aprobó ayer el plan de las obras del muelle.";
        CommandLineTest.Answer catalan =
                CommandLineTest.run("translate", sentence, "--from", "es", "--to", "ca", "-c", configuration);
        assertThat(catalan.exit()).isEqualTo(Exit.NOT_AS_EXPECTED);
        assertThat(catalan.err()).contains("UNFIT");
        assertThat(CommandLineTest.run("translate", sentence, "--from", "es", "--to", "gl", "-c", configuration)
                        .exit())
                .isEqualTo(Exit.DONE);
    }

    /** The same article, the same engine: the edition that asks for certainty holds it, and the other publishes it. */
    @Test
    void eachEditionPublishesWhatItsOwnThresholdLetsThrough() throws Exception {
        needsApertium();
        policy("hold-below all 0\nhold-below ca 1\nrepair off\n");
        try (LoopbackServer paper = LoopbackServer.start()) {
            URI feed = paper(paper);
            String configuration = CONFIGURATION + "port: " + Temporary.freePort() + "\nnetwork: {allow-hosts: ['"
                    + paper.authority() + "']}\n";
            Accepted read = (Accepted) ConfigurationReader.read(configuration, folder);
            try (House house = House.build(read.configuration(), Rhythm.brisk(), InstantSource.system());
                    WebServer server = house.serve()) {
                house.follow(new Source(new SourceId("faro"), "El Faro", paper.address("/"), feed, Grant.FULL));
                house.start();
                Whereabouts where = settled(house, paper.address("/a"));
                assertThat(where.standings())
                        .extracting(standing -> standing.edition() + " " + standing.state())
                        .containsExactlyInAnyOrder("ca HELD", "gl PUBLISHED");
                assertThat(status(house, where, "ca")).isEqualTo(404);
                assertThat(status(house, where, "gl")).isEqualTo(200);
            }
        }
    }

    private static URI paper(LoopbackServer paper) {
        paper.on("/robots.txt", Answers.ok("text/plain", "User-agent: *\nAllow: /\n"));
        paper.on("/a", Answers.ok("text/html", PushDoorTest.page("El puerto abre de noche")));
        paper.on("/rss.xml", Answers.ok("application/rss+xml", """
                <rss version='2.0'><channel><title>El Faro</title><item><title>El puerto abre de noche</title>
                <link>%s</link></item></channel></rss>""".formatted(paper.address("/a"))));
        return paper.address("/rss.xml");
    }

    private static Whereabouts settled(House house, URI article) {
        PushDoorTest.await(() -> house.archive()
                .where(article.toString())
                .filter(where -> where.standings().size() == 2
                        && where.standings().stream().noneMatch(PolicyTest::isOpen))
                .isPresent());
        return house.archive().where(article.toString()).orElseThrow();
    }

    private static boolean isOpen(Standing standing) {
        return standing.state() == Standing.State.PENDING;
    }

    private static int status(House house, Whereabouts where, String edition) throws Exception {
        URI page = house.permalink(new LanguageTag(edition), where.article().id());
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
