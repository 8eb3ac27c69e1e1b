package org.polywire.app;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polywire.model.ArticleId;
import org.polywire.model.Bytes;
import org.polywire.model.Edition;
import org.polywire.model.LanguageTag;
import org.polywire.model.Publication;
import org.polywire.model.Publication.Entry;
import org.polywire.model.Publication.Withdrawn;
import org.polywire.model.Source;
import org.polywire.model.SourceId;
import org.polywire.model.StoryId;
import org.polywire.pipeline.Archive;
import org.polywire.publish.Addresses;
import org.polywire.publish.Embedding;
import org.polywire.publish.Embedding.Form;
import org.polywire.publish.Found;
import org.polywire.publish.Page;
import org.polywire.publish.Provider;
import org.polywire.publish.Resource;
import org.polywire.publish.Resource.About;
import org.polywire.publish.Resource.Comparison;
import org.polywire.publish.Resource.Corrections;
import org.polywire.publish.Resource.Embed;
import org.polywire.publish.Resource.Favicon;
import org.polywire.publish.Resource.Feed;
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
import org.polywire.publish.Site;
import org.polywire.publish.SiteConfig;
import org.polywire.store.FollowedSource;

/** The pages of the site, made from the publication log whenever they are asked for. Safe to share between threads. */
final class PublicSite implements Pages {
    /** A news sitemap holds no more. */
    private static final int NEWS = 1_000;

    /** Nor does any other. */
    private static final int ENTRIES = 50_000;

    /** So many entries of the log are read at once. */
    private static final int ENTRIES_AT_ONCE = 100;

    private final SiteConfig config;
    private final Archive archive;
    private final SearchDesk search;
    private final PictureDesk pictures;
    private final InstantSource clock;
    private final Set<SourceId> indexed;
    private final Recent recent;
    private final Accounts accounts;
    private volatile Map<SourceId, Provider> providers;
    private volatile Site site;

    /** @param indexed the sources whose articles search engines may list */
    PublicSite(
            SiteConfig config,
            Set<SourceId> indexed,
            Archive archive,
            SearchDesk search,
            PictureDesk pictures,
            InstantSource clock) {
        this.config = config;
        this.indexed = Set.copyOf(indexed);
        this.archive = archive;
        this.search = search;
        this.pictures = pictures;
        this.clock = clock;
        this.recent = new Recent(archive);
        this.accounts = new Accounts(archive, config.editions());
        this.providers = providers();
        this.site = new Site(config, providers);
    }

    private Map<SourceId, Provider> providers() {
        return archive.sources().stream()
                .map(FollowedSource::source)
                .collect(Collectors.toUnmodifiableMap(
                        Source::id, source -> new Provider(source, indexed.contains(source.id()))));
    }

    /** Feeds name the sources of what they carry, so a new one must be told. */
    void sourcesChanged() {
        providers = providers();
        site = new Site(config, providers);
    }

    Addresses addresses() {
        return site.addresses();
    }

    URI permalink(LanguageTag language, ArticleId article) {
        Edition edition = config.editions().stream()
                .filter(one -> one.language().equals(language))
                .findFirst()
                .orElseThrow();
        return site.addresses().absolute(new Text(edition, article));
    }

    List<Edition> editions() {
        return config.editions();
    }

    /** What stands at a path; empty if nothing can. */
    Optional<Resource> resource(String path) {
        return site.addresses().at(path);
    }

    @Override
    public Page at(Request request) {
        String path = request.path();
        Page page = site.addresses()
                .at(path)
                .map(resource -> page(resource, request))
                .or(() -> moved(request))
                .orElseGet(() -> site.notFound(editionOf(path)));
        return HubDoor.advertised(page, config.address(), path);
    }

    private Optional<Page> moved(Request request) {
        return site.addresses()
                .meant(request.path())
                .map(resource -> site.moved(editionOf(request.path()), resource, request.query()));
    }

    @Override
    public Page failed(int status, String path) {
        return site.failed(status, editionOf(path));
    }

    private Edition editionOf(String path) {
        return site.addresses().editionOf(path).orElse(config.editions().getFirst());
    }

