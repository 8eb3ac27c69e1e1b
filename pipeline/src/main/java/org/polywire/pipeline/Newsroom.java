package org.polywire.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.polywire.check.Checks;
import org.polywire.extract.Extractor;
import org.polywire.gather.Courier;
import org.polywire.gather.FeedReading.Feed;
import org.polywire.gather.Gatherer;
import org.polywire.gather.PageRights;
import org.polywire.model.ArticleId;
import org.polywire.model.Reason;
import org.polywire.model.Source;
import org.polywire.model.SourceId;
import org.polywire.store.Event;
import org.polywire.store.FollowedSource;
import org.polywire.store.Standings.RefusedPair;
import org.polywire.store.Store;
import org.polywire.translate.Translator;

/**
 * The newsroom: it follows sources and brings each of their articles to its end in every edition, by itself.
 *
 * <p>What it has begun survives a crash at any instant: after {@link #open} on the same folder and {@link #start} it goes on where
 * it was. Safe to share between threads. It does not own the parts that it is given; who made them closes them after it.
 */
public final class Newsroom implements AutoCloseable {
    /** What other engines, floors or limits may change: tried again at each start, and when engines came. */
    public static final Set<Reason> REOPENED = Set.of(
            Reason.NO_ROUTE, Reason.BELOW_FLOOR, Reason.ORIGINAL_NOT_CARRIED, Reason.ARTICLE_TOO_LONG, Reason.TOO_LATE);

    private final NewsroomConfig config;
    private final FileLock lock;
    private final Store store;
    private final Chronicle chronicle;
    private final Archive archive;
    private final Intake intake;
    private final Translator translator;
    private final ArticleWork work;
    private final Work duties = new Work();
    private final Watch watch;
    private final Agenda agenda;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Set<SourceId> followed = ConcurrentHashMap.newKeySet();
    private volatile Optional<Push> push = Optional.empty();

    private Newsroom(NewsroomConfig config, FileLock lock, Store store, Parts parts, Duration deadline) {
        this.config = config;
        this.lock = lock;
        this.store = store;
        this.clock = parts.clock();
        this.random = parts.random();
        this.translator = parts.translator();
        chronicle = new Chronicle(store);
        archive = new Archive(store);
        watch = new Watch(store, clock.instant());
        Cores cores = new Cores(Runtime.getRuntime().availableProcessors());
        intake = new Intake(store, chronicle, parts.gatherer(), config.rhythm(), clock, parts.random());
        RightsDesk rights = new RightsDesk(store, new PageRights(parts.gatherer(), clock), clock);
        StoryDesk stories = new StoryDesk(store, clock.instant());
        Visit visit = new Visit(
                store,
                chronicle,
                parts.gatherer(),
                rights,
                parts.extractor(),
                stories,
                cores,
                config,
                clock,
                parts.random());
        Production production = new Production(
                store,
                chronicle,
                parts.translator(),
                parts.checks(),
                stories,
                cores,
                config.rhythm(),
                clock,
                parts.random());
        work = new ArticleWork(store, visit, production, config.editions(), clock);
        agenda = new Agenda(store, duties, config.workers(), deadline, clock);
    }

    /** The modules that do the work, and where time and chance come from. */
    public record Parts(
            Gatherer gatherer,
            Extractor extractor,
            Translator translator,
            Checks checks,
            InstantSource clock,
            RandomGenerator random) {}

    /**
     * Opens a newsroom on its data folder; it does nothing before {@link #start}.
     *
     * @param deadline how long {@link #close} waits for what is under way
     * @throws DataFolderInUse if another newsroom works on the folder
     */
    public static Newsroom open(NewsroomConfig config, Parts parts, Duration deadline) {
        FileLock lock = lock(config.data());
        Store store = Store.open(config.data());
        store.write(transaction -> transaction.tasks().release());
        parts.gatherer().rememberIn(StoredHosts.in(store, parts.clock().instant()));
        return new Newsroom(config, lock, store, parts, deadline);
    }

    /** Another newsroom works on the data folder. */
    public static final class DataFolderInUse extends RuntimeException {
        DataFolderInUse(Path folder) {
            super("another Polywire is at work on " + folder);
        }
    }

