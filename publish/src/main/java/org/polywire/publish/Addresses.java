package org.polywire.publish;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.polywire.model.ArticleId;
import org.polywire.model.Edition;
import org.polywire.model.SourceId;
import org.polywire.model.StoryId;
import org.polywire.publish.Resource.About;
import org.polywire.publish.Resource.Comparison;
import org.polywire.publish.Resource.Corrections;
import org.polywire.publish.Resource.Embed;
import org.polywire.publish.Resource.Favicon;
import org.polywire.publish.Resource.Feed;
import org.polywire.publish.Resource.Format;
import org.polywire.publish.Resource.Front;
import org.polywire.publish.Resource.Home;
import org.polywire.publish.Resource.Listing;
import org.polywire.publish.Resource.NewsSitemap;
import org.polywire.publish.Resource.Origin;
import org.polywire.publish.Resource.Rendition;
import org.polywire.publish.Resource.Robots;
import org.polywire.publish.Resource.Search;
import org.polywire.publish.Resource.SearchFeed;
import org.polywire.publish.Resource.Section;
import org.polywire.publish.Resource.Sitemap;
import org.polywire.publish.Resource.SitemapIndex;
import org.polywire.publish.Resource.Story;
import org.polywire.publish.Resource.Text;

/**
 * The one place that knows where things are. Reading a path is the inverse of writing it: {@code at(path(r))} is {@code r}.
 *
 * <p>Immutable; safe to share between threads.
 */
public final class Addresses {
    /** Where the publication's own WebSub hub stands. */
    public static final String HUB = "/hub";

    private static final String SEARCH = "search/";
    private static final Pattern ARTICLE = Pattern.compile("a/([a-z2-7]{12})(/original)?");
    private static final Pattern RENDITION =
            Pattern.compile("a/([a-z2-7]{12})/picture/([0-9a-f]{16})/([1-9][0-9]{2,3})\\.jpg");
    private static final Pattern STORY = Pattern.compile("story/([a-z2-7]{12})");
    private static final Pattern LISTING =
            Pattern.compile("(?:section/([^/]{1,600})/|source/([a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?)/|)([a-z.]*)");
    private static final Pattern SITEMAP = Pattern.compile("sitemap-([0-9]{4}-(?:0[1-9]|1[0-2]))\\.xml");

    private final URI root;
    private final Map<String, Edition> editions;

    Addresses(SiteConfig config) {
        root = config.address();
        editions = config.editions().stream().collect(Collectors.toMap(Edition::path, Function.identity()));
    }

    /** The path on the site, from the first slash; other than ASCII is percent-encoded. */
    public String path(Resource resource) {
        return switch (resource) {
            case Home() -> "/";
            case Front(Edition edition) -> in(edition, "");
            case Section(Edition edition, String slug) ->
                in(edition, "section/" + URLEncoder.encode(slug, StandardCharsets.UTF_8) + "/");
            case Origin(Edition edition, SourceId source) -> in(edition, "source/" + source + "/");
            case Text(Edition edition, ArticleId article) -> in(edition, "a/" + article);
            case Comparison(Edition edition, ArticleId article) -> in(edition, "a/" + article + "/original");
            case Story(Edition edition, StoryId story) -> in(edition, "story/" + story);
            case Rendition(Edition edition, ArticleId article, String picture, int width) ->
                in(edition, "a/" + article + "/picture/" + picture + "/" + width + ".jpg");
            case About(Edition edition) -> in(edition, "about");
            case Search(Edition edition) -> in(edition, "search");
            case Corrections(Edition edition) -> in(edition, "corrections");
            case Feed(Listing listing, Format format) -> path(listing) + format.file();
            case SearchFeed(Edition edition, Format format) -> in(edition, "search/" + format.file());
            case Embed() -> "/oembed";
            case SitemapIndex() -> "/sitemap.xml";
            case Sitemap(Edition edition, YearMonth month) -> in(edition, "sitemap-" + month + ".xml");
            case NewsSitemap(Edition edition) -> in(edition, "news-sitemap.xml");
            case Favicon() -> "/favicon.svg";
            case Robots() -> "/robots.txt";
        };
    }

    /** The whole address, for canonical links, feeds and structured data. */
    public URI absolute(Resource resource) {
        return root.resolve(path(resource));
    }

    /** The whole address of the publication's WebSub hub. */
    String hub() {
        return root.resolve(HUB).toASCIIString();
    }

    /** What stands at a path; empty if nothing can. */
    public Optional<Resource> at(String path) {
        return read(path).filter(resource -> resource.equals(spelled(resource)));
    }

    /**
     * What a path means at which nothing stands: one with a slash too few or too many at its end, or with a section's name that is
     * spelled as its address is not; empty if it means nothing of ours.
     */
    public Optional<Resource> meant(String path) {
        String turned = path.endsWith("/") ? path.substring(0, path.length() - 1) : path + "/";
        return read(path)
                .or(() -> read(turned))
                .map(Addresses::spelled)
                .filter(resource -> at(path(resource)).isPresent());
    }

    /** The same with its section named as addresses name it: one section has one address. */
    private static Resource spelled(Resource resource) {
        return switch (resource) {
            case Section section -> spelled(section);
            case Feed(Section section, Format format) -> new Feed(spelled(section), format);
            default -> resource;
        };
    }

