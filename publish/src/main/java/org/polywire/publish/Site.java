package org.polywire.publish;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.polywire.model.Edition;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;
import org.polywire.model.Publication;
import org.polywire.model.Publication.Withdrawn;
import org.polywire.model.Reason;
import org.polywire.model.SourceId;
import org.polywire.publish.Pages.Freshness;

/**
 * The publication as readers meet it: pure functions from publications to pages and feeds.
 *
 * <p>Every output that holds an article's text says first what the text is; see {@link Notice}. Immutable; safe to share between
 * threads. Methods that take an edition expect one of the configuration's, and throw {@link IllegalArgumentException} for another.
 */
public final class Site {
    /** How many articles a front page shows. */
    public static final int FRONT_PAGE_LENGTH = 40;

    /** How many articles a page of search results shows. */
    public static final int SEARCH_LENGTH = 20;

    /** How many articles a feed carries. */
    public static final int FEED_LENGTH = 50;

    private final SiteConfig config;
    private final Assets assets = Assets.load();
    private final Templates templates = new Templates();
    private final Addresses addresses;
    private final Frames frames;
    private final Map<SourceId, URI> sources;
    private final Map<LanguageTag, Wording> wordings;

    public Site(SiteConfig config) {
        this(config, Map.of());
    }

    /**
     * @param sources the feed of each source, so that our feeds can name it
     * @throws IllegalArgumentException if an edition's language is one that the site has no words in
     */
    public Site(SiteConfig config, Map<SourceId, URI> sources) {
        this.config = config;
        this.sources = Map.copyOf(sources);
        addresses = new Addresses(config, assets.stylesheetHash());
        frames = new Frames(config, addresses);
        wordings = config.editions().stream()
                .collect(Collectors.toUnmodifiableMap(Edition::language, edition -> new Wording(edition.language())));
    }

    /** The languages that an edition can be in; regions do not matter, scripts do. */
    public static List<LanguageTag> languages() {
        return Catalogue.NAMES.stream().map(LanguageTag::new).toList();
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
        List<Card> cards = Copy.all(edition, latest).stream()
                .limit(FRONT_PAGE_LENGTH)
                .map(copy -> Card.of(notice(copy), now, addresses::path))
                .toList();
        Frame frame =
                frames.everywhere(edition, wording, wording.say("latest"), Resource.Front::new, wording.weekday(now));
        return html(200, wording, Freshness.LIST, true, Pages.lastChange(latest), "front", FrontView.of(frame, cards));
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
        Frame frame = frames.article(
                copy,
                notice.wording(),
                copy.article().headline(),
                Inlines.text(copy.article().standfirst()).strip(),
                StructuredData.of(notice, config, addresses),
                alsoIn,
                copy.resource());
        return text(copy, "article", ArticleView.of(frame, notice));
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
        Frame frame = frames.article(copy, notice.wording(), title, "", Html.NONE, Set.of(), copy.comparison());
        return text(copy, "comparison", ComparisonView.of(frame, notice, addresses::path));
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

    /** How the publication is made and who answers for it. */
    public Page about(Edition edition) {
        Wording wording = wording(edition);
        Frame frame = frames.everywhere(edition, wording, wording.say("about"), Resource.About::new, "");
        return html(200, wording, Freshness.HOUSE, true, Optional.empty(), "about", AboutView.of(frame, config));
    }

    /** RSS 2.0, the newest first; what was withdrawn is left out. */
    public Page rss(Edition edition, List<Publication> latest) {
        List<Publication> carried = latest.stream().limit(FEED_LENGTH).toList();
        String feed = new RssFeed(config, addresses, sources).write(edition, wording(edition), items(edition, carried));
        return Pages.feed("application/rss+xml", edition.language(), carried, feed);
    }

    /** Atom 1.0, the newest first; what was withdrawn is named as deleted. */
    public Page atom(Edition edition, List<Publication> latest) {
        List<Publication> carried = latest.stream().limit(FEED_LENGTH).toList();
        String feed = new AtomFeed(config, addresses, sources).write(edition, items(edition, carried), carried);
        return Pages.feed("application/atom+xml", edition.language(), carried, feed);
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
        Frame frame = frames.everywhere(edition, wording, wording.say("search"), Resource.Search::new, "");
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
        return Pages.asset("text/plain; charset=utf-8", Freshness.HOUSE, "User-agent: *\nAllow: /\n");
    }

    public Page stylesheet() {
        return Pages.asset("text/css; charset=utf-8", Freshness.FOREVER, assets.stylesheet());
    }

    public Page favicon() {
        return Pages.asset("image/svg+xml", Freshness.HOUSE, assets.favicon());
    }

    private HomeView.Choice choice(Edition edition) {
        return new HomeView.Choice(
                edition.language(),
                Wording.ownName(edition.language()),
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
        return html(status, wording, Freshness.TEXT, false, changed, "message", view);
    }

    private Page text(Copy copy, String template, Object view) {
        return html(
                200,
                wording(copy.edition()),
                Freshness.TEXT,
                false,
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

    private List<FeedItem> items(Edition edition, List<Publication> publications) {
        Wording wording = wording(edition);
        return Copy.all(edition, publications).stream()
                .map(copy -> FeedItem.of(copy, wording, config, addresses))
                .toList();
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
