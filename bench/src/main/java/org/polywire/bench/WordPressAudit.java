package org.polywire.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.polywire.model.ArticleId;
import org.polywire.model.Edition;
import org.polywire.model.Publication;
import org.polywire.model.Publication.Corrected;
import org.polywire.model.Publication.Published;
import org.polywire.model.Publication.Withdrawn;
import org.polywire.publish.Parcels;
import org.polywire.store.Store;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares the posts of a WordPress site with what the publication shows. */
final class WordPressAudit {
    private static final String POSTS =
            "?rest_route=/wp/v2/posts&context=edit&per_page=100&status=publish,future,draft,pending,private,trash&page=";

    private final Map<String, String> environment;

    WordPressAudit(Map<String, String> environment) {
        this.environment = environment;
    }

    List<String> faults(Store store, int articles) throws IOException, InterruptedException {
        Map<String, List<JsonNode>> posts = posts();
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < articles; i++) {
            ArticleId article = ArticleId.of(URI.create("https://faro.example/" + i));
            for (Edition edition : WordPressChild.EDITIONS) {
                Optional<Publication> shown =
                        store.read(transaction -> transaction.log().find(edition.language(), article));
                String name = edition.path() + "-" + article;
                faults.addAll(compare(name, shown, posts.getOrDefault(name, List.of())));
                posts.remove(name);
            }
        }
        posts.keySet().forEach(slug -> faults.add("a post that nobody asked for: " + slug));
        return faults;
    }

    private static List<String> compare(String name, Optional<Publication> shown, List<JsonNode> posts) {
        if (shown.isEmpty() || shown.get() instanceof Withdrawn) {
            boolean gone = posts.size() < 2 && posts.stream().allMatch(post -> is(post, "trash"));
            return gone ? List.of() : List.of(name + " should be gone: " + statuses(posts));
        }
        if (posts.size() != 1 || !is(posts.getFirst(), "publish")) {
            return List.of(name + " should be one public post: " + statuses(posts));
        }
        String headline = headline(shown.get());
        String title = posts.getFirst().at("/title/raw").asString();
        boolean marked = posts.getFirst().at("/content/raw").asString().contains("data-translated-from=\"es\"");
        return title.equals(headline) && marked && Parcels.name(shown.get()).equals(name)
                ? List.of()
                : List.of(name + " has the title " + title + " instead of " + headline + ", marked: " + marked);
    }

    private static String headline(Publication publication) {
        return switch (publication) {
            case Published(var entry, var translation) -> translation.article().headline();
            case Corrected(var entry, var translation, var revision) ->
                translation.article().headline();
            case Withdrawn withdrawn -> "";
        };
    }

    private static boolean is(JsonNode post, String status) {
        return post.path("status").asString().equals(status);
    }

    private static List<String> statuses(List<JsonNode> posts) {
        return posts.stream()
                .map(post ->
                        post.path("slug").asString() + " " + post.path("status").asString())
                .toList();
    }

    private Map<String, List<JsonNode>> posts() throws IOException, InterruptedException {
        Map<String, List<JsonNode>> posts = new HashMap<>();
        JsonNode page = page(1);
        for (int i = 2; !page.isEmpty() && page.isArray(); i++) {
            page.forEach(post -> posts.computeIfAbsent(
                            post.path("slug").asString().replace("__trashed", ""), slug -> new ArrayList<>())
                    .add(post));
            page = page(i);
        }
        return posts;
    }

    private JsonNode page(int number) throws IOException, InterruptedException {
        String account = environment.get("WORDPRESS_USER") + ":" + environment.get("WORDPRESS_PASSWORD");
        String authorization = "Basic " + Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(environment.get("WORDPRESS_ADDRESS") + POSTS + number))
                .header("Authorization", authorization)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return JsonMapper.shared()
                    .readTree(client.send(request, BodyHandlers.ofString()).body());
        }
    }
}
