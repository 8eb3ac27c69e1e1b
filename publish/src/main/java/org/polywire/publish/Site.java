package org.polywire.publish;

import java.net.URI;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.polywire.model.Article;
import org.polywire.model.ArticleId;
import org.polywire.model.Block.Picture;
import org.polywire.model.Bytes;
import org.polywire.model.Edition;
import org.polywire.model.LanguageTag;
import org.polywire.model.Publication;
import org.polywire.model.Publication.Entry;
import org.polywire.model.Publication.Withdrawn;
import org.polywire.model.SourceId;
import org.polywire.model.Told;
import org.polywire.publish.Pages.Freshness;
import org.polywire.publish.Resource.Feed;
import org.polywire.publish.Resource.Origin;
import org.polywire.publish.Resource.Rendition;
import org.polywire.publish.Resource.SearchFeed;
import org.polywire.publish.Resource.Section;

/**
 * The publication as readers meet it: pure functions from publications to pages and feeds.
 *
 * <p>Every output that holds an article's text says first what the text is; see {@link Notice}. Immutable; safe to share between
 * threads. Methods that take an edition expect one of the configuration's, and throw {@link IllegalArgumentException} for another.
 */
public final class Site {
    /** How many articles a front page shows. */
    public static final int FRONT_PAGE_LENGTH = 40;

    /** How many articles the page of a section or a source shows. */
    public static final int LISTING_LENGTH = 25;

    /** How many articles a page of search results shows. */
    public static final int SEARCH_LENGTH = 20;

    /** How many corrections and withdrawals are listed, and among how many of the log's last entries they are looked for. */
    public static final int CORRECTIONS_LENGTH = 100;

    public static final int CORRECTIONS_LOOK_BACK = 20_000;

    /** How many articles a feed carries. */
    public static final int FEED_LENGTH = 50;

    private final SiteConfig config;
    private final Workshop workshop;
    private final ListingPages listings;
    private final ArticlePages articles;
    private final StoryPages stories;
    private final SearchPage search;
    private final Feeds feeds;
    private final Sitemaps sitemaps;

    public Site(SiteConfig config) {
        this(config, Map.of());
    }

    /**
     * @param providers the sources as far as they are known; articles of others are not indexed, and feeds do not name their feed
     * @throws IllegalArgumentException if an edition's language is one that the site has no words in
     */
    public Site(SiteConfig config, Map<SourceId, Provider> providers) {
        this.config = config;
        workshop = new Workshop(config, providers);
        listings = new ListingPages(workshop);
        articles = new ArticlePages(workshop);
        stories = new StoryPages(workshop, articles);
        search = new SearchPage(workshop);
        feeds = new Feeds(config, workshop.addresses(), sourceFeeds(providers));
        sitemaps = new Sitemaps(config, workshop.addresses());
    }

