package org.polywire.publish;

import java.net.URI;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.polywire.model.Article;
import org.polywire.model.Edition;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;
import org.polywire.model.Outlet;
import org.polywire.model.Publication;
import org.polywire.model.Publication.Entry;
import org.polywire.model.Publication.Withdrawn;
import org.polywire.model.Reason;
import org.polywire.model.SourceId;
import org.polywire.publish.CorrectionsView.Manner;
import org.polywire.publish.Frame.Head;
import org.polywire.publish.Pages.Freshness;
import org.polywire.publish.Resource.Feed;
import org.polywire.publish.Resource.Listing;
import org.polywire.publish.Resource.Origin;
import org.polywire.publish.Resource.Section;

/**
 * The publication as readers meet it: pure functions from publications to pages and feeds.
 *
 * <p>Every output that holds an article's text says first what the text is; see {@link Notice}. Immutable; safe to share between
 * threads. Methods that take an edition expect one of the configuration's, and throw {@link IllegalArgumentException} for another.
 */
public final class Site {
    /** How many articles a front page shows. */
    public static final int FRONT_PAGE_LENGTH = 60;

    /** How many articles the page of a section or a source shows. */
    public static final int LISTING_LENGTH = 40;

    /** How many articles a page of search results shows. */
    public static final int SEARCH_LENGTH = 20;

    /** How many articles a feed carries. */
    public static final int FEED_LENGTH = 50;

    private final SiteConfig config;
    private final Templates templates = new Templates();
    private final Addresses addresses;
    private final Frames frames;
    private final Feeds feeds;
    private final Sitemaps sitemaps;
    private final Map<SourceId, Provider> providers;
    private final Map<LanguageTag, Wording> wordings;

    public Site(SiteConfig config) {
        this(config, Map.of());
    }

    /**
     * @param providers the sources as far as they are known; articles of others are not indexed, and feeds do not name their feed
     * @throws IllegalArgumentException if an edition's language is one that the site has no words in
     */
    public Site(SiteConfig config, Map<SourceId, Provider> providers) {
        this.config = config;
        this.providers = Map.copyOf(providers);
        addresses = new Addresses(config);
        frames = new Frames(config, addresses);
        feeds = new Feeds(config, addresses, sourceFeeds(providers));
        sitemaps = new Sitemaps(config, addresses);
        wordings = config.editions().stream()
                .collect(Collectors.toUnmodifiableMap(Edition::language, edition -> new Wording(edition.language())));
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
        return addresses;
    }

    /**
     * The chooser of editions, in the language that suits the reader best; depends on {@code Accept-Language} and says so.
     *
     * @param acceptLanguage the request's header, empty if it has none; anything unreadable counts as none
     */
    public Page home(String acceptLanguage) {
        List<Edition> ordered = Preference.order(config.editions(), acceptLanguage);
        Wording wording = wording(ordered.getFirst());
        HomeView view = new HomeView(
                frames.home(ordered.getFirst(), wording),
                ordered.stream().map(this::choice).toList());
        return Pages.varying(html(200, wording, Freshness.HOUSE, true, Optional.empty(), "home", view));
    }

    /** @param latest the newest first; only the first {@link #FRONT_PAGE_LENGTH} that still stand are shown */
    public Page frontPage(Edition edition, List<Publication> latest, Instant now) {
        Wording wording = wording(edition);
        List<Copy> copies =
                Copy.all(edition, latest).stream().limit(FRONT_PAGE_LENGTH).toList();
        Directory directory = new Directory(edition, copies, addresses::path);
        Frame frame =
                frames.front(edition, wording, directory.sections(new Resource.Front(edition)), wording.weekday(now));
        FrontView view = FrontView.of(frame, cards(copies, now), directory.sources());
        return html(200, wording, Freshness.LIST, true, Pages.lastChange(latest), "front", view);
    }

