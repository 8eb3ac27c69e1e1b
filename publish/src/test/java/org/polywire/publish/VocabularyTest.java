package org.polywire.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.polywire.model.Edition;
import org.polywire.model.Publication;
import org.polywire.model.Publication.Published;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Structured data by schema.org's own vocabulary: known types and properties, each on a type and with a value that it is for. */
class VocabularyTest {
    private static final Path VOCABULARY =
            Path.of("../../shared/corpora/standards/schemaorg/schemaorg-all-https.jsonld");
    private static final Set<String> PLAIN = Set.of("Text", "URL", "Date", "DateTime", "Boolean", "Number", "Integer");

    private final Map<String, Set<String>> parents = new HashMap<>();
    private final Map<String, Set<String>> domains = new HashMap<>();
    private final Map<String, Set<String>> ranges = new HashMap<>();
    private final List<String> findings = new ArrayList<>();

    @Test
    void everyPropertyIsKnownAndStandsWhereItMay() throws IOException {
        assumeTrue(Files.exists(VOCABULARY), "no corpus " + VOCABULARY);
        read(JsonMapper.shared().readTree(Files.readString(VOCABULARY)));
        int things = 0;
        for (Edition edition : Press.EDITIONS) {
            for (Publication publication : Stories.front(edition.language().value(), 4)) {
                things += checked(publication);
            }
        }
        assertThat(findings).isEmpty();
        assertThat(things).isGreaterThan(100);
    }

    /** What all pages say of an article, and how many things that are. */
    private int checked(Publication publication) {
        if (!(publication instanceof Published published)) {
            return 0;
        }
        Scene scene = Scene.of(published, "port");
        List<Element> data = Arrays.stream(Channel.values())
                .flatMap(channel -> channel.outputs(scene).stream())
                .filter(output -> output.form() == Output.Form.HTML)
                .flatMap(output -> Jsoup.parse(output.body()).select("script").stream())
                .toList();
        data.forEach(script -> check(JsonMapper.shared().readTree(script.data())));
        return data.size();
    }

    private void read(JsonNode vocabulary) {
        for (JsonNode term : vocabulary.at("/@graph")) {
            String name = name(term.at("/@id").asString());
            all(term.get("rdfs:subClassOf")).forEach(parent -> add(parents, name, parent));
            all(term.get("schema:domainIncludes")).forEach(type -> add(domains, name, type));
            all(term.get("schema:rangeIncludes")).forEach(type -> add(ranges, name, type));
        }
    }

    private static void add(Map<String, Set<String>> map, String key, String value) {
        map.computeIfAbsent(key, any -> new HashSet<>()).add(value);
    }

    private static List<String> all(JsonNode node) {
        if (node == null) {
            return List.of();
        }
        Stream<JsonNode> nodes = node.isArray() ? node.valueStream() : Stream.of(node);
        return nodes.map(one -> name(one.at("/@id").asString())).toList();
    }

    private static String name(String id) {
        return id.replaceFirst("^(schema:|https://schema.org/)", "");
    }

    private void check(JsonNode thing) {
        String type = thing.at("/@type").asString();
        if (!parents.containsKey(type)) {
            findings.add("unknown type " + type);
        }
        thing.propertyStream()
                .filter(property -> !property.getKey().startsWith("@"))
                .forEach(property -> {
                    String name = property.getKey();
                    if (!domains.containsKey(name)) {
                        findings.add("unknown property " + name);
                    } else if (domains.getOrDefault(name, Set.of()).stream().noneMatch(domain -> is(type, domain))) {
                        findings.add(name + " on " + type);
                    } else {
                        JsonNode value = property.getValue();
                        (value.isArray() ? value.valueStream() : Stream.of(value)).forEach(one -> range(name, one));
                    }
                });
    }

    private void range(String name, JsonNode value) {
        Set<String> allowed = ranges.getOrDefault(name, Set.of());
        boolean fits = value.isObject()
                ? allowed.stream().anyMatch(type -> is(value.at("/@type").asString(), type))
                : allowed.stream().anyMatch(type -> PLAIN.contains(type) || isEnumeration(type) || isReference(value));
        if (!fits) {
            findings.add(name + " with " + value);
        }
        if (value.isObject()) {
            check(value);
        }
    }

    private boolean isEnumeration(String type) {
        return is(type, "Enumeration");
    }

    /** An address stands for the thing that it names. */
    private static boolean isReference(JsonNode value) {
        return value.isString() && value.asString().matches("https?://.*");
    }

    private boolean is(String type, String ancestor) {
        return type.equals(ancestor)
                || parents.getOrDefault(type, Set.of()).stream().anyMatch(parent -> is(parent, ancestor));
    }

    @Test
    void theCheckSeesWhatItIsThereToSee() throws IOException {
        assumeTrue(Files.exists(VOCABULARY), "no corpus " + VOCABULARY);
        read(JsonMapper.shared().readTree(Files.readString(VOCABULARY)));
        check(JsonMapper.shared().readTree("""
            {"@type": "NewsArticle", "translatedFromWork": "x", "birthDate": "2026-01-01",
             "translator": {"@type": "SoftwareApplication", "name": "Engine"}}\
            """));
        assertThat(findings)
                .hasSize(3)
                .anyMatch(finding -> finding.contains("unknown property translatedFromWork"))
                .anyMatch(finding -> finding.equals("birthDate on NewsArticle"))
                .anyMatch(finding -> finding.startsWith("translator with"));
    }
}
