package org.polywire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.pipeline.Archive;
import org.polywire.publish.Api;
import org.polywire.publish.Page;
import org.polywire.publish.Site;
import org.polywire.search.SearchIndex;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The examples of answers in the API's description are answers: each is what a server with the sample publication says at the
 * description's own example of its address. {@code -Dexamples=write} makes them anew.
 */
class ApiExamplesTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Path DESCRIPTION = Path.of("../publish/src/main/resources/org/polywire/publish/openapi.json");

    /** Its answer is the description itself. */
    private static final String ITSELF = "/api/v1/openapi.json";

    @TempDir
    Path folder;

    private Archive archive;
    private SearchIndex index;
    private PublicApi api;

    @BeforeEach
    void open() {
        Published.write(folder, 3);
        archive = Archive.open(folder);
        index = SearchIndex.in(folder.resolve("search"));
        index.rebuild(archive.log(), done -> {});
        api = new PublicApi(
                new Api(Published.config(), new Site(Published.config()).addresses()),
                Published.EDITIONS,
                archive,
                new SearchDesk(index, archive, InstantSource.fixed(Published.NOW)));
    }

    @AfterEach
    void close() {
        index.close();
        archive.close();
    }

    @Test
    void everyAnswerInTheDescriptionIsWhatTheServerSays() throws IOException {
        ObjectNode description = (ObjectNode) JSON.readTree(Files.readString(DESCRIPTION));
        Map<String, Page> answers = answers(description);
        if (System.getProperty("examples", "").equals("write")) {
            answers.forEach((place, page) -> ((ObjectNode) description.at(place)).set("example", example(page)));
            Files.writeString(DESCRIPTION, printed(description));
        }
        assertThat(answers.keySet()).containsExactlyInAnyOrderElementsOf(places(description));
        answers.forEach((place, page) -> {
            assertThat(place)
                    .endsWith("/" + page.contentType().replaceFirst(";.*", "").replace("/", "~1"));
            assertThat(description.at(place).path("example")).as(place).isEqualTo(example(page));
        });
    }

    /** What stands at each place of the description. */
    private Map<String, Page> answers(JsonNode description) {
        String withdrawn = "/api/v1/editions/ca/articles/" + Published.id(2);
        Map<String, Page> answers = new TreeMap<>();
        add(answers, "/components/responses/NotFound", "/api/v1/nothing", 404);
        add(answers, "/components/responses/BadRequest", "/api/v1/log?limit=1000", 400);
        add(answers, "/components/responses/Withdrawn", withdrawn, 410);
        add(answers, responses("/api/v1/editions/{edition}/articles/{article}/ninjs", 410), withdrawn + "/ninjs", 410);
        add(
                answers,
                responses("/api/v1/editions/{edition}/articles/{article}/newsml", 410),
                withdrawn + "/newsml",
                410);
        description.path("paths").properties().stream()
                .filter(path -> !path.getKey().equals(ITSELF))
                .forEach(path ->
                        add(answers, responses(path.getKey(), 200), address(path.getKey(), path.getValue()), 200));
        return answers;
    }

    private void add(Map<String, Page> answers, String place, String address, int status) {
        Page page = get(address);
        assertThat(page.status()).as(address).isEqualTo(status);
        String type = page.contentType().replaceFirst(";.*", "");
        answers.put(place + "/content/" + type.replace("/", "~1"), page);
    }

    private static String responses(String path, int status) {
        return "/paths/" + path.replace("/", "~1") + "/get/responses/" + status;
    }

    private static String address(String path, JsonNode described) {
        String address = path;
        List<String> query = new ArrayList<>();
        for (JsonNode parameter : described.at("/get/parameters")) {
            String name = parameter.path("name").asString();
            String example = parameter.path("example").asString("");
            address = address.replace("{" + name + "}", example);
            if (parameter.path("in").asString().equals("query") && !example.isEmpty()) {
                query.add(name + "=" + example);
            }
        }
        return query.isEmpty() ? address : address + "?" + String.join("&", query);
    }

    /** Every answer of the description that has a body. */
    private static List<String> places(JsonNode description) {
        List<String> places = new ArrayList<>();
        description
                .at("/components/responses")
                .properties()
                .forEach(response -> places(places, "/components/responses/" + response.getKey(), response.getValue()));
        description.path("paths").properties().stream()
                .filter(path -> !path.getKey().equals(ITSELF))
                .forEach(path -> path.getValue()
                        .at("/get/responses")
                        .properties()
                        .forEach(response -> places(
                                places,
                                responses(path.getKey(), Integer.parseInt(response.getKey())),
                                response.getValue())));
        return places;
    }

    private static void places(List<String> places, String at, JsonNode response) {
        response.path("content")
                .propertyNames()
                .forEach(type -> places.add(at + "/content/" + type.replace("/", "~1")));
    }

    private static JsonNode example(Page page) {
        String text = new String(page.body().toArray(), StandardCharsets.UTF_8);
        return page.contentType().contains("json")
                ? JSON.readTree(text)
                : JSON.getNodeFactory().stringNode(text);
    }

    private static String printed(JsonNode description) {
        DefaultIndenter lines = new DefaultIndenter(" ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                        .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                        .withArrayEmptySeparator("")
                        .withObjectEmptySeparator(""))
                .withObjectIndenter(lines)
                .withArrayIndenter(lines);
        return JSON.writer().with(printer).writeValueAsString(description) + "\n";
    }

    private Page get(String address) {
        URI parsed = URI.create(address);
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (parsed.getRawQuery() != null) {
            for (String part : parsed.getRawQuery().split("&", -1)) {
                int sign = part.indexOf('=');
                parameters.put(
                        part.substring(0, sign),
                        List.of(URLDecoder.decode(part.substring(sign + 1), StandardCharsets.UTF_8)));
            }
        }
        return api.at(new Request(parsed.getPath(), parameters, ""));
    }
}