    /**
     * The page of a section, or 404 if no article stands in it.
     *
     * @param latest the section's own, the newest first; only the first {@link #LISTING_LENGTH} that still stand are shown
     * @param around what the edition shows, for the way to the other sections
     */
    public Page section(Section section, List<Publication> latest, List<Publication> around, Instant now) {
        List<Copy> copies = Copy.all(section.edition(), latest);
        if (copies.isEmpty()) {
            return notFound(section.edition());
        }
        String name = copies.getFirst().article().section();
        return listing(section, "section", name, Html.text(name), Html.NONE, latest, around, now);
    }

    /** The page of a source, or 404 if it is unknown and no article of it stands; else like {@link #section}. */
    public Page origin(Origin origin, List<Publication> latest, List<Publication> around, Instant now) {
        List<Copy> copies = Copy.all(origin.edition(), latest);
        Provider provider = providers.get(origin.source());
        if (copies.isEmpty() && provider == null) {
            return notFound(origin.edition());
        }
        Outlet outlet = provider == null
                ? copies.getFirst().article().outlet()
                : provider.source().outlet();
        Html home = wording(origin.edition())
                .sentence("headline.visit", Map.of("outlet", new Slot(outlet.name(), Html.foreign(outlet.name()))))
                .html();
        return listing(
                origin,
                "source",
                outlet.name(),
                Html.foreign(outlet.name()),
                Html.leaving(outlet.home(), home),
                latest,
                around,
                now);
    }

    private Page listing(
            Listing self,
            String kind,
            String title,
            Html heading,
            Html home,
            List<Publication> latest,
            List<Publication> around,
            Instant now) {
        Wording wording = wording(self.edition());
        List<Copy> copies =
                Copy.all(self.edition(), latest).stream().limit(LISTING_LENGTH).toList();
        boolean indexed = !copies.isEmpty()
                && copies.stream().allMatch(copy -> indexed(copy.entry().source()));
        Directory directory = new Directory(self.edition(), Copy.all(self.edition(), around), addresses::path);
        Frame frame = frames.listing(self, wording, title, indexed, directory.sections(self));
        ListingView view = new ListingView(frame, wording.say(kind), heading, home, cards(copies, now));
        return html(200, wording, Freshness.LIST, indexed, Pages.lastChange(latest), "listing", view);
    }

    private List<Card> cards(List<Copy> copies, Instant now) {
        return copies.stream()
                .map(copy -> Card.of(notice(copy), now, addresses::path))
                .toList();
    }

    /** Whether search engines may list a source's articles here. */
    public boolean indexed(SourceId source) {
        Provider provider = providers.get(source);
        return provider != null && provider.indexed();
    }

    /**
     * An article, or its tombstone if it was withdrawn.
     *
     * @param alsoIn the languages of the editions where the article stands; its own may be among them
     */
    public Page article(Publication publication, Set<LanguageTag> alsoIn) {
        Edition edition = edition(publication);
        return Copy.of(edition, publication).map(copy -> article(copy, alsoIn)).orElseGet(() -> tombstone(publication));
    }

    private Page article(Copy copy, Set<LanguageTag> alsoIn) {
        Notice notice = notice(copy);
        Head head = new Head(
                copy.article().headline(),
                Inlines.text(copy.article().standfirst()).strip(),
                "",
                copy.picture().map(picture -> picture.address().toASCIIString()).orElse(""),
                StructuredData.of(notice, config, addresses),
                indexed(copy.entry().source()),
                addresses.absolute(copy.resource()).toASCIIString(),
                List.of());
        Frame frame = frames.article(copy, notice.wording(), head, alsoIn);
        return text(copy, head, "article", ArticleView.of(frame, notice, addresses::path));
    }

    /** The article beside its original, sentence by sentence; 404 where it is itself an original, 410 where it was withdrawn. */
    public Page comparison(Publication publication) {
        Edition edition = edition(publication);
        Optional<Copy> copy = Copy.of(edition, publication);
        if (copy.isEmpty()) {
            return tombstone(publication);
        }
        return copy.filter(Copy::comparable).map(this::comparison).orElseGet(() -> notFound(edition));
    }