    private Page page(Resource resource, Request request) {
        return switch (resource) {
            case Home() -> site.home(request.acceptLanguage());
            case Front(Edition edition) -> front(edition);
            case Section section ->
                site.section(section, listed(section, Site.LISTING_LENGTH), shown(section.edition()), clock.instant());
            case Origin origin ->
                site.origin(origin, listed(origin, Site.LISTING_LENGTH), shown(origin.edition()), clock.instant());
            case Text(Edition edition, ArticleId id) ->
                find(edition, id)
                        .map(publication -> site.article(publication, accounts.of(publication)))
                        .orElseGet(() -> site.notFound(edition));
            case Comparison(Edition edition, ArticleId id) ->
                find(edition, id).map(site::comparison).orElseGet(() -> site.notFound(edition));
            case Rendition rendition -> picture(rendition);
            case Story story -> story(story);
            case About(Edition edition) -> site.about(edition);
            case Search(Edition edition) -> search(edition, new SearchForm(request));
            case Corrections(Edition edition) ->
                site.corrections(
                        edition,
                        archive
                                .changes(edition.language(), Site.CORRECTIONS_LOOK_BACK, Site.CORRECTIONS_LENGTH)
                                .stream()
                                .filter(Site::concernsReaders)
                                .toList());
            case Feed feed -> feed(feed);
            case SearchFeed feed -> searchFeed(feed, new SearchForm(request));
            case Embed() -> embed(request);
            case SitemapIndex() -> site.sitemapIndex(months());
            case Sitemap(Edition edition, YearMonth month) -> site.sitemap(edition, entries(edition, month));
            case NewsSitemap(Edition edition) ->
                site.newsSitemap(edition, archive.latest(edition.language(), NEWS), clock.instant());
            case Favicon() -> site.favicon();
            case Robots() -> site.robots();
        };
    }

    private Page searchFeed(SearchFeed feed, SearchForm form) {
        if (form.terms().empty()) {
            return site.notFound(feed.edition());
        }
        List<Publication> found = search.find(form.feed(feed.edition().language())).hits().stream()
                .map(Found.Hit::publication)
                .toList();
        return site.searchFeed(feed, form.terms(), found);
    }

    private Page embed(Request request) {
        String form = request.parameter("format").orElse(Form.JSON.word());
        return Arrays.stream(Form.values())
                .filter(each -> each.word().equals(form))
                .findFirst()
                .map(each -> embed(
                        request,
                        new Embedding(
                                each,
                                room(request, "maxwidth", Embedding.WIDEST),
                                room(request, "maxheight", Embedding.HIGHEST))))
                .orElseGet(() -> site.embedsNothing(501, "There is no such format; ask for json or xml."));
    }

    private static int room(Request request, String name, int most) {
        return request.parameter(name)
                .filter(digits -> digits.matches("[1-9][0-9]{0,5}"))
                .map(Integer::parseInt)
                .orElse(most);
    }

