package org.polywire.pipeline;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.polywire.model.Article;
import org.polywire.model.ArticleId;
import org.polywire.model.LanguageTag;
import org.polywire.model.Publication;
import org.polywire.model.Publication.Entry;
import org.polywire.model.SourceId;
import org.polywire.model.Story;
import org.polywire.model.StoryId;
import org.polywire.model.Told;
import org.polywire.model.Translation;
import org.polywire.store.FollowedSource;
import org.polywire.store.Following;
import org.polywire.store.KnownArticle;
import org.polywire.store.SetAside;
import org.polywire.store.Standing;
import org.polywire.store.Store;
import org.polywire.store.Transaction;

/**
 * What a newsroom has done, to be read: its publications, its sources, and where each article is.
 *
 * <p>Safe to share between threads, and to open while a newsroom in another process works on the same folder.
 */
public final class Archive implements AutoCloseable {
    private final Store store;

    Archive(Store store) {
        this.store = store;
    }

    /** Whether a newsroom has ever worked in this folder. */
    public static boolean exists(Path data) {
        return Store.exists(data);
    }

    /** Opens the archive of the newsroom that works or worked in a folder. */
    public static Archive open(Path data) {
        return new Archive(Store.open(data));
    }

    /** What an edition shows, the newest first. */
    public List<Publication> latest(LanguageTag edition, int limit) {
        return store.read(transaction -> transaction.log().latest(edition, limit));
    }

    /** What an edition shows at an article's permalink: its text, or a tombstone. */
    public Optional<Publication> find(LanguageTag edition, ArticleId article) {
        return store.read(transaction -> transaction.log().find(edition, article));
    }

    /** What an edition's front page has room for, the newest first: each story once, by the article that it showed first of it. */
    public List<Publication> front(LanguageTag edition, int limit) {
        return store.read(transaction -> transaction.log().front(edition, limit));
    }

    /** The story that an article belongs to, in all languages; absent if it was not placed or nothing of the story is left. */
    public Optional<Story> storyOf(ArticleId article) {
        return story(new StoryId(article));
    }

    /** A story by its name, by that of one which was merged into it, or by any of its articles. */
    public Optional<Story> story(StoryId id) {
        return store.read(transaction -> transaction.stories().find(id));
    }

    /** The other articles that have the text of this one and still stand. */
    public List<Story.Version> copiesOf(ArticleId article) {
        return store.read(transaction -> transaction.stories().copiesOf(article));
    }

    /** What an edition shows of a story, in the order in which it appeared; the first has the story's place on the front page. */
    public List<Publication> ofStory(LanguageTag edition, StoryId story) {
        return store.read(transaction -> transaction.tellings().in(edition, story));
    }

    /** What all editions show of a story, without its texts, in the order in which it appeared. */
    public List<Entry> ofStory(StoryId story) {
        return store.read(transaction -> transaction.tellings().everywhere(story));
    }

    /** The last of what an edition ever said of a story's articles, the newest first; also of those that are withdrawn. */
    public List<Publication> entries(LanguageTag edition, StoryId story, int limit) {
        return store.read(transaction -> transaction.tellings().entries(edition, story, limit));
    }

    /**
     * The stories that several articles of an edition tell, by the article that has the story's place, the newest first, after a
     * place in that order.
     *
     * @param firstAt when the last known one first appeared, and {@code article} which it is
     */
    public List<Publication> shared(LanguageTag edition, Instant firstAt, ArticleId article, int limit) {
        return store.read(transaction -> transaction.tellings().shared(edition, firstAt, article, limit));
    }

    /** The name of the story that an article was placed in, also if it has been withdrawn. */
    public Optional<StoryId> storyNameOf(ArticleId article) {
        return store.read(transaction -> transaction.stories().of(article));
    }

    /** The stories of some articles, by article, with how many articles any of these editions shows of each. */
    public Map<ArticleId, Told> told(List<LanguageTag> editions, List<ArticleId> articles) {
        return store.read(transaction -> transaction.tellings().of(editions, articles));
    }

    /** All that an edition ever said of an article: its texts, corrections and withdrawals, the oldest first. */
    public List<Publication> entries(LanguageTag edition, ArticleId article) {
        return store.read(transaction -> transaction.log().entries(edition, article));
    }

    /**
     * What an edition shows, the newest first, after a place in that order; articles published meanwhile do not shift it.
     *
     * @param firstAt when the last known one first appeared, and {@code article} which it is
     */
    public List<Publication> older(LanguageTag edition, Instant firstAt, ArticleId article, int limit) {
        return store.read(transaction -> transaction.log().older(edition, firstAt, article, limit));
    }

    /**
     * What an edition shows of what first appeared in it in a span of time, the newest first, without its texts.
     *
     * @param until not included
     */
    public List<Entry> entries(LanguageTag edition, Instant from, Instant until, int limit) {
        return store.read(transaction -> transaction.log().entries(edition, from, until, limit));
    }

    /** The corrections and withdrawals of an edition among the last entries of the log, the newest first. */
    public List<Publication> changes(LanguageTag edition, int lookBack, int limit) {
        return store.read(transaction -> transaction.log().changes(edition, lookBack, limit));
    }

    /** When the oldest of what an edition shows appeared in it. */
    public Optional<Instant> beginning(LanguageTag edition) {
        return store.read(transaction -> transaction.log().beginning(edition));
    }

