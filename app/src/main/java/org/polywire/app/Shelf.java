package org.polywire.app;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.polywire.model.ArticleId;
import org.polywire.model.Edition;
import org.polywire.model.LanguageTag;
import org.polywire.model.Publication.Entry;
import org.polywire.model.Publication.Published;
import org.polywire.publish.Page;
import org.polywire.publish.Resource;
import org.polywire.publish.Resource.About;
import org.polywire.publish.Resource.Comparison;
import org.polywire.publish.Resource.Corrections;
import org.polywire.publish.Resource.Embed;
import org.polywire.publish.Resource.Favicon;
import org.polywire.publish.Resource.Feed;
import org.polywire.publish.Resource.Home;
import org.polywire.publish.Resource.Listing;
import org.polywire.publish.Resource.NewsSitemap;
import org.polywire.publish.Resource.Rendition;
import org.polywire.publish.Resource.Robots;
import org.polywire.publish.Resource.Search;
import org.polywire.publish.Resource.SearchFeed;
import org.polywire.publish.Resource.Sitemap;
import org.polywire.publish.Resource.SitemapIndex;
import org.polywire.publish.Resource.Story;
import org.polywire.publish.Resource.Text;
import org.polywire.store.Event;

/**
 * The site's pages, kept in memory as they are sent until something that they show changes. What changed is heard before anybody
 * is told of it, so that no reader who has been told gets an older page. What another process wrote is found within a second.
 * Safe to share between threads.
 *
 * <p>An article's page shows the article, in which editions it stands, and who else tells its story: it is dropped when the log
 * gets an entry of an article of that story. A story's page is outdated by any entry. A page that lists articles of an edition is outdated by any entry of that
 * edition or of a story that several articles tell, and by the next day (UTC), since it shows times. So an entry costs the same however much has been published.
 */
final class Shelf implements Pages {
    private static final long WEIGHT = 64L << 20;
    private static final int PATHS = 50_000;
    private static final long DAY = 86_400_000;

    /** How long, in milliseconds, what another process wrote into the log may stay unseen, such as a takedown by command. */
    private static final long LOOK = 1_000;

    private final PublicSite site;
    private final InstantSource clock;
    private final Cache<Resource, Kept> kept;
    /** What lies ready, by its path: reading a path takes longer than all else. */
    private final Cache<String, Resource> paths;

    private final Map<LanguageTag, AtomicLong> entries = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();
    private final AtomicLong position;
    private final AtomicLong looked;

    /** @param state what the page depends on, see {@link #state} */
    private record Kept(Ready ready, State state) {}

    private record State(long entries, long day) {
        static final State FIXED = new State(0, 0);
    }

    Shelf(PublicSite site, InstantSource clock) {
        this.site = site;
        this.clock = clock;
        position = new AtomicLong(site.lastSequence());
        looked = new AtomicLong(clock.millis());
        paths = Caffeine.newBuilder().maximumSize(PATHS).build();
        kept = Caffeine.newBuilder()
                .maximumWeight(WEIGHT)
                .weigher((Resource resource, Kept one) -> one.ready().weight())
                .build();
    }

    /** To be called for everything that happens, before anybody else hears of it. */
    void heard(Event event) {
        LanguageTag edition = event.edition();
        if (event.step() == Event.Step.CORRECTED || event.step() == Event.Step.WITHDRAWN) {
            site.dropPictures(event.article());
        }
        switch (event.step()) {
            case PUBLISHED, CORRECTED, WITHDRAWN -> {
                if (edition != null) {
                    changed(edition, event.article());
                }
            }
            // Of the articles of a story, front pages show one.
            case JOINED -> {
                listsChanged();
                dropTexts(event.article(), site.tellingTheSame(event.article()));
            }
            case SIGHTED, EXTRACTED, CHANGED, UNCHANGED, REFUSED, FAILED, HELD -> {}
        }
    }

    /** Finds in the log what was not heard of, because another process wrote it. */
    private void look() {
        long now = clock.millis();
        long last = looked.get();
        if (now - last >= LOOK && looked.compareAndSet(last, now)) {
            site.after(position.get()).forEach(publication -> {
                Entry entry = publication.entry();
                if (!(publication instanceof Published)) {
                    site.dropPictures(entry.article());
                }
                changed(entry.edition(), entry.article());
                position.accumulateAndGet(entry.sequence(), Math::max);
            });
        }
    }

