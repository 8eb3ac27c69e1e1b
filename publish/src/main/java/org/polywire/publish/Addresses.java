package org.polywire.publish;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.polywire.model.ArticleId;
import org.polywire.model.Edition;
import org.polywire.publish.Resource.About;
import org.polywire.publish.Resource.Atom;
import org.polywire.publish.Resource.Comparison;
import org.polywire.publish.Resource.Favicon;
import org.polywire.publish.Resource.Front;
import org.polywire.publish.Resource.Home;
import org.polywire.publish.Resource.Robots;
import org.polywire.publish.Resource.Rss;
import org.polywire.publish.Resource.Search;
import org.polywire.publish.Resource.Stylesheet;
import org.polywire.publish.Resource.Text;

/**
 * The one place that knows where things are. Reading a path is the inverse of writing it: {@code at(path(r))} is {@code r}.
 *
 * <p>Immutable; safe to share between threads.
 */
public final class Addresses {
    private static final Pattern ARTICLE = Pattern.compile("a/([a-z2-7]{12})(/original)?");

    private final URI root;
    private final Map<String, Edition> editions;
    private final String stylesheet;

    Addresses(SiteConfig config, String stylesheetHash) {
        root = config.address();
        editions = config.editions().stream().collect(Collectors.toMap(Edition::path, Function.identity()));
        stylesheet = "/assets/site." + stylesheetHash + ".css";
    }

    /** The path on the site, from the first slash. */
    public String path(Resource resource) {
        return switch (resource) {
            case Home() -> "/";
            case Front(Edition edition) -> in(edition, "");
            case Text(Edition edition, ArticleId article) -> in(edition, "a/" + article);
            case Comparison(Edition edition, ArticleId article) -> in(edition, "a/" + article + "/original");
            case About(Edition edition) -> in(edition, "about");
            case Rss(Edition edition) -> in(edition, "rss.xml");
            case Atom(Edition edition) -> in(edition, "atom.xml");
            case Search(Edition edition) -> in(edition, "search");
            case Stylesheet() -> stylesheet;
            case Favicon() -> "/favicon.svg";
            case Robots() -> "/robots.txt";
        };
    }

    /** The whole address, for canonical links, feeds and structured data. */
    public URI absolute(Resource resource) {
        return root.resolve(path(resource));
    }

    /** What stands at a path; empty if nothing can. */
    public Optional<Resource> at(String path) {
        return switch (path) {
            case "/" -> Optional.of(new Home());
            case "/favicon.svg" -> Optional.of(new Favicon());
            case "/robots.txt" -> Optional.of(new Robots());
            default -> path.equals(stylesheet) ? Optional.of(new Stylesheet()) : inEdition(path);
        };
    }

    /** The edition that a path lies in, also where nothing stands at the path itself. */
    public Optional<Edition> editionOf(String path) {
        int end = path.indexOf('/', 1);
        return end < 0 ? Optional.empty() : Optional.ofNullable(editions.get(path.substring(1, end)));
    }

    private Optional<Resource> inEdition(String path) {
        return editionOf(path).flatMap(edition -> {
            String rest = path.substring(edition.path().length() + 2);
            return switch (rest) {
                case "" -> Optional.of(new Front(edition));
                case "about" -> Optional.of(new About(edition));
                case "search" -> Optional.of(new Search(edition));
                case "rss.xml" -> Optional.of(new Rss(edition));
                case "atom.xml" -> Optional.of(new Atom(edition));
                default -> article(edition, ARTICLE.matcher(rest));
            };
        });
    }

    private static Optional<Resource> article(Edition edition, Matcher form) {
        if (!form.matches()) {
            return Optional.empty();
        }
        ArticleId article = new ArticleId(form.group(1));
        return Optional.of(form.group(2) == null ? new Text(edition, article) : new Comparison(edition, article));
    }

    /** The whole address of something that the API serves, such as {@code editions/ca}. */
    String api(String path) {
        return root.resolve("/api/v1/" + path).toASCIIString();
    }

    /** Our own name for how two articles belong together, where a standard has none. */
    String relation(String name) {
        return root.resolve("/ns/rel/" + name).toASCIIString();
    }

    private static String in(Edition edition, String rest) {
        return "/" + edition.path() + "/" + rest;
    }
}