    /** The editions that show an article now. */
    public Set<LanguageTag> editionsOf(ArticleId article) {
        return store.read(transaction -> transaction.log().editionsOf(article));
    }

    /** The entries of the publication log after a sequence number, in order. */
    public List<Publication> log(long after, int limit) {
        return store.read(transaction -> transaction.log().after(after, limit));
    }

    /** The whole log, in order; few entries are in memory at a time. */
    public Iterator<Publication> log() {
        return new LogReader(store, 0);
    }

    /** The sequence number of the log's last entry; 0 if there is none. */
    public long lastSequence() {
        return store.read(transaction -> transaction.log().lastSequence());
    }

    /** How far what follows the log outside the store is, and what hinders it. */
    public List<Following> followers() {
        return store.read(transaction -> transaction.projections().all());
    }

    /** What the other side of a connector would not take. */
    public List<SetAside> setAside(String connector) {
        return store.read(transaction -> transaction.projections().setAside(connector));
    }

    /** Asks the newsroom that works on this folder to make the search index anew. */
    public void renewSearch() {
        store.write(transaction -> transaction.projections().renew(SearchFollower.NAME));
    }

    /** Notes that the search index is made of the log up to an entry. */
    public void searchRenewed(long upTo, Instant now) {
        store.write(transaction -> transaction
                .projections()
                .save(Following.from(SearchFollower.NAME, 0).done(upTo, now)));
    }

    /**
     * Has a connector told again of everything after an entry; it begins within moments if its newsroom is at work.
     *
     * @return whether there is such a connector
     */
    public boolean replay(String connector, long after) {
        return store.change(transaction -> {
            boolean known = transaction.projections().find(connector).isPresent();
            if (known) {
                transaction.projections().takeUp(connector, after);
                transaction.projections().save(Following.from(connector, after));
            }
            return known;
        });
    }

    public List<FollowedSource> sources() {
        return store.read(transaction -> transaction.sources().all());
    }

    public Optional<FollowedSource> source(SourceId id) {
        return store.read(transaction -> transaction.sources().find(id));
    }

    /** How following each source goes, by id. */
    public List<SourceHealth> health(Instant now) {
        return health(store, now);
    }

    static List<SourceHealth> health(Store store, Instant now) {
        return store.read(transaction -> transaction.sources().all().stream()
                .map(source -> health(source, transaction, now))
                .toList());
    }

    private static SourceHealth health(FollowedSource source, Transaction transaction, Instant now) {
        SourceId id = source.source().id();
        String push =
                transaction.push().find(id).map(one -> Push.state(one, now)).orElse("");
        return SourceHealth.of(source, transaction.sources().pulse(id, now), push, now);
    }

    /** The language that an article is written in, once its text was taken. */
    public Optional<LanguageTag> language(ArticleId article) {
        return store.read(
                transaction -> transaction.articles().document(article).map(Article::language));
    }

    /** Every article ever sighted, in the order of sighting. */
    public List<KnownArticle> articles() {
        return store.read(transaction -> transaction.articles().all());
    }

    public Overview overview() {
        return store.read(transaction -> new Overview(
                transaction.articles().counts(), transaction.standings().counts()));
    }

    /** Where an article is, by its id, its address, or the end of one of its permalinks. */
    public Optional<Whereabouts> where(String idOrAddress) {
        return store.read(transaction ->
                find(transaction, idOrAddress.strip()).map(article -> whereabouts(transaction, article)));
    }

    static Optional<KnownArticle> find(Transaction transaction, String idOrAddress) {
        try {
            URI address = SightedAddress.clean(URI.create(idOrAddress));
            return transaction.articles().find(address).or(() -> byId(transaction, idOrAddress));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A permalink of ours holds the id as one of its steps. */
    private static Optional<KnownArticle> byId(Transaction transaction, String text) {
        for (String step : text.split("[/?#]")) {
            if (step.matches("[a-z2-7]{12}")) {
                Optional<KnownArticle> article = transaction.articles().find(new ArticleId(step));
                if (article.isPresent()) {
                    return article;
                }
            }
        }
        return Optional.empty();
    }

    static Whereabouts whereabouts(Transaction transaction, KnownArticle article) {
        List<Standing> standings = transaction.standings().of(article.id());
        Map<LanguageTag, Publication> publications =
                byEdition(standings, edition -> transaction.log().find(edition, article.id()));
        Map<LanguageTag, Translation> heldBack =
                byEdition(standings, edition -> transaction.standings().candidate(article.id(), edition));
        return new Whereabouts(
                article,
                transaction.sources().find(article.source()).orElseThrow().source(),
                transaction.rights().find(article.id()),
                standings,
                publications,
                heldBack,
                transaction.stories().find(new StoryId(article.id())).orElse(null),
                transaction.revisions().of(article.id()),
                transaction.history().of(article.id()));
    }

    private static <T> Map<LanguageTag, T> byEdition(
            List<Standing> standings, Function<LanguageTag, Optional<T>> finder) {
        Map<LanguageTag, T> found = new TreeMap<>();
        for (Standing standing : standings) {
            finder.apply(standing.edition()).ifPresent(one -> found.put(standing.edition(), one));
        }
        return found;
    }

    /** What SQLite says of the file's integrity: {@code ok}, or what is wrong. */
    public String integrity() {
        return store.integrity();
    }

    @Override
    public void close() {
        store.close();
    }
}