    private static Map<SourceId, URI> sourceFeeds(Map<SourceId, Provider> providers) {
        return providers.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().source().feed()));
    }

    /** The languages that an edition can be in; regions do not matter, scripts do. */
    public static List<LanguageTag> languages() {
        return Catalogue.NAMES.stream().map(LanguageTag::new).toList();
    }

    /** The section that an article stands in, as addresses have it; empty if its section has no name. */
    public static String sectionOf(Article article) {
        return Slug.of(article.section());
    }

    public Addresses addresses() {
        return workshop.addresses();
    }

    /**
     * The chooser of editions, in the language that suits the reader best; depends on {@code Accept-Language} and says so.
     *
     * @param acceptLanguage the request's header, empty if it has none; anything unreadable counts as none
     */
    public Page home(String acceptLanguage) {
        List<Edition> ordered = Preference.order(config.editions(), acceptLanguage);
        Wording wording = workshop.wording(ordered.getFirst());
        HomeView view = new HomeView(
                workshop.frames().home(ordered.getFirst(), wording),
                ordered.stream().map(this::choice).toList());
        return Pages.varying(workshop.page(200, wording, Freshness.HOUSE, true, Optional.empty(), "home", view));
    }

    private HomeView.Choice choice(Edition edition) {
        return new HomeView.Choice(
                edition.language(),
                workshop.frames().nameOf(edition),
                edition.title(),
                workshop.path(new Resource.Front(edition)));
    }

    /** The same as if each article told its story alone. */
    public Page frontPage(Edition edition, List<Publication> latest, Instant now) {
        return frontPage(edition, latest, Map.of(), now);
    }

    /**
     * The front page of an edition.
     *
     * @param latest the newest first; only the first {@link #FRONT_PAGE_LENGTH} that still stand are shown
     * @param told the stories of these articles; one that several articles tell has its page linked
     */
    public Page frontPage(Edition edition, List<Publication> latest, Map<ArticleId, Told> told, Instant now) {
        return listings.front(edition, latest, told, now);
    }

    /**
     * The page of a section, or 404 if no article stands in it.
     *
     * @param latest the section's own, the newest first; only the first {@link #LISTING_LENGTH} that still stand are shown
     * @param around what the edition shows, for the way to the other sections
     */
    public Page section(Section section, List<Publication> latest, List<Publication> around, Instant now) {
        return listings.section(section, latest, around, now);
    }

    /** The page of a source, or 404 if it is unknown and no article of it stands; else like {@link #section}. */
    public Page origin(Origin origin, List<Publication> latest, List<Publication> around, Instant now) {
        return listings.origin(origin, latest, around, now);
    }

    /** Whether search engines may list a source's articles here. */
    public boolean indexed(SourceId source) {
        return workshop.indexed(source);
    }

    /**
     * An article that tells its story alone and has not been changed, or its tombstone if it was withdrawn.
     *
     * @param alsoIn the languages of the editions where the article stands; its own may be among them
     */
    public Page article(Publication publication, Set<LanguageTag> alsoIn) {
        return article(publication, Background.plain(publication, alsoIn));
    }

    /** An article with what was changed in it and where else its story is told, or its tombstone if it was withdrawn. */
    public Page article(Publication publication, Background background) {
        return articles.article(publication, background);
    }

    /** The article beside its original, sentence by sentence; 404 where it is itself an original, 410 where it was withdrawn. */
    public Page comparison(Publication publication) {
        return articles.comparison(publication);
    }

    /**
     * A story's page in an edition: who tells it, in which languages, and what happened to the articles when. 410 if the edition
     * has withdrawn all that it showed of it; 404 if it never showed any.
     */
    public Page story(Edition edition, Coverage coverage, Instant now) {
        return stories.story(edition, coverage, now);
    }

    /**
     * That what was asked for is at another address, for good (301); with a body that leads there too, for those who read an export.
     *
     * @param query that goes on with it, as it stands after the question mark; empty if there is none
     */
    public Page moved(Edition edition, Resource to, String query) {
        Wording wording = workshop.wording(edition);
        String path = workshop.path(to) + (query.isEmpty() ? "" : "?" + query);
        String title = wording.say("moved.title");
        MovedView view = new MovedView(
                workshop.frames().message(edition, wording, title, to),
                title,
                Html.link(path, Html.text(wording.say("moved.link"))));
        Page page = workshop.page(301, wording, Freshness.TEXT, false, Optional.empty(), "moved", view);
        return Pages.with(page, "Location", config.address().resolve(path).toASCIIString());
    }

    /** What remains of an article that was taken down: 410, and why as far as it concerns readers. */
    public Page withdrawn(Withdrawn publication) {
        return articles.article(publication, Background.plain(publication, Set.of()));
    }

    public Page notFound(Edition edition) {
        return workshop.notFound(edition);
    }

    /**
     * That there is no answer to a request because it can't be read, is too long or could not be worked on.
     *
     * @param status of HTTP, from 400 on
     */
    public Page failed(int status, Edition edition) {
        return switch (status) {
            case 414, 431 -> failed(status, edition, "error.long.title", "error.long.text");
            default ->
                status < 500
                        ? failed(status, edition, "error.request.title", "error.request.text")
                        : failed(status, edition, "error.title", "error.text");
        };
    }

    private Page failed(int status, Edition edition, String title, String text) {
        Wording wording = workshop.wording(edition);
        Resource front = new Resource.Front(edition);
        return workshop.message(status, edition, front, wording.say(title), wording.say(text), Optional.empty());
    }

    /** How the publication is made and who answers for it. */
    public Page about(Edition edition) {
        Wording wording = workshop.wording(edition);
        Frame frame = workshop.frames().house(edition, wording, wording.say("about"), Resource.About::new);
        return workshop.page(
                200, wording, Freshness.HOUSE, true, Optional.empty(), "about", AboutView.of(frame, config));
    }

    /**
     * What was corrected or withdrawn in an edition.
     *
     * @param changes the entries that say so, the newest first
     */
    public Page corrections(Edition edition, List<Publication> changes) {
        Wording wording = workshop.wording(edition);
        Frame frame = workshop.frames().house(edition, wording, wording.say("corrections"), Resource.Corrections::new);
        CorrectionsView view = CorrectionsView.of(frame, edition, changes, workshop.manner(edition), config);
        return workshop.page(200, wording, Freshness.LIST, true, Pages.lastChange(changes), "corrections", view);
    }

    /** Whether an entry of the log is one that readers are told of as a change; typography is none. */
    public static boolean concernsReaders(Publication publication) {
        return Changes.concernsReaders(publication);
    }

    /** The newest first; what was withdrawn is left out, and named as deleted where the format can say so. */
    public Page feed(Feed feed, List<Publication> latest) {
        return feeds.write(
                feed,
                workshop.wording(feed.listing().edition()),
                latest.stream().limit(FEED_LENGTH).toList());
    }

    /**
     * What a search finds, as a feed that no hub tells of.
     *
     * @param terms what is looked for; not empty
     * @param found the newest first
     */
    public Page searchFeed(SearchFeed feed, SearchTerms terms, List<Publication> found) {
        return feeds.write(feed, terms, workshop.wording(feed.edition()), found);
    }

    /** What a page elsewhere shows of an article; 410 if it was withdrawn. */
    public Page embed(Publication publication, Embedding wish) {
        Edition edition = workshop.edition(publication);
        return Copy.of(edition, publication, config)
                .map(copy -> new Embeds(config, workshop.addresses()).article(copy, workshop.wording(edition), wish))
                .orElseGet(() -> Embeds.none(410, "This article was withdrawn."));
    }

    /** What a page elsewhere shows of a story; 404 if nothing of it stands. */
    public Page embed(Edition edition, Coverage coverage, Embedding wish) {
        return stories.embed(edition, coverage, wish);
    }

    /**
     * That there is nothing to embed.
     *
     * @param status of HTTP: 404 where nothing stands, 501 for a form that there is not (oEmbed 1.0, section 2.3.4)
     */
    public Page embedsNothing(int status, String why) {
        return Embeds.none(status, why);
    }

    /** @param months those in which each edition has articles that search engines may list */
    public Page sitemapIndex(Map<Edition, ? extends Set<YearMonth>> months) {
        return sitemaps.index(months);
    }

    /** @param entries what stands, of one month; those that may not be indexed are left out */
    public Page sitemap(Edition edition, List<Entry> entries) {
        return sitemaps.month(
                edition,
                entries.stream().filter(entry -> indexed(entry.source())).toList());
    }

    /** @param latest the newest first; those that may not be indexed are left out */
    public Page newsSitemap(Edition edition, List<Publication> latest, Instant now) {
        List<Copy> copies = Copy.all(edition, latest, config).stream()
                .filter(copy -> indexed(copy.entry().source()))
                .toList();
        return sitemaps.news(edition, copies, now);
    }

    /**
     * What a search can be narrowed to.
     *
     * @param sources names by ids
     * @param originals the languages of originals
     */
    public record Filters(Map<String, String> sources, List<String> sections, List<LanguageTag> originals) {}

    /**
     * The search page of an edition.
     *
     * @param terms as the reader sent them
     * @param found nothing before the first search
     */
    public Page search(Edition edition, SearchTerms terms, Optional<Found> found, Filters filters, Instant now) {
        return search.of(edition, terms, found, filters, now);
    }

    /** Everything may be read: whoever may not index a page must be able to read there that it may not. */
    public Page robots() {
        return Pages.asset(
                "text/plain; charset=utf-8",
                Freshness.HOUSE,
                "User-agent: *\nAllow: /\nSitemap: " + workshop.addresses().absolute(new Resource.SitemapIndex())
                        + "\n");
    }

    /** Where a picture is that is served in smaller form; nothing if the article has none of that name, or it is not to be served. */
    public Optional<URI> pictureOf(Publication publication, Rendition rendition) {
        return Copy.of(rendition.edition(), publication, config)
                .flatMap(copy -> Image.at(copy, rendition))
                .map(Picture::address);
    }

    /** A picture that {@link Darkroom} made. */
    public Page picture(Bytes jpeg) {
        return Pages.picture(jpeg);
    }

    public Page favicon() {
        return Pages.asset("image/svg+xml", Freshness.HOUSE, Pages.ASSETS.favicon());
    }
}