    private Page comparison(Copy copy) {
        Notice notice = notice(copy);
        String title =
                notice.wording().say("compare.title") + ": " + copy.article().headline();
        String address = addresses.absolute(copy.comparison()).toASCIIString();
        Head head = new Head(title, "", "", "", Html.NONE, false, address, List.of());
        Frame frame = frames.article(copy, notice.wording(), head, Set.of());
        return text(copy, head, "comparison", ComparisonView.of(frame, notice, addresses::path));
    }

    /** What remains of an article that was taken down: 410, and why as far as it concerns readers. */
    public Page withdrawn(Withdrawn publication) {
        Edition edition = edition(publication);
        Wording wording = wording(edition);
        String day = wording.day(publication.entry().at().atOffset(ZoneOffset.UTC));
        String key = publication.reason() == Reason.SOURCE_WITHDREW ? "withdrawn.source" : "withdrawn.other";
        Resource self = new Resource.Text(edition, publication.entry().article());
        return message(
                410,
                edition,
                self,
                wording.say("withdrawn.title"),
                wording.say(key, Map.of("date", day)),
                Optional.of(publication.entry().at()));
    }

    public Page notFound(Edition edition) {
        Wording wording = wording(edition);
        Resource front = new Resource.Front(edition);
        return message(
                404, edition, front, wording.say("missing.title"), wording.say("missing.text"), Optional.empty());
    }

    /** That a page could not be made. */
    public Page failed(Edition edition) {
        Wording wording = wording(edition);
        Resource front = new Resource.Front(edition);
        return message(500, edition, front, wording.say("error.title"), wording.say("error.text"), Optional.empty());
    }

    /** How the publication is made and who answers for it. */
    public Page about(Edition edition) {
        Wording wording = wording(edition);
        Frame frame = frames.house(edition, wording, wording.say("about"), Resource.About::new);
        return html(200, wording, Freshness.HOUSE, true, Optional.empty(), "about", AboutView.of(frame, config));
    }

    /**
     * What was corrected or withdrawn in an edition.
     *
     * @param changes the entries that say so, the newest first
     */
    public Page corrections(Edition edition, List<Publication> changes) {
        Wording wording = wording(edition);
        Frame frame = frames.house(edition, wording, wording.say("corrections"), Resource.Corrections::new);
        Manner manner = new Manner(this::outletOf, wording, addresses::path);
        CorrectionsView view = CorrectionsView.of(frame, edition, changes, manner);
        return html(200, wording, Freshness.LIST, true, Pages.lastChange(changes), "corrections", view);
    }

    private String outletOf(Publication publication) {
        SourceId source = publication.entry().source();
        Provider provider = providers.get(source);
        return provider == null ? source.value() : provider.source().name();
    }

    /** The newest first; what was withdrawn is left out, and named as deleted where the format can say so. */
    public Page feed(Feed feed, List<Publication> latest) {
        return feeds.write(
                feed,
                wording(feed.listing().edition()),
                latest.stream().limit(FEED_LENGTH).toList());
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
        List<Copy> copies = Copy.all(edition, latest).stream()
                .filter(copy -> indexed(copy.entry().source()))
                .toList();
        return sitemaps.news(edition, copies, now);
    }

