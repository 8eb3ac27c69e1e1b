package org.polywire.app;

import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.polywire.model.ArticleId;
import org.polywire.model.Edition;
import org.polywire.model.LanguageTag;
import org.polywire.model.Publication;
import org.polywire.model.Source;
import org.polywire.pipeline.Archive;
import org.polywire.publish.Addresses;
import org.polywire.publish.Found;
import org.polywire.publish.Page;
import org.polywire.publish.Resource;
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
import org.polywire.publish.Site;
import org.polywire.publish.SiteConfig;
import org.polywire.store.FollowedSource;

/** The pages of the site, made from the publication log whenever they are asked for. Safe to share between threads. */
final class PublicSite implements Pages {
    private final SiteConfig config;
    private final Archive archive;
    private final SearchDesk search;
    private final InstantSource clock;
    private volatile Site site;

    PublicSite(SiteConfig config, Archive archive, SearchDesk search, InstantSource clock) {
        this.config = config;
        this.archive = archive;
        this.search = search;
        this.clock = clock;
        this.site = withSources();
    }

    private Site withSources() {
        return new Site(
                config,
                archive.sources().stream()
                        .map(FollowedSource::source)
                        .collect(Collectors.toMap(Source::id, Source::feed)));
    }

    /** Feeds name the sources of what they carry, so a new one must be told. */
    void sourcesChanged() {
        site = withSources();
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

    @Override
    public Page at(Request request) {
        String path = request.path();
        return site.addresses()
                .at(path)
                .map(resource -> page(resource, request))
                .orElseGet(() -> site.notFound(site.addresses()
                        .editionOf(path)
                        .orElse(config.editions().getFirst())));
    }

    private Page page(Resource resource, Request request) {
        return switch (resource) {
            case Home() -> site.home(request.acceptLanguage());
            case Front(Edition edition) ->
                site.frontPage(edition, archive.front(edition.language(), Site.FRONT_PAGE_LENGTH), clock.instant());
            case Text(Edition edition, ArticleId id) ->
                find(edition, id)
                        .map(publication -> site.article(publication, archive.editionsOf(id)))
                        .orElseGet(() -> site.notFound(edition));
            case Comparison(Edition edition, ArticleId id) ->
                find(edition, id).map(site::comparison).orElseGet(() -> site.notFound(edition));
            case About(Edition edition) -> site.about(edition);
            case Rss(Edition edition) -> site.rss(edition, archive.latest(edition.language(), Site.FEED_LENGTH));
            case Atom(Edition edition) -> site.atom(edition, archive.latest(edition.language(), Site.FEED_LENGTH));
            case Search(Edition edition) -> search(edition, new SearchForm(request));
            case Stylesheet() -> site.stylesheet();
            case Favicon() -> site.favicon();
            case Robots() -> site.robots();
        };
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
                sources,
                search.sections(edition.language()),
                search.originals(edition.language()),
                clock.instant());
    }

    private Optional<Publication> find(Edition edition, ArticleId id) {
        return archive.find(edition.language(), id);
    }
}