    private Page embed(Request request, Embedding wish) {
        Optional<Resource> asked =
                request.parameter("url").flatMap(PublicSite::address).flatMap(site.addresses()::at);
        Optional<Page> page = asked.flatMap(resource -> switch (resource) {
            case Text(Edition edition, ArticleId id) ->
                find(edition, id).map(publication -> site.embed(publication, wish));
            case Story(Edition edition, StoryId story) ->
                archive.storyNameOf(story.first())
                        .map(name -> site.embed(edition, accounts.coverage(edition, name), wish));
            default -> Optional.<Page>empty();
        });
        return page.orElseGet(() -> site.embedsNothing(
                404, "Only the addresses of this publication's articles and stories can be embedded."));
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private Page search(Edition edition, SearchForm form) {
        Optional<Found> found =
                form.terms().empty() ? Optional.empty() : Optional.of(search.find(form.query(edition.language())));
        Map<String, String> sources = archive.sources().stream()
                .map(FollowedSource::source)
                .collect(Collectors.toMap(
                        source -> source.id().value(), Source::name, (one, other) -> one, TreeMap::new));
        return site.search(
                edition,
                form.terms(),
                found,
                new Site.Filters(sources, search.sections(edition.language()), search.originals(edition.language())),
                clock.instant());
    }

    /** Fetching takes a while: whoever withdraws the article meanwhile must not find its picture here afterwards. */
    private Page picture(Rendition rendition) {
        Edition edition = rendition.edition();
        Optional<Bytes> jpeg = find(edition, rendition.article())
                .flatMap(publication -> site.pictureOf(publication, rendition))
                .flatMap(address -> pictures.get(rendition, address));
        Optional<Publication> now = find(edition, rendition.article());
        if (now.isPresent() && now.get() instanceof Withdrawn withdrawn) {
            jpeg.ifPresent(late -> dropPictures(rendition.article()));
            return site.withdrawn(withdrawn);
        }
        return jpeg.map(site::picture).orElseGet(() -> site.notFound(edition));
    }

    /** What was kept of an article's pictures goes: they are others now, or none. */
    void dropPictures(ArticleId article) {
        pictures.remove(article);
    }

    private Page front(Edition edition) {
        List<Publication> shown = shown(edition);
        List<ArticleId> articles =
                shown.stream().map(publication -> publication.entry().article()).toList();
        return site.frontPage(edition, shown, archive.told(languages(), articles), clock.instant());
    }

    private List<LanguageTag> languages() {
        return config.editions().stream().map(Edition::language).toList();
    }

    /** A story that was found to be part of another is at the other's address; any of its articles leads there. */
    private Page story(Story asked) {
        Edition edition = asked.edition();
        return archive.storyNameOf(asked.story().first())
                .map(name -> name.equals(asked.story())
                        ? site.story(edition, accounts.coverage(edition, name), clock.instant())
                        : site.moved(edition, new Story(edition, name), ""))
                .orElseGet(() -> site.notFound(edition));
    }

    /** The articles that tell the same as this one, itself among them. */
    List<ArticleId> tellingTheSame(ArticleId article) {
        return archive.storyNameOf(article).stream()
                .flatMap(story -> archive.ofStory(story).stream())
                .map(Entry::article)
                .distinct()
                .toList();
    }

    /** The sequence number of the log's last entry; 0 if there is none. */
    long lastSequence() {
        return archive.lastSequence();
    }

    /** The next entries of the log after a sequence number; not necessarily all. */
    List<Publication> after(long sequence) {
        return archive.log(sequence, ENTRIES_AT_ONCE);
    }

    private List<Publication> shown(Edition edition) {
        return archive.front(edition.language(), Site.FRONT_PAGE_LENGTH);
    }

    private List<Publication> listed(Listing listing, int limit) {
        LanguageTag language = listing.edition().language();
        return switch (listing) {
            case Front front -> archive.latest(language, limit);
            case Section section -> found(section.edition(), recent.inSection(section, limit));
            case Origin origin -> found(origin.edition(), recent.ofSource(origin, limit));
        };
    }

    private List<Publication> found(Edition edition, List<ArticleId> articles) {
        return articles.stream().flatMap(id -> find(edition, id).stream()).toList();
    }

    private Page feed(Feed feed) {
        List<Publication> carried = listed(feed.listing(), Site.FEED_LENGTH);
        return feed.listing() instanceof Section section && carried.isEmpty()
                ? site.notFound(section.edition())
                : site.feed(feed, carried);
    }

    /** All months since an edition began, where anything in it may be indexed at all; a month may turn out to be empty. */
    private Map<Edition, Set<YearMonth>> months() {
        Map<Edition, Set<YearMonth>> months = new HashMap<>();
        if (providers.values().stream().anyMatch(Provider::indexed)) {
            config.editions()
                    .forEach(edition -> archive.beginning(edition.language())
                            .ifPresent(beginning -> months.put(edition, since(beginning))));
        }
        return months;
    }

    private Set<YearMonth> since(Instant beginning) {
        YearMonth last = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
        return Stream.iterate(
                        YearMonth.from(beginning.atOffset(ZoneOffset.UTC)),
                        month -> !month.isAfter(last),
                        month -> month.plusMonths(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Entry> entries(Edition edition, YearMonth month) {
        Instant from = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant until =
                month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return archive.entries(edition.language(), from, until, ENTRIES);
    }

    private Optional<Publication> find(Edition edition, ArticleId id) {
        return archive.find(edition.language(), id);
    }
}
