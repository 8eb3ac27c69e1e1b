package org.polywire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polywire.app.Configuration.Followed;
import org.polywire.app.Configuration.Network;
import org.polywire.app.ConfigurationReading.Accepted;
import org.polywire.app.ConfigurationReading.Rejected;
import org.polywire.app.ConnectorConfig.Begin;
import org.polywire.app.ConnectorConfig.SecretPlace;
import org.polywire.app.ConnectorConfig.Target;
import org.polywire.app.ConnectorConfig.WebhookConfig;
import org.polywire.app.ConnectorConfig.WordPressConfig;
import org.polywire.model.Edition;
import org.polywire.model.Fitness;
import org.polywire.model.Grant;
import org.polywire.model.LanguageTag;
import org.polywire.publish.Parcel.Pictures;
import org.polywire.publish.PicturePolicy.Use;

class ConfigurationReaderTest {
    private static final Path FOLDER = Path.of("/srv/news");
    private static final String SMALLEST = """
            operator: Me
            contact: me@example.org
            editions: [{language: ca}]
            """;

    @Test
    void whatIsLeftOutHasTheDocumentedDefault() {
        assertThat(accepted(SMALLEST))
                .isEqualTo(new Configuration(
                        "Polywire",
                        URI.create("http://localhost:8080"),
                        "localhost",
                        8080,
                        FOLDER.resolve("data"),
                        "Me",
                        "me@example.org",
                        List.of(new Edition(new LanguageTag("ca"), "Polywire", Fitness.NEWS, false)),
                        List.of(),
                        new Network(List.of(), Duration.ofSeconds(1), Duration.ofSeconds(10))));
    }

    @Test
    void numbersAreWrittenAsReadersWriteThemWhereThatIsWanted() {
        assertThat(accepted(SMALLEST + "translation: {local-numbers: true}\n")
                        .translation()
                        .localNumbers())
                .isTrue();
        assertThat(accepted(SMALLEST).translation().localNumbers()).isFalse();
    }

    @Test
    void modelsAreFetchedOnlyWhereThatIsWanted() {
        assertThat(accepted(SMALLEST + "translation: {fetch-models: true}\n")
                        .translation()
                        .fetchModels())
                .isTrue();
        assertThat(accepted(SMALLEST).translation().fetchModels()).isFalse();
    }

    @Test
    void aMirrorOfModelsIsAFolderWithOrWithoutItsLastSlash() {
        for (String address : List.of("https://mirror.example/models", "https://mirror.example/models/")) {
            assertThat(accepted(SMALLEST + "translation: {model-mirror: '" + address + "'}\n")
                            .translation()
                            .modelMirror())
                    .hasToString("https://mirror.example/models/");
        }
    }

    @Test
    void everyKeyCanBeSet() {
        assertThat(accepted("""
                        title: The Lighthouse
                        address: https://news.example.org
                        bind: 0.0.0.0
                        port: 9090
                        data: ../kept
                        operator: The Association
                        contact: https://example.org/contact
                        editions:
                          - {language: pt-br, title: O Farol, floor: gist, originals: true}
                          - language: ar
                            title: المنارة
                        sources:
                          - id: el-faro
                            address: https://elfaro.example/
                            feed: https://elfaro.example/feed.xml
                            name: El Faro
                            grant: full
                            index: true
                            pictures: omit
                          - address: https://other.example/
                        network:
                          allow-hosts: [intranet.example, localhost]
                          delay: 1500ms
                          stop-after: 1m
                        """))
                .isEqualTo(new Configuration(
                        "The Lighthouse",
                        URI.create("https://news.example.org"),
                        "0.0.0.0",
                        9090,
                        Path.of("/srv/kept"),
                        "The Association",
                        "https://example.org/contact",
                        List.of(
                                new Edition(new LanguageTag("pt-BR"), "O Farol", Fitness.GIST, true),
                                new Edition(new LanguageTag("ar"), "المنارة", Fitness.NEWS, false)),
                        List.of(
                                new Followed(
                                        "el-faro",
                                        URI.create("https://elfaro.example/"),
                                        URI.create("https://elfaro.example/feed.xml"),
                                        "El Faro",
                                        Grant.FULL,
                                        true,
                                        Use.OMIT),
                                new Followed(
                                        "",
                                        URI.create("https://other.example/"),
                                        null,
                                        "",
                                        Grant.HEADLINE,
                                        false,
                                        null)),
                        new Network(
                                List.of("intranet.example", "localhost"),
                                Duration.ofMillis(1500),
                                Duration.ofMinutes(1))));
    }

