package org.polywire.connect;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.polywire.testkit.LoopbackServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A WordPress site as far as the connector meets it: posts, media and categories of {@code wp/v2}, with the habits of 6.1.9 that
 * matter: slugs are made unique on publishing only, the trash renames them, {@code status=any} and plain look-ups do not see the trash, a
 * taken category name is an error that holds the id, and contents pass a filter. {@code bench wordpress} shows that a real one behaves the
 * same.
 */
final class WordPressDouble implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final LoopbackServer server = LoopbackServer.start();
    private final Map<Integer, Post> posts = new TreeMap<>();
    private final Map<Integer, Map<String, Object>> media = new TreeMap<>();
    private final List<String> categories = new ArrayList<>();
    private int next = 1;
    private Trouble trouble = request -> Moment.NEVER;
    private UnaryOperator<String> filter = WordPressDouble::kses;

    /** A post as the database holds it. */
    static final class Post {
        final int id;
        String slug = "";
        String status = "draft";
        String title = "";
        String content = "";
        int featured;
        List<Integer> categories = List.of();

        Post(int id) {
            this.id = id;
        }
    }

    /** When a connection breaks. */
    enum Moment {
        NEVER,
        BEFORE,
        /** The request is done, but its answer is lost. */
        AFTER
    }

    interface Trouble {
        Moment when(String method);
    }

    WordPressDouble() {
        server.on("/", this::answer);
    }

    LoopbackServer server() {
        return server;
    }

    synchronized void trouble(Trouble newTrouble) {
        trouble = newTrouble;
    }

    synchronized void filter(UnaryOperator<String> newFilter) {
        filter = newFilter;
    }

    synchronized List<Post> posts() {
        return List.copyOf(posts.values());
    }

    synchronized int mediaCount() {
        return media.size();
    }

    /** What WordPress lets through for accounts without unfiltered_html, as far as it concerns us. */
    static String kses(String html) {
        return html.replaceAll("</?(?:bdi|time|script|iframe)[^>]*>", "");
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        Moment moment = trouble.when(exchange.getRequestMethod());
        if (moment == Moment.BEFORE) {
            throw new IOException("cut");
        }
        Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
        byte[] body = exchange.getRequestBody().readAllBytes();
        Reply reply =
                authorised(exchange) ? route(exchange, query, body) : new Reply(401, error("rest_not_logged_in", 401));
        if (moment == Moment.AFTER) {
            throw new IOException("cut");
        }
        byte[] json = JSON.writeValueAsBytes(reply.body());
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(reply.status(), json.length);
        exchange.getResponseBody().write(json);
    }

    private record Reply(int status, Object body) {}

    private static boolean authorised(HttpExchange exchange) {
        // polywire:secret
        return "Basic cG9seXdpcmU6c2VjcmV0".equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String part : raw.split("&")) {
            String[] pair = part.split("=", 2);
            query.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    private Reply route(HttpExchange exchange, Map<String, String> query, byte[] body) {
        String method = exchange.getRequestMethod();
        String[] steps = query.getOrDefault("rest_route", "").split("/");
        return switch (steps[3]) {
            case "posts" -> steps.length == 4 ? posts(method, query, body) : post(method, steps[4], query, body);
            case "categories" -> category(JSON.readTree(body));
            case "media" -> steps.length == 4 ? media(exchange, query) : words(steps[4], body);
            default -> new Reply(404, error("rest_no_route", 404));
        };
    }

    private Reply posts(String method, Map<String, String> query, byte[] body) {
        if (method.equals("POST")) {
            Post post = new Post(next++);
            posts.put(post.id, post);
            change(post, JSON.readTree(body));
            return new Reply(201, form(post));
        }
        Collection<String> slugs = Arrays.asList(query.getOrDefault("slug", "").split(","));
        Collection<String> statuses =
                Arrays.asList(query.getOrDefault("status", "publish").split(","));
        return new Reply(
                200,
                posts.values().stream()
                        .filter(post -> slugs.contains(post.slug) && statuses.contains(post.status))
                        .map(this::form)
                        .toList());
    }

    private Reply post(String method, String id, Map<String, String> query, byte[] body) {
        Post post = posts.get(Integer.valueOf(id));
        if (post == null) {
            return new Reply(404, error("rest_post_invalid_id", 404));
        }
        switch (method) {
            case "POST" -> change(post, JSON.readTree(body));
            case "DELETE" -> {
                if ("true".equals(query.get("force"))) {
                    posts.remove(post.id);
                } else if (post.status.equals("trash")) {
                    return new Reply(410, error("rest_already_trashed", 410));
                } else {
                    post.status = "trash";
                    post.slug += "__trashed";
                }
            }
            default -> {}
        }
        return new Reply(200, form(post));
    }

    private void change(Post post, JsonNode fields) {
        post.title = fields.path("title").asString(post.title);
        post.content =
                fields.has("content") ? filter.apply(fields.path("content").asString()) : post.content;
        post.featured = fields.path("featured_media").asInt(post.featured);
        if (fields.has("categories")) {
            post.categories =
                    fields.path("categories").valueStream().map(JsonNode::asInt).toList();
        }
        post.slug = fields.path("slug").asString(post.slug);
        post.status = fields.path("status").asString(post.status);
        boolean taken = posts.values().stream()
                .anyMatch(
                        other -> other.id != post.id && other.slug.equals(post.slug) && !other.status.equals("draft"));
        if (post.status.equals("publish") && taken) {
            post.slug += "-2";
        }
    }

    private Map<String, Object> form(Post post) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("id", post.id);
        form.put("slug", post.slug);
        form.put("status", post.status);
        form.put(
                "content",
                Map.of(
                        "raw",
                        post.content,
                        "rendered",
                        post.content
                                .replace("’", "&#8217;")
                                .replace("\"", "&#8221;")
                                .replace("dir=&#8221;", "dir=\"")
                                .replace("lang=&#8221;", "lang=\"")));
        return form;
    }

    private Reply category(JsonNode fields) {
        String name = fields.path("name").asString();
        int known = categories.indexOf(name);
        if (known >= 0) {
            return new Reply(
                    400,
                    Map.of("code", "term_exists", "message", "", "data", Map.of("status", 400, "term_id", known + 1)));
        }
        categories.add(name);
        return new Reply(201, Map.of("id", categories.size()));
    }

    private Reply media(HttpExchange exchange, Map<String, String> query) {
        if (exchange.getRequestMethod().equals("GET")) {
            return new Reply(
                    200,
                    media.values().stream()
                            .filter(one -> query.getOrDefault("slug", "").equals(one.get("slug")))
                            .toList());
        }
        String file = exchange.getRequestHeaders()
                .getFirst("Content-Disposition")
                .replaceFirst(".*filename=\"([^\"]*)\\.[a-z]+\"", "$1");
        Map<String, Object> item = new LinkedHashMap<>(Map.of("id", next++, "slug", file));
        media.put((Integer) item.get("id"), item);
        return new Reply(201, item);
    }

    private Reply words(String id, byte[] body) {
        Map<String, Object> item = Objects.requireNonNull(media.get(Integer.valueOf(id)));
        JSON.readTree(body)
                .properties()
                .forEach(field -> item.put(field.getKey(), field.getValue().asString("")));
        return new Reply(200, item);
    }

    private static Map<String, Object> error(String code, int status) {
        return Map.of("code", code, "message", code, "data", Map.of("status", status));
    }

    @Override
    public void close() {
        server.close();
    }
}
