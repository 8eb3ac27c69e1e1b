package org.polywire.extract;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * The JSON-LD of a page, read leniently, with the node of its main article picked.
 *
 * <p>Limits: 64 scripts, 5,000 nodes, depth 100; what is beyond is not looked at.
 */
final class StructuredData {
    private static final int MAX_SCRIPTS = 64;
    private static final int MAX_NODES = 5_000;
    private static final int MAX_DEPTH = 100;
    private static final Pattern ARTICLE =
            Pattern.compile("(?i)(?:.*/)?(?:\\w*Article|\\w*BlogPosting|Report|BackgroundNews\\w*|Review\\w*News\\w*)");
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
                    .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                    .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .build();
    private static final ObjectReader ROOTS = JSON.readerFor(JsonNode.class);

    private final List<JsonNode> nodes = new ArrayList<>();
    private final Map<String, JsonNode> named = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private final JsonNode article;
    private @Nullable List<String> announced;

    StructuredData(List<Element> scripts, URI address, String title) {
        scripts.stream()
                .filter(script -> Texts.lower(Markup.attribute(script, "type")).contains("ld+json"))
                .limit(MAX_SCRIPTS)
                .forEach(this::read);
        article = best(articles().toList(), address, title);
    }

    /** Of several articles the one that the page is about. */
    private static JsonNode best(List<JsonNode> articles, URI address, String title) {
        Set<String> words = articles.size() > 1 ? Set.copyOf(Words.of(title)) : Set.of();
        JsonNode best = MissingNode.getInstance();
        double most = Double.NEGATIVE_INFINITY;
        for (JsonNode node : articles) {
            double score = articles.size() > 1 ? score(node, address, words) : 0;
            best = score > most ? node : best;
            most = Math.max(most, score);
        }
        return best;
    }

    private void read(Element script) {
        String json = unwrapped(script.data()).replace("undefined", "null");
        try (MappingIterator<JsonNode> roots = ROOTS.readValues(json)) {
            while (roots.hasNext()) {
                collect(roots.next());
            }
        } catch (JacksonException e) {
            // What was read before the fault is used; a page with broken JSON-LD is common and still readable.
        }
    }

    /** Without the comment or CDATA marks that some pages put around it, and without semicolons at its ends. */
    private static String unwrapped(String script) {
        int from = 0;
        int to = script.length();
        while (from < to && isLoose(script.charAt(from))) {
            from++;
        }
        for (String mark : List.of("<!--", "//<![CDATA[", "// <![CDATA[", "<![CDATA[")) {
            from += script.startsWith(mark, from) ? mark.length() : 0;
        }
        while (to > from && isLoose(script.charAt(to - 1))) {
            to--;
        }
        String inner = script.substring(from, to);
        for (String mark : List.of("-->", "]]>")) {
            inner = inner.endsWith(mark) ? inner.substring(0, inner.length() - mark.length()) : inner;
        }
        return inner.endsWith("//") ? inner.substring(0, inner.length() - 2) : inner;
    }

    private static boolean isLoose(char c) {
        return c <= ' ' || c == ';' || c == 0xfeff;
    }

    private void collect(JsonNode node) {
        if (nodes.size() >= MAX_NODES) {
            return;
        }
        if (node.isObject()) {
            nodes.add(node);
            String id = text(node.path("@id"));
            if (!id.isEmpty() && node.size() > 1) {
                named.putIfAbsent(id, node);
            }
        }
        node.forEach(this::collect);
    }

    /** The node of the page's article; a missing node if there is none. */
    JsonNode article() {
        return article;
    }

    boolean hasArticle() {
        return !article.isMissingNode();
    }

    boolean hasType(String type) {
        return ofType(type).findAny().isPresent();
    }

    /** Every node of the given type. */
    Stream<JsonNode> ofType(String type) {
        return nodes.stream().filter(node -> types(node).anyMatch(type::equalsIgnoreCase));
    }

    private Stream<JsonNode> articles() {
        Map<String, Boolean> known = new HashMap<>();
        return nodes.stream()
                .filter(node -> types(node).anyMatch(type -> known.computeIfAbsent(type, StructuredData::isArticle)));
    }

    private static boolean isArticle(String type) {
        return ARTICLE.matcher(type).matches();
    }

    static Stream<String> types(JsonNode node) {
        return each(node.path("@type")).map(StructuredData::text);
    }

    private static double score(JsonNode node, URI address, Set<String> title) {
        double score = Words.overlap(Set.copyOf(Words.of(text(node.path("headline")))), title) * 3;
        Stream<JsonNode> self = Stream.of(node.path("url"), node.path("mainEntityOfPage"), node.path("@id"));
        if (self.anyMatch(place -> samePage(place, address))) {
            score += 3;
        }
        score += node.has("datePublished") ? 1 : 0;
        score += node.has("articleBody") ? 0.5 : 0;
        score += node.has("headline") ? 0.5 : 0;
        return score;
    }

    private static boolean samePage(JsonNode place, URI address) {
        String value = place.isObject() ? text(place.path("@id")) : text(place);
        return Addresses.web(address, value)
                .filter(uri -> uri.getPath().equals(address.getPath())
                        && address.getPath().length() > 1)
                .isPresent();
    }

    /** The node itself, or that which its {@code @id} stands for. */
    JsonNode resolve(JsonNode node) {
        boolean reference = node.isObject() && node.has("@id") && !node.has("name");
        return reference ? named.getOrDefault(text(node.path("@id")), node) : node;
    }

    /** The members of an array, or the single value; nothing if it is missing. */
    static Stream<JsonNode> each(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return Stream.empty();
        }
        return node.isArray() ? node.valueStream() : Stream.of(node);
    }

    /** A string or number as one line without entities; empty for anything else. */
    static String text(JsonNode node) {
        if (node.isArray() && !node.isEmpty()) {
            return text(node.path(0));
        }
        if (node.isObject()) {
            return text(node.path("@value"));
        }
        if (!node.isString()) {
            return node.isNumber() || node.isBoolean() ? node.asString() : "";
        }
        String value = node.stringValue();
        String plain =
                value.indexOf('&') < 0 ? value : Parser.unescapeEntities(Parser.unescapeEntities(value, false), false);
        return Texts.line(plain);
    }

    String text(String field) {
        return texts.computeIfAbsent(field, name -> text(article.path(name)));
    }

    /** The words of the article's body, where the data have it. */
    List<String> announced() {
        if (announced == null) {
            announced = Words.of(text("articleBody"));
        }
        return announced;
    }

    Optional<JsonNode> first(String field) {
        return each(article.path(field)).findFirst().map(this::resolve);
    }
}