    private void listsChanged() {
        changes.incrementAndGet();
        site.editions().forEach(edition -> entriesOf(edition.language()).incrementAndGet());
    }

    /** Front pages say how many articles of all editions tell a story, and an article's page names the others. */
    private void changed(LanguageTag edition, ArticleId article) {
        List<ArticleId> telling = site.tellingTheSame(article);
        if (telling.size() > 1) {
            listsChanged();
        } else {
            changes.incrementAndGet();
            entriesOf(edition).incrementAndGet();
        }
        site.editions().forEach(each -> kept.invalidate(new Comparison(each, article)));
        dropTexts(article, telling);
    }

    private void dropTexts(ArticleId article, List<ArticleId> telling) {
        Stream.concat(Stream.of(article), telling.stream())
                .distinct()
                .forEach(each -> site.editions().forEach(edition -> kept.invalidate(new Text(edition, each))));
    }

    /** Everything is made anew, for instance because there is a new source. */
    void clear() {
        changes.incrementAndGet();
        kept.invalidateAll();
    }

    @Override
    public Page at(Request request) {
        return site.at(request);
    }

    @Override
    public Page failed(int status, String path) {
        return site.failed(status, path);
    }

    /** Nothing while the log is due to be looked at, which takes a moment: {@link #ready} does. */
    @Override
    public Optional<Ready> atHand(String path) {
        return clock.millis() - looked.get() >= LOOK ? Optional.empty() : lying(path);
    }

    @Override
    public Ready ready(Request request) {
        look();
        return lying(request.path()).orElseGet(() -> make(request));
    }

    private Optional<Ready> lying(String path) {
        return Optional.ofNullable(paths.getIfPresent(path))
                .flatMap(resource -> Optional.ofNullable(kept.getIfPresent(resource))
                        .filter(one -> one.state().equals(state(resource)))
                        .map(Kept::ready));
    }

    /** A page during whose making something changed may be older than the change, and is not kept. */
    private Ready make(Request request) {
        long before = changes.get();
        Optional<Resource> resource = site.resource(request.path());
        State state = resource.map(this::state).orElse(State.FIXED);
        Ready ready = new Ready(site.at(request));
        resource.filter(one -> keeps(one, ready)).ifPresent(one -> {
            paths.put(request.path(), one);
            kept.put(one, new Kept(ready, state));
            if (changes.get() != before) {
                kept.invalidate(one);
            }
        });
        return ready;
    }

    /**
     * Not what nobody could find: anybody can invent any number of addresses. Nor what depends on more of the request than its
     * path. Pictures lie ready on the disk.
     */
    private static boolean keeps(Resource resource, Ready ready) {
        return switch (resource) {
            case Home home -> false;
            case Search search -> false;
            case SearchFeed feed -> false;
            case Embed embed -> false;
            case Rendition rendition -> false;
            default -> ready.status() == 200 || ready.status() == 410;
        };
    }

    private State state(Resource resource) {
        return switch (resource) {
            case Listing listing -> state(listing.edition());
            case Feed feed -> state(feed.listing().edition());
            case Sitemap sitemap -> state(sitemap.edition());
            case NewsSitemap news -> state(news.edition());
            case Corrections corrections -> state(corrections.edition());
            case SitemapIndex() -> new State(changes.get(), today());
            case Home() -> State.FIXED;
            case Search search -> State.FIXED;
            case SearchFeed feed -> State.FIXED;
            case Embed() -> State.FIXED;
            case Story story -> new State(changes.get(), today());
            case Text text -> State.FIXED;
            case Comparison comparison -> State.FIXED;
            case Rendition rendition -> State.FIXED;
            case About about -> State.FIXED;
            case Favicon() -> State.FIXED;
            case Robots() -> State.FIXED;
        };
    }

    private State state(Edition edition) {
        return new State(entriesOf(edition.language()).get(), today());
    }

    private AtomicLong entriesOf(LanguageTag edition) {
        return entries.computeIfAbsent(edition, any -> new AtomicLong());
    }

    private long today() {
        return clock.millis() / DAY;
    }
}
