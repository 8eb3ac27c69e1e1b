package org.polywire.pipeline;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.polywire.check.Checks;
import org.polywire.check.Policy;
import org.polywire.extract.Extractor;
import org.polywire.gather.Courier;
import org.polywire.gather.GatherConfig;
import org.polywire.gather.Gatherer;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Article;
import org.polywire.model.Edition;
import org.polywire.model.Fitness;
import org.polywire.model.Grant;
import org.polywire.model.LanguageTag;
import org.polywire.model.Publication;
import org.polywire.model.Source;
import org.polywire.model.SourceId;
import org.polywire.store.Event;
import org.polywire.store.FollowedSource;
import org.polywire.store.KnownArticle;
import org.polywire.store.Standing;
import org.polywire.testkit.MutableClock;
import org.polywire.translate.Translator;

/** A newsroom that follows a {@link SmallPress}, with a Spanish edition of originals and a Finnish one, and a clock set by hand. */
final class SmallNewsroom implements AutoCloseable {
    private static final LanguageIdentifier IDENTIFIER = LanguageIdentifier.load();
    private static final LanguageTag SPANISH = new LanguageTag("es");
    /** Between two looks. The newsroom's time goes on by as much: its scheduler looks for work again by its own clock. */
    private static final Duration TICK = Duration.ofMillis(5);

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final SmallPress press;
    private final MutableClock clock;
    private final Gatherer gatherer;
    private final Translator translator;
    private final Newsroom newsroom;
    private final List<Event> heard = new CopyOnWriteArrayList<>();

    SmallNewsroom(Path folder, SmallPress press) {
        this(folder, press, Grant.FULL);
    }

    SmallNewsroom(Path folder, SmallPress press, Grant grant) {
        this(folder, press, grant, gatherer(press));
    }

    /** With a gatherer that it closes. */
    SmallNewsroom(Path folder, SmallPress press, Gatherer gatherer) {
        this(folder, press, Grant.FULL, gatherer);
    }

    private SmallNewsroom(Path folder, SmallPress press, Grant grant, Gatherer gatherer) {
        this(
                folder,
                press,
                grant,
                gatherer,
                new Translator(List.of(), IDENTIFIER, press.clock()),
                "fi",
                new Checks(IDENTIFIER));
    }

    /** With a translator that it closes, for an edition in this language. */
    SmallNewsroom(Path folder, SmallPress press, Translator translator, String edition) {
        this(folder, press, translator, edition, Policy.standard());
    }

    /** The same, with what the checks ask. */
    SmallNewsroom(Path folder, SmallPress press, Translator translator, String edition, Policy policy) {
        this(folder, press, Grant.FULL, gatherer(press), translator, edition, new Checks(IDENTIFIER, policy));
    }

    private SmallNewsroom(
            Path folder,
            SmallPress press,
            Grant grant,
            Gatherer gatherer,
            Translator translator,
            String edition,
            Checks checks) {
        this(
                folder,
                press,
                grant,
                gatherer,
                translator,
                List.of(
                        new Edition(SPANISH, "El Cable", Fitness.NEWS, true),
                        new Edition(new LanguageTag(edition), "Kaapeli", Fitness.NEWS, true)),
                checks);
    }

    /** With a translator that it closes, for a Spanish edition alone, which carries originals or does not. */
    SmallNewsroom(Path folder, SmallPress press, Translator translator, boolean originals) {
        this(
                folder,
                press,
                Grant.FULL,
                gatherer(press),
                translator,
                List.of(new Edition(SPANISH, "El Cable", Fitness.NEWS, originals)),
                new Checks(IDENTIFIER));
    }

    private SmallNewsroom(
            Path folder,
            SmallPress press,
            Grant grant,
            Gatherer gatherer,
            Translator translator,
            List<Edition> editions,
            Checks checks) {
        this.press = press;
        this.gatherer = gatherer;
        clock = press.clock();
        this.translator = translator;
        NewsroomConfig config = new NewsroomConfig(folder, editions, Rhythm.defaults(), 4);
        newsroom = Newsroom.open(
                config,
                new Newsroom.Parts(gatherer, new Extractor(IDENTIFIER), translator, checks, clock, new Random(1)),
                Duration.ofSeconds(5));
        newsroom.listen(heard::add);
        newsroom.start();
        follow(grant);
    }

    Push push(Courier courier, URI callbacks) {
        return newsroom.push(courier, callbacks);
    }

    Gatherer gatherer() {
        return gatherer(press);
    }

    private static Gatherer gatherer(SmallPress press) {
        return new Gatherer(GatherConfig.defaults().withAllowed(Set.of(press.authority())), press.clock());
    }

    /** Follows something else of the press. */
    void follow(Source source) {
        newsroom.follow(source);
    }

    /** Follows what was just seen alive. */
    void revive(Source source) {
        newsroom.revive(source);
    }

    List<KnownArticle> articles() {
        return newsroom.archive().articles();
    }

    FollowedSource source(String id) {
        return newsroom.archive().source(new SourceId(id)).orElseThrow();
    }

    private void follow(Grant grant) {
        newsroom.follow(
                new Source(new SourceId("el-faro"), "El Faro", press.address("/"), press.address("/rss.xml"), grant));
    }

    void enginesChanged() {
        newsroom.enginesChanged();
    }

    /** Waits until the press has been polled since the last change and nothing is under way. */
    void settle() {
        later(Duration.ofHours(13));
    }

    /** Lets time pass and waits until everything that is then due is done. */
    void later(Duration duration) {
        clock.advance(duration);
        Instant now = clock.instant();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!done(now)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not settled: " + newsroom.archive().overview() + " "
                        + newsroom.archive().sources());
            }
            LockSupport.parkNanos(TICK.toNanos());
            clock.advance(TICK);
        }
    }

    /** Lets time pass, little by little, until something is so. */
    void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("it did not come about");
            }
            LockSupport.parkNanos(TICK.toNanos());
            clock.advance(TICK);
        }
    }

    private boolean done(Instant now) {
        boolean polled = newsroom.archive().sources().stream()
                .map(FollowedSource::nextPoll)
                .allMatch(now::isBefore);
        boolean visited = newsroom.archive().articles().stream()
                .flatMap(article -> Optional.ofNullable(article.nextVisit()).stream())
                .allMatch(clock.instant()::isBefore);
        return polled && visited && newsroom.isIdle();
    }

    Whereabouts where(String path) {
        return newsroom.archive().where(press.address(path).toString()).orElseThrow();
    }

    Standing standing(String path, String edition) {
        return where(path).standings().stream()
                .filter(standing -> standing.edition().value().equals(edition))
                .findFirst()
                .orElseThrow();
    }

    List<Publication> latest() {
        return newsroom.archive().latest(SPANISH, 100);
    }

    List<Article> texts() {
        return latest().stream()
                .map(publication -> switch (publication) {
                    case Publication.Published(var entry, var translation) -> translation.article();
                    case Publication.Corrected(var entry, var translation, var revision) -> translation.article();
                    case Publication.Withdrawn withdrawn -> throw new AssertionError("shown: " + withdrawn);
                })
                .toList();
    }

    List<String> headlines() {
        return texts().stream().map(Article::headline).toList();
    }

    Archive archive() {
        return newsroom.archive();
    }

    List<Event> heard() {
        return List.copyOf(heard);
    }

    @Override
    public void close() {
        newsroom.close();
        translator.close();
        gatherer.close();
    }
}