    private static Section spelled(Section section) {
        return Resource.section(section.edition(), section.slug());
    }

    private Optional<Resource> read(String path) {
        return switch (path) {
            case "/" -> Optional.of(new Home());
            case "/favicon.svg" -> Optional.of(new Favicon());
            case "/robots.txt" -> Optional.of(new Robots());
            case "/oembed" -> Optional.of(new Embed());
            case "/sitemap.xml" -> Optional.of(new SitemapIndex());
            default -> inEdition(path);
        };
    }

    /** The edition that a path lies in, also where nothing stands at the path itself. */
    public Optional<Edition> editionOf(String path) {
        if (!path.startsWith("/")) {
            return Optional.empty();
        }
        int end = path.indexOf('/', 1);
        return Optional.ofNullable(editions.get(path.substring(1, end < 0 ? path.length() : end)));
    }

    private Optional<Resource> inEdition(String path) {
        return editionOf(path)
                .filter(edition -> path.length() > edition.path().length() + 1)
                .flatMap(edition -> {
                    String rest = path.substring(edition.path().length() + 2);
                    return switch (rest) {
                        case "about" -> Optional.of(new About(edition));
                        case "search" -> Optional.of(new Search(edition));
                        case "corrections" -> Optional.of(new Corrections(edition));
                        case "news-sitemap.xml" -> Optional.of(new NewsSitemap(edition));
                        default ->
                            listing(edition, LISTING.matcher(rest))
                                    .or(() -> article(edition, ARTICLE.matcher(rest)))
                                    .or(() -> rendition(edition, RENDITION.matcher(rest)))
                                    .or(() -> story(edition, STORY.matcher(rest)))
                                    .or(() -> searchFeed(edition, rest))
                                    .or(() -> sitemap(edition, SITEMAP.matcher(rest)));
                    };
                });
    }

    private static Optional<Resource> listing(Edition edition, Matcher form) {
        if (!form.matches()) {
            return Optional.empty();
        }
        return listed(edition, form).flatMap(listing -> {
            String file = form.group(3);
            return file.isEmpty() ? Optional.of(listing) : format(file).map(format -> new Feed(listing, format));
        });
    }

    private static Optional<Format> format(String file) {
        return Arrays.stream(Format.values())
                .filter(format -> format.file().equals(file))
                .findFirst();
    }

    private static Optional<Resource> searchFeed(Edition edition, String rest) {
        return rest.startsWith(SEARCH)
                ? format(rest.substring(SEARCH.length())).map(format -> new SearchFeed(edition, format))
                : Optional.empty();
    }

    private static Optional<Listing> listed(Edition edition, Matcher form) {
        if (form.group(1) != null) {
            return decoded(form.group(1)).map(name -> new Section(edition, name));
        }
        return Optional.of(
                form.group(2) == null ? new Front(edition) : new Origin(edition, new SourceId(form.group(2))));
    }

    private static Optional<String> decoded(String encoded) {
        try {
            return Optional.of(URLDecoder.decode(encoded, StandardCharsets.UTF_8))
                    .filter(text -> !text.isEmpty());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Resource> article(Edition edition, Matcher form) {
        if (!form.matches()) {
            return Optional.empty();
        }
        ArticleId article = new ArticleId(form.group(1));
        return Optional.of(form.group(2) == null ? new Text(edition, article) : new Comparison(edition, article));
    }

    private static Optional<Resource> rendition(Edition edition, Matcher form) {
        return form.matches()
                ? Optional.of(new Rendition(
                                edition, new ArticleId(form.group(1)), form.group(2), Integer.parseInt(form.group(3))))
                        .filter(one -> Darkroom.WIDTHS.contains(one.width()))
                        .map(Resource.class::cast)
                : Optional.empty();
    }

    private static Optional<Resource> story(Edition edition, Matcher form) {
        return form.matches() ? Optional.of(new Story(edition, StoryId.of(form.group(1)))) : Optional.empty();
    }

    /** Where a page of ours can be had as oEmbed; the form's word ends it. */
    String embed(String page) {
        return root.resolve(path(new Embed())) + "?url=" + URLEncoder.encode(page, StandardCharsets.UTF_8) + "&format=";
    }

    /** What stands at a whole address; empty if it is not ours or nothing can. */
    public Optional<Resource> at(URI address) {
        boolean ours = root.getScheme().equals(address.getScheme())
                && root.getRawAuthority().equals(address.getRawAuthority())
                && address.getRawPath() != null;
        return ours ? at(address.getRawPath()) : Optional.empty();
    }

    /** The whole address of something that the API serves, such as {@code editions/ca}. */
    String api(String path) {
        return root.resolve("/api/v1/" + path).toASCIIString();
    }

    /** Our own name for how two articles belong together, where a standard has none. */
    String relation(String name) {
        return root.resolve("/ns/rel/" + name).toASCIIString();
    }

    private static Optional<Resource> sitemap(Edition edition, Matcher form) {
        return form.matches() ? Optional.of(new Sitemap(edition, YearMonth.parse(form.group(1)))) : Optional.empty();
    }

    private static String in(Edition edition, String rest) {
        return "/" + edition.path() + "/" + rest;
    }
}