    /**
     * The search page of an edition.
     *
     * @param terms as the reader sent them
     * @param found nothing before the first search
     * @param sources that can be chosen, by their ids; likewise {@code sections} and {@code originals}, the languages of originals
     */
    public Page search(
            Edition edition,
            SearchTerms terms,
            Optional<Found> found,
            Map<String, String> sources,
            List<String> sections,
            List<LanguageTag> originals,
            Instant now) {
        Wording wording = wording(edition);
        String action = addresses.path(new Resource.Search(edition));
        Frame frame = frames.house(edition, wording, wording.say("search"), Resource.Search::new);
        SearchView view = new SearchView(
                frame,
                terms,
                action,
                sources.entrySet().stream()
                        .map(one -> new SearchView.Choice(
                                one.getKey(), one.getValue(), one.getKey().equals(terms.source())))
                        .toList(),
                sections.stream()
                        .map(name -> new SearchView.Choice(name, name, name.equals(terms.section())))
                        .toList(),
                originals.stream()
                        .map(one -> new SearchView.Choice(
                                one.value(), wording.nameOf(one), one.value().equals(terms.original())))
                        .toList(),
                found.map(some -> SearchView.said(wording, terms, some)).orElse(Html.NONE),
                found.stream()
                        .flatMap(some -> some.hits().stream())
                        .flatMap(hit -> Copy.of(edition, hit.publication()).stream()
                                .map(copy -> SearchView.Result.of(notice(copy), hit, now, addresses::path)))
                        .toList(),
                found.map(some -> turn(action, terms, some, -SEARCH_LENGTH)).orElse(""),
                found.map(some -> turn(action, terms, some, SEARCH_LENGTH)).orElse(""));
        return html(200, wording, Freshness.LIST, false, Optional.empty(), "search", view);
    }

    /** The address of the page before or after; empty if there is none. */
    private static String turn(String action, SearchTerms terms, Found found, int by) {
        int from = found.from() + by;
        return from < 0 || from >= found.total()
                ? ""
                : action + "?" + terms.query() + (from == 0 ? "" : "&from=" + from);
    }

    /** Everything may be read: whoever may not index a page must be able to read there that it may not. */
    public Page robots() {
        return Pages.asset(
                "text/plain; charset=utf-8",
                Freshness.HOUSE,
                "User-agent: *\nAllow: /\nSitemap: " + addresses.absolute(new Resource.SitemapIndex()) + "\n");
    }

    public Page favicon() {
        return Pages.asset("image/svg+xml", Freshness.HOUSE, Pages.ASSETS.favicon());
    }

    private HomeView.Choice choice(Edition edition) {
        return new HomeView.Choice(
                edition.language(),
                frames.nameOf(edition),
                edition.title(),
                addresses.path(new Resource.Front(edition)));
    }

    private Page tombstone(Publication publication) {
        if (publication instanceof Withdrawn withdrawn) {
            return withdrawn(withdrawn);
        }
        throw new IllegalStateException("neither standing nor withdrawn: " + publication.entry());
    }

    private Page message(
            int status, Edition edition, Resource self, String title, String text, Optional<Instant> changed) {
        Wording wording = wording(edition);
        MessageView view = new MessageView(frames.message(edition, wording, title, self), title, text);
        Freshness freshness = status < 500 ? Freshness.TEXT : Freshness.NOW;
        return html(status, wording, freshness, false, changed, "message", view);
    }

    private Page text(Copy copy, Head head, String template, Object view) {
        return html(
                200,
                wording(copy.edition()),
                Freshness.TEXT,
                head.indexed(),
                Optional.of(copy.entry().at()),
                template,
                view);
    }

    private Page html(
            int status,
            Wording wording,
            Freshness freshness,
            boolean indexed,
            Optional<Instant> changed,
            String template,
            Object view) {
        return Pages.html(status, wording.language(), freshness, indexed, changed, templates.render(template, view));
    }

    private Notice notice(Copy copy) {
        Function<Resource, String> href = addresses::path;
        return new Notice(copy, wording(copy.edition()), config, href);
    }

    private Edition edition(Publication publication) {
        LanguageTag language = publication.entry().edition();
        return config.editions().stream()
                .filter(edition -> edition.language().equals(language))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no edition in " + language));
    }

    private Wording wording(Edition edition) {
        Wording wording = wordings.get(edition.language());
        if (wording == null) {
            throw new IllegalArgumentException("no edition in " + edition.language());
        }
        return wording;
    }
}
