package org.polywire.app;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.polywire.app.Configuration.Followed;
import org.polywire.app.Configuration.Network;
import org.polywire.app.ConfigurationReading.Accepted;
import org.polywire.app.ConfigurationReading.Problem;
import org.polywire.app.ConfigurationReading.Rejected;
import org.polywire.model.Edition;
import org.polywire.model.Fitness;
import org.polywire.model.Grant;
import org.polywire.model.LanguageTag;
import org.polywire.publish.PicturePolicy.Use;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads {@code polywire.yaml}. It finds everything that is wrong at once, each with its line and the fix, and accepts nothing
 * that it does not know.
 */
final class ConfigurationReader {
    /** The largest file that is read, in bytes. */
    static final int LARGEST_FILE = 1 << 20;

    private static final URI STAND_IN = URI.create("http://localhost");
    private static final LanguageTag STAND_IN_LANGUAGE = new LanguageTag("mul");

    private final Path folder;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> keyless = new ArrayList<>();

    private ConfigurationReader(Path folder) {
        this.folder = folder;
    }

    /**
     * @throws IOException if the file cannot be read
     */
    static ConfigurationReading read(Path file) throws IOException {
        if (Files.size(file) > LARGEST_FILE) {
            return rejected(1, 1, "the file is larger than " + LARGEST_FILE + " bytes", "Make it smaller");
        }
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElseThrow();
        try {
            return read(Files.readString(file), folder);
        } catch (MalformedInputException e) {
            return rejected(1, 1, "the file is not in UTF-8", "Save it in UTF-8");
        }
    }

    /**
     * @param folder that relative folders in the text are in
     */
    static ConfigurationReading read(String text, Path folder) {
        try {
            LoadSettings settings =
                    LoadSettings.builder().setCodePointLimit(LARGEST_FILE).build();
            return new ConfigurationReader(folder)
                    .root(new Compose(settings).composeString(text).orElse(null));
        } catch (MarkedYamlEngineException e) {
            return rejected(
                    Marks.line(e.getProblemMark()),
                    Marks.column(e.getProblemMark()),
                    "this is not YAML: " + e.getProblem(),
                    "Check the indentation and the quotation marks here and in the line before");
        } catch (YamlEngineException e) {
            return rejected(
                    1, 1, "this is not YAML: " + e.getMessage(), "Compare it with the example in app/README.md");
        }
    }

    private static Rejected rejected(int line, int column, String what, String fix) {
        return new Rejected(List.of(new Problem(line, column, what, fix)));
    }

    private ConfigurationReading root(@Nullable Node node) {
        if (!(node instanceof MappingNode mapping)) {
            return rejected(1, 1, "the file holds no keys", "Begin with the example in app/README.md");
        }
        Configuration configuration = configuration(new Section("", mapping, problems));
        return problems.isEmpty() ? new Accepted(configuration, keyless) : new Rejected(inOrder());
    }

    private List<Problem> inOrder() {
        return Stream.concat(problems.stream(), keyless.stream())
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .toList();
    }

    private Configuration configuration(Section file) {
        String title = file.value("title", "Polywire", Form.text("The Lighthouse"));
        List<Edition> editions = editions(file, title);
        int port = file.value("port", Configuration.DEFAULT_PORT, Form.number(1, 65535, 8080));
        return new Configuration(
                title,
                file.value(
                        "address",
                        URI.create("http://localhost:" + port),
                        Form.siteAddress("https://news.example.org")),
                file.value("bind", Configuration.DEFAULT_BIND, Form.host()),
                port,
                file.value("data", folder.resolve("data"), Form.folder(folder)),
                file.required("operator", "", Form.text("The Lighthouse Association")),
                file.required("contact", "", Form.contact()),
                file.value("pictures", Use.PROXY, Form.oneOf(Use.class)),
                editions,
                sources(file),
                file.section("connectors")
                        .map(new ConnectorReader(folder, editions)::read)
                        .orElse(ConnectorConfig.NONE),
                file.section("network").map(this::network).orElse(Network.DEFAULT),
                file.section("translation")
                        .map(new TranslationReader(folder, System.getenv(), keyless)::read)
                        .orElse(TranslationSettings.DEFAULT),
                file.section("checks")
                        .map(new ChecksReader(folder, editions)::read)
                        .orElse(CheckSettings.DEFAULT));
    }

    private List<Edition> editions(Section file, String title) {
        Set<String> paths = new HashSet<>();
        List<Edition> editions = file.sections("editions", section -> edition(section, title, paths));
        if (editions.isEmpty()) {
            file.reject("editions", "there is no edition", "Add at least one: \"editions: [{language: ca}]\"");
        }
        return editions;
    }

    private Edition edition(Section section, String title, Set<String> paths) {
        Edition edition = new Edition(
                section.required("language", STAND_IN_LANGUAGE, Form.language()),
                section.value("title", title, Form.text("El Far")),
                section.value("floor", Fitness.NEWS, Form.oneOf(Fitness.class)),
                section.value("originals", false, Form.yesOrNo()));
        if (!paths.add(edition.path()) && edition.language() != STAND_IN_LANGUAGE) {
            section.reject("language", "there are two editions in " + edition.language(), "Keep one of them");
        }
        return edition;
    }

    private List<Followed> sources(Section file) {
        Set<String> ids = new HashSet<>();
        return file.sections("sources", section -> source(section, ids));
    }

    private Followed source(Section section, Set<String> ids) {
        Followed source = new Followed(
                section.value("id", "", Form.sourceId()),
                section.required("address", STAND_IN, Form.webAddress("https://elfaro.example/")),
                section.optional("feed", Form.webAddress("https://elfaro.example/feed.xml"))
                        .orElse(null),
                section.value("name", "", Form.text("El Faro")),
                section.value("grant", Grant.HEADLINE, Form.oneOf(Grant.class)),
                section.value("index", false, Form.yesOrNo()),
                section.optional("pictures", Form.oneOf(Use.class)).orElse(null));
        if (!source.id().isEmpty() && !ids.add(source.id())) {
            section.reject("id", "there are two sources called " + source.id(), "Give one of them another id");
        }
        if (source.indexed() && source.id().isEmpty()) {
            section.reject("index", "a source that search engines may list has no id", "Give it one: \"id: el-faro\"");
        }
        if (source.pictures() != null && source.id().isEmpty()) {
            section.reject(
                    "pictures", "a source with a rule for its pictures has no id", "Give it one: \"id: el-faro\"");
        }
        return source;
    }

    private Network network(Section section) {
        Network fallback = Network.DEFAULT;
        return new Network(
                section.list("allow-hosts", Form.host()),
                section.value("delay", fallback.delay(), Form.duration("100ms", "1h", "2s")),
                section.value("stop-after", fallback.stopAfter(), Form.duration("1s", "10m", "10s")));
    }
}
