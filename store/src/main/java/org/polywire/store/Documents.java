package org.polywire.store;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.polywire.model.Article;
import org.polywire.model.Finding;
import org.polywire.model.FindingCode;
import org.polywire.model.LanguageTag;
import org.polywire.model.Place;
import org.polywire.model.Provenance;
import org.polywire.model.Review;
import org.polywire.model.Route;
import org.polywire.model.Route.Leg;
import org.polywire.model.SentencePair;
import org.polywire.model.Translation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How articles and translations are written in the store: JSON in an envelope that names the version of the form.
 *
 * <p>{@code decode(encode(x))} is {@code x}. A form once released is read for ever; each has a golden file in the tests.
 */
final class Documents {
    private static final int VERSION = 1;
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Documents() {}

    static String json(Article article) {
        return envelope("article", ArticleForm.encode(article));
    }

    static Article article(String json) {
        return ArticleForm.decode(open(json, "article"));
    }

    static String json(Translation translation) {
        return envelope("translation", encode(translation));
    }

    static Translation translation(String json) {
        return decode(open(json, "translation"));
    }

    static String findingsJson(List<Finding> findings) {
        return encode(findings).toString();
    }

    private static ArrayNode encode(List<Finding> findings) {
        ArrayNode array = array();
        for (Finding finding : findings) {
            array.addObject()
                    .put("code", finding.code().name())
                    .put("severity", finding.severity().name())
                    .put("place", finding.place().path())
                    .put("evidence", finding.evidence());
        }
        return array;
    }

    static List<Finding> findings(String json) {
        return findings(MAPPER.readTree(json));
    }

    private static List<Finding> findings(JsonNode array) {
        return array.valueStream()
                .map(node -> new Finding(
                        FindingCode.valueOf(text(node, "code")),
                        Finding.Severity.valueOf(text(node, "severity")),
                        new Place(text(node, "place")),
                        text(node, "evidence")))
                .toList();
    }

    private static String envelope(String kind, ObjectNode content) {
        ObjectNode envelope = object().put("version", VERSION);
        envelope.set(kind, content);
        return envelope.toString();
    }

    private static JsonNode open(String json, String kind) {
        JsonNode envelope = MAPPER.readTree(json);
        int version = envelope.path("version").asInt();
        if (version != VERSION) {
            throw new IllegalStateException("a document of form " + version
                    + ", which this version of Polywire does not know; it knows " + VERSION);
        }
        return envelope.path(kind);
    }

    private static ObjectNode encode(Translation translation) {
        ObjectNode node = object().put("from", translation.from().value())
                .put("at", translation.at().toString());
        node.set("route", legs(translation.route().legs()));
        node.set("article", ArticleForm.encode(translation.article()));
        ArrayNode sentences = node.putArray("sentences");
        translation.sentences().forEach(pair -> encode(pair, sentences.addObject()));
        if (!translation.review().equals(Review.NONE)) {
            node.set("review", encode(translation.review()));
        }
        return node;
    }

    private static ObjectNode encode(Review review) {
        ObjectNode node = object();
        node.set("findings", encode(review.findings()));
        ObjectNode fits = node.putObject("fits");
        new TreeMap<>(review.fits()).forEach((sentence, fit) -> fits.put(sentence.toString(), fit));
        return node;
    }

    /** A translation from the time before reviews were kept has none. */
    private static Review review(JsonNode node) {
        Map<Integer, Double> fits = node.path("fits")
                .propertyStream()
                .collect(Collectors.toMap(
                        fit -> Integer.valueOf(fit.getKey()),
                        fit -> fit.getValue().doubleValue()));
        return new Review(findings(node.path("findings")), fits);
    }

    private static Translation decode(JsonNode node) {
        return new Translation(
                ArticleForm.decode(node.path("article")),
                new LanguageTag(text(node, "from")),
                route(node.path("route")),
                Instant.parse(text(node, "at")),
                node.path("sentences").valueStream().map(Documents::pair).toList(),
                review(node.path("review")));
    }

    private static ArrayNode legs(List<Leg> route) {
        ArrayNode legs = array();
        route.forEach(leg -> legs.addObject()
                .put("from", leg.from().value())
                .put("to", leg.to().value())
                .put("engine", leg.engine())
                .put("version", leg.version()));
        return legs;
    }

    private static Route route(JsonNode node) {
        List<Leg> legs = legs(node);
        return legs.isEmpty() ? new Route.Original() : new Route.Machine(legs);
    }

    private static List<Leg> legs(JsonNode legs) {
        return legs.valueStream()
                .map(leg -> new Leg(
                        new LanguageTag(text(leg, "from")),
                        new LanguageTag(text(leg, "to")),
                        text(leg, "engine"),
                        text(leg, "version")))
                .toList();
    }

    private static void encode(SentencePair pair, ObjectNode node) {
        node.put("place", pair.place().path()).put("source", pair.source()).put("target", pair.target());
        strings(node, "unknown", pair.unknown());
        strings(node, "faults", pair.faults());
        strings(node, "breaches", pair.breaches());
        if (pair.provenance() != Provenance.MACHINE) {
            node.put("provenance", pair.provenance().name());
        }
        if (!pair.legs().isEmpty()) {
            node.set("legs", legs(pair.legs()));
        }
    }

    private static SentencePair pair(JsonNode node) {
        return new SentencePair(
                new Place(text(node, "place")),
                text(node, "source"),
                text(node, "target"),
                strings(node, "unknown"),
                strings(node, "faults"),
                strings(node, "breaches"),
                Provenance.valueOf(node.path("provenance").stringValue(Provenance.MACHINE.name())),
                legs(node.path("legs")));
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static String text(JsonNode node, String name) {
        return node.path(name).stringValue("");
    }

    static URI address(JsonNode node, String name) {
        return URI.create(text(node, name));
    }

    static void strings(ObjectNode node, String name, List<String> values) {
        if (!values.isEmpty()) {
            ArrayNode array = node.putArray(name);
            values.forEach(array::add);
        }
    }

    static List<String> strings(JsonNode node, String name) {
        return node.path(name).valueStream().map(JsonNode::stringValue).toList();
    }
}