    private static FileLock lock(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(
                    folder.resolve("newsroom.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new DataFolderInUse(folder);
            }
            return lock;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to the data folder " + folder, e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Begins, or goes on: engines, floors and limits may be others than before. */
    public void start() {
        reopen();
        agenda.start();
        sweep();
    }

    /**
     * Follows a source from now on; one that is known keeps its memory and takes on the given name, feed and grant. One that has
     * ended is not asked again unless it has another feed.
     */
    public void follow(Source source) {
        follow(List.of(source));
    }

    /** The same for many, at the cost of one. */
    public void follow(List<Source> sources) {
        follow(sources, known -> known);
    }

    /** Follows a source that was just seen alive, even if it had ended. */
    public void revive(Source source) {
        follow(List.of(source), known -> known.revived(clock.instant()));
    }

    private void follow(List<Source> sources, UnaryOperator<FollowedSource> change) {
        store.write(transaction -> sources.forEach(source -> {
            FollowedSource known = transaction
                    .sources()
                    .find(source.id())
                    .map(before -> change.apply(before.of(source)))
                    .orElseGet(
                            () -> FollowedSource.added(source, config.rhythm().pollMin(), clock.instant()));
            transaction.sources().save(known);
        }));
        List<SourceId> ids = sources.stream().map(Source::id).toList();
        followed.addAll(ids);
        agenda.wakeAll(ids);
    }

    /**
     * Has the hubs of sources bring their news from now on; to be called before {@link #start}, by who serves the callbacks.
     *
     * @param callbacks the address under which hubs find us, with a final slash
     */
    public Push push(Courier courier, URI callbacks) {
        Push subscriber = new Push(
                store,
                intake,
                courier,
                callbacks,
                config.rhythm(),
                clock,
                random,
                new Push.Wake(this::wakeAll, agenda::wake));
        push = Optional.of(subscriber);
        return subscriber;
    }

    /** Takes what a source lists from elsewhere, such as an archive; the source is not polled for it. */
    public void receive(Source source, Feed feed) {
        store.write(transaction -> {
            if (transaction.sources().find(source.id()).isEmpty()) {
                transaction
                        .sources()
                        .save(FollowedSource.added(source, config.rhythm().pollMin(), clock.instant()));
            }
        });
        wakeAll(intake.take(source.id(), feed));
    }

    /** A newsroom without editions only sights: nobody would read what it took. */
    private void wakeAll(List<ArticleId> articles) {
        if (!config.editions().isEmpty()) {
            agenda.wakeAllArticles(articles);
        }
    }

    /** Translates what no engine could, now that there are others; what is so old that its page is not looked at any more stays as it is. */
    public void enginesChanged() {
        reopen();
        sweep();
    }

    /** Only what may have a way now; what waits for a budget need not wait for the next month's if it was raised. */
    private void reopen() {
        Instant now = clock.instant();
        Instant since = now.minus(config.rhythm().revisitFor());
        List<RefusedPair> refused =
                store.read(transaction -> transaction.standings().refused(REOPENED, since));
        List<RefusedPair> reached = refused.stream().filter(this::reaches).toList();
        store.write(transaction -> {
            transaction.standings().reopen(REOPENED, since, reached);
            transaction.standings().hasten(Reason.ENGINE_PAUSED, now);
        });
    }

    private boolean reaches(RefusedPair pair) {
        return config.editions().stream()
                .filter(edition -> edition.language().equals(pair.edition()))
                .anyMatch(edition -> pair.language()
                        .map(language -> translator.reaches(language, edition))
                        .orElse(true));
    }

    /** Hears of every event once it is on the disk. The listener is called on working threads and must be quick. */
    public void listen(Consumer<Event> listener) {
        chronicle.listen(listener);
    }

    /** For what follows the log. */
    Store store() {
        return store;
    }

    /** What the newsroom has done so far; closed with the newsroom. */
    public Archive archive() {
        return archive;
    }

    /** Whether each followed source was polled at least once and no article waits for its next step. */
    public boolean isIdle() {
        boolean polled = followed.stream()
                .flatMap(id -> archive.source(id).stream())
                .allMatch(source -> source.lastSuccess() != null || source.failures() > 0);
        return polled && archive.overview().settled();
    }

    /** Puts whatever is due on the agenda. */
    private void sweep() {
        Instant now = clock.instant();
        watch.look(now);
        agenda.wakeAll(store.read(transaction -> transaction.sources().due(now)).stream()
                .filter(followed::contains)
                .toList());
        if (push.isPresent()) {
            store.read(transaction -> transaction.push().due(now)).stream()
                    .filter(followed::contains)
                    .forEach(agenda::wakeHub);
        }
        if (config.editions().isEmpty()) {
            return;
        }
        List<ArticleId> visits =
                store.read(transaction -> transaction.articles().due(now));
        List<ArticleId> editions =
                store.read(transaction -> transaction.standings().due(now));
        agenda.wakeAllArticles(visits);
        agenda.wakeAllArticles(editions);
    }

    /** Ends in order: starts nothing new, waits for what is under way until the deadline, closes the memory. */
    @Override
    public void close() {
        agenda.stop();
        store.close();
        try {
            lock.acquiredBy().close();
        } catch (IOException e) {
            throw new UncheckedIOException("the lock of " + config.data(), e);
        }
    }

    private final class Work implements Agenda.Duties {
        @Override
        public void poll(SourceId id) {
            if (followed.contains(id)) {
                wakeAll(intake.poll(id));
                nextSubscription(id)
                        .filter(next -> !next.isAfter(clock.instant()))
                        .ifPresent(next -> agenda.wakeHub(id));
            }
        }

        @Override
        public void subscribe(SourceId id) {
            push.ifPresent(subscriber -> subscriber.advance(id));
        }

        @Override
        public Optional<Instant> nextSubscription(SourceId id) {
            return push.filter(subscriber -> followed.contains(id)).flatMap(subscriber -> subscriber.next(id));
        }

        @Override
        public Optional<Instant> nextPoll(SourceId id) {
            return archive.source(id)
                    .filter(source -> followed.contains(id) && !source.ended())
                    .map(FollowedSource::nextPoll);
        }

        @Override
        public void advance(ArticleId id) {
            work.advance(id);
        }

        @Override
        public Optional<Instant> next(ArticleId id) {
            return work.next(id);
        }

        @Override
        public void sweep() {
            Newsroom.this.sweep();
        }
    }
}