    @Test
    void connectorsAreReadWithoutTheirSecrets() {
        ConnectorConfig connectors = accepted(SMALLEST + """
                        connectors:
                          wordpress:
                            - name: blog
                              address: https://blog.example/
                              user: polywire
                              password-file: blog.secret
                              editions: [ca]
                              pictures: upload
                              sections: true
                              begin: first
                          webhooks:
                            - {name: desk, address: "https://desk.example/hook", secret-variable: DESK_SECRET}
                        """).connectors();
        assertThat(connectors)
                .isEqualTo(new ConnectorConfig(
                        List.of(new WordPressConfig(
                                new Target(
                                        "blog",
                                        URI.create("https://blog.example/"),
                                        new SecretPlace(FOLDER.resolve("blog.secret"), ""),
                                        List.of(new LanguageTag("ca")),
                                        Begin.FIRST),
                                "polywire",
                                Pictures.UPLOAD,
                                true)),
                        List.of(new WebhookConfig(new Target(
                                "desk",
                                URI.create("https://desk.example/hook"),
                                new SecretPlace(null, "DESK_SECRET"),
                                List.of(),
                                Begin.NOW)))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                titel: X
                → c.yaml:1:1: unknown key "titel". Write "title".""",
                """
                colour: red
                → c.yaml:1:1: unknown key "colour". Keys known here: title, address, bind, port, data, operator, contact, pictures, editions, sources, connectors, translation, checks, network.""",
                """
                port: eighty
                → c.yaml:1:7: "eighty" is not a whole number from 1 to 65535. Write a whole number from 1 to 65535, such as "port: 8080".""",
                """
                port: 70000
                → c.yaml:1:7: "70000" is not a whole number from 1 to 65535. Write a whole number from 1 to 65535, such as "port: 8080".""",
                """
                port: [8080]
                → c.yaml:1:7: "port" must be a single value. Write a whole number from 1 to 65535, such as "port: 8080".""",
                """
                title:
                → c.yaml:1:7: "title" has no value. Write a text of at most 200 characters, such as "title: The Lighthouse".""",
                """
                title: A
                title: B
                → c.yaml:2:1: "title" stands here a second time. Remove one of the two.""",
                """
                address: ftp://example.org
                → c.yaml:1:10: "ftp://example.org" is not a web address of a host, without a path. Write a web address of a host, without a path, such as "address: https://news.example.org".""",
                """
                address: https://example.org/news
                → c.yaml:1:10: "https://example.org/news" is not a web address of a host, without a path. Write a web address of a host, without a path, such as "address: https://news.example.org".""",
                """
                sources: https://elfaro.example/
                → c.yaml:1:10: "sources" must be a list. Write a list; each item begins with "- ".""",
                """
                sources: [https://elfaro.example/]
                → c.yaml:1:11: an item of "sources" must be a group of keys. Write it as: - id: ….""",
                """
                sources:
                  - name: El Faro
                → c.yaml:2:5: the key "address" is missing in this item of "sources". Add a line such as "address: https://elfaro.example/".""",
                """
                sources:
                  - address: https://a.example/
                    grant: all
                → c.yaml:3:12: "all" is not one of: full, headline. Write one of: full, headline, such as "grant: full".""",
                """
                sources:
                  - {address: "https://a.example/", id: a}
                  - {address: "https://b.example/", id: a}
                → c.yaml:3:41: there are two sources called a. Give one of them another id.""",
                """
                sources:
                  - {address: "https://a.example/", id: El Faro}
                → c.yaml:2:41: "El Faro" is not a name of at most 64 of a-z, 0-9 and -. Write a name of at most 64 of a-z, 0-9 and -, such as "id: el-faro".""",
                """
                network: fast
                → c.yaml:1:10: "network" must be a group of keys. Write them indented below it, as "allow-hosts: …".""",
                """
                network:
                  delay: 2
                → c.yaml:2:10: "2" is not a time from 100ms to 1h, with its unit (ms, s, m, h, d). Write a time from 100ms to 1h, with its unit (ms, s, m, h, d), such as "delay: 2s".""",
                """
                network:
                  delay: 2h
                → c.yaml:2:10: "2h" is not a time from 100ms to 1h, with its unit (ms, s, m, h, d). Write a time from 100ms to 1h, with its unit (ms, s, m, h, d), such as "delay: 2s".""",
                """
                network:
                  allow-hosts: [a b]
                → c.yaml:2:17: "a b" is not the name or number of a host. Write the name or number of a host, such as "allow-hosts: localhost".""",
            })
    void eachMistakeIsNamedWithItsPlaceAndTheFix(String example) {
        String[] parts = example.split("→ ");
        assertThat(problems(parts[0] + without(SMALLEST, parts[0]))).containsExactly(parts[1]);
    }

    /** The lines of the smallest file whose keys the example does not have itself. */
    private static String without(String smallest, String example) {
        return smallest.lines()
                .filter(line -> !example.contains(line.replaceFirst(":.*", ":")))
                .reduce("", (text, line) -> text + line + "\n");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceInTheOrderOfTheFile() {
        assertThat(problems("""
                        port: many
                        editions:
                          - language: catala_n
                            originals: yes
                          - language: ca
                          - language: ca
                        """))
                .containsExactly(
                        "c.yaml:1:1: the key \"operator\" is missing. Add a line such as \"operator: The Lighthouse Association\".",
                        "c.yaml:1:1: the key \"contact\" is missing. Add a line such as \"contact: desk@example.org\".",
                        "c.yaml:1:7: \"many\" is not a whole number from 1 to 65535. Write a whole number from 1 to 65535, such as \"port: 8080\".",
                        "c.yaml:3:15: \"catala_n\" is not a language that the site has words in (ar, ca, de, en, es, fr, gl, he, hi, it, pt, zh-Hans). Write a language that the site has words in (ar, ca, de, en, es, fr, gl, he, hi, it, pt, zh-Hans), such as \"language: ca\".",
                        "c.yaml:4:16: \"yes\" is not true or false. Write true or false, such as \"originals: true\".",
                        "c.yaml:6:15: there are two editions in ca. Keep one of them.");
    }

    @Test
    void aFileWithoutEditionsIsRefused() {
        assertThat(problems("operator: Me\ncontact: me@example.org\neditions: []\n"))
                .containsExactly("c.yaml:3:11: there is no edition. Add at least one: \"editions: [{language: ca}]\".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing\n", "- a list\n", "just a text"})
    void aFileWithoutKeysIsRefused(String text) {
        assertThat(problems(text)).singleElement().asString().startsWith("c.yaml:1:1: the file holds no keys.");
    }

    @Test
    void whatIsNotYamlIsRefusedWithItsPlace() {
        assertThat(problems("title: \"The Lighthouse\nport: 8080\n"))
                .singleElement()
                .asString()
                .startsWith("c.yaml:3:1: this is not YAML: ");
    }

    @Test
    void aFileThatContainsItselfIsRefused() {
        assertThat(problems("sources: &all [*all]\n" + SMALLEST)).hasSize(1);
    }

    @Test
    void aFileLargerThanAllowedIsRefusedUnread(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("c.yaml"), "#".repeat(ConfigurationReader.LARGEST_FILE + 1));
        assertThat(ConfigurationReader.read(file)).isInstanceOf(Rejected.class);
    }

    @Test
    void aFileInAnotherEncodingIsRefused(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("c.yaml"), "title: Català".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(ConfigurationReader.read(file))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.problems())
                                .singleElement()
                                .extracting("fix")
                                .isEqualTo("Save it in UTF-8"));
    }

    @Test
    void everyKeyIsDocumented() throws IOException {
        String readme = Files.readString(readme());
        assertThat(ConfigurationKeys.ALL).allSatisfy(key -> assertThat(readme).contains("| `" + key + "` |"));
    }

    @Test
    void theDocumentedExampleIsAccepted() throws IOException {
        String readme = Files.readString(readme());
        String example = readme.substring(readme.indexOf("```yaml\n") + 8);
        assertThat(accepted(example.substring(0, example.indexOf("```"))).title())
                .isEqualTo("The Lighthouse");
    }

    private static Path readme() {
        return Path.of("README.md");
    }

    private static Configuration accepted(String text) {
        ConfigurationReading reading = ConfigurationReader.read(text, FOLDER);
        assertThat(reading).isInstanceOf(Accepted.class);
        return ((Accepted) reading).configuration();
    }

    private static List<String> problems(String text) {
        ConfigurationReading reading = ConfigurationReader.read(text, FOLDER);
        assertThat(reading).isInstanceOf(Rejected.class);
        return ((Rejected) reading)
                .problems().stream().map(problem -> problem.in("c.yaml")).toList();
    }
}
