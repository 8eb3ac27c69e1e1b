package org.polywire.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.model.ArticleId;
import org.polywire.model.Grant;
import org.polywire.model.LanguageTag;
import org.polywire.model.Reason;
import org.polywire.model.Sighting;
import org.polywire.model.Source;
import org.polywire.model.SourceId;
import org.polywire.model.Story.Likeness;
import org.polywire.model.StoryId;
import org.polywire.store.Revisions.TextVersion;
import org.polywire.store.Standings.RefusedPair;

/** What editions refused waits again in the languages that can be had now, and only there. */
class ReopenedStandingsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final SourceId FARO = new SourceId("el-faro");
    private static final LanguageTag CATALAN = new LanguageTag("ca");
    private static final LanguageTag SPANISH = new LanguageTag("es");
    private static final LanguageTag ENGLISH = new LanguageTag("en");
    private static final URI HOME = URI.create("https://faro.example/");
    private static final Set<Reason> NO_ROUTE = Set.of(Reason.NO_ROUTE);

    @TempDir
    Path folder;

    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(folder);
        Source source = new Source(FARO, "El Faro", HOME, HOME.resolve("rss"), Grant.FULL);
        store.write(
                transaction -> transaction.sources().save(FollowedSource.added(source, Duration.ofMinutes(5), NOW)));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private ArticleId refused(String path) {
        return refused(path, NOW);
    }

    private ArticleId refused(String path, Instant sighted) {
        URI address = HOME.resolve(path);
        KnownArticle article = KnownArticle.sighted(
                ArticleId.of(address), new Sighting(FARO, address, path, path, null, sighted), address, path);
        store.write(transaction -> {
            transaction.articles().add(article);
            transaction.articles().save(article.extracted(path, path, "", ""));
            transaction
                    .standings()
                    .save(Standing.pending(article.id(), CATALAN, 1).refused(Reason.NO_ROUTE, ""));
        });
        return article.id();
    }

    private void placed(ArticleId article, LanguageTag language) {
        store.write(transaction ->
                transaction.stories().place(article, new StoryId(article), Likeness.FIRST, language, NOW));
    }

    private List<RefusedPair> pairs() {
        return store.read(transaction -> transaction.standings().refused(NO_ROUTE, NOW));
    }

    private static RefusedPair pair(LanguageTag language) {
        return new RefusedPair(CATALAN, Optional.of(language));
    }

    private void reopen(RefusedPair... pairs) {
        store.write(transaction -> transaction.standings().reopen(NO_ROUTE, NOW, List.of(pairs)));
    }

    private Standing.State state(ArticleId article) {
        return store.<Optional<Standing>>read(
                        transaction -> transaction.standings().find(article, CATALAN))
                .orElseThrow()
                .state();
    }

    @Test
    void onlyTheLanguagesThatAreAskedForWaitAgain() {
        ArticleId spanish = refused("a");
        ArticleId english = refused("b");
        placed(spanish, SPANISH);
        placed(english, ENGLISH);
        assertThat(pairs()).containsExactlyInAnyOrder(pair(SPANISH), pair(ENGLISH));
        reopen(pair(SPANISH));
        assertThat(state(spanish)).isEqualTo(Standing.State.PENDING);
        assertThat(state(english)).isEqualTo(Standing.State.REFUSED);
    }

    @Test
    void theLanguageOfTheNewestVersionCounts() {
        ArticleId article = refused("a");
        placed(article, ENGLISH);
        store.write(transaction -> transaction.stories().speaks(article, SPANISH));
        assertThat(pairs()).containsExactly(pair(SPANISH));
        reopen(pair(ENGLISH));
        assertThat(state(article)).isEqualTo(Standing.State.REFUSED);
        reopen(pair(SPANISH));
        assertThat(state(article)).isEqualTo(Standing.State.PENDING);
    }

    @Test
    void whatWasNeverPlacedInAStoryIsOfAnUnknownLanguage() {
        ArticleId article = refused("a");
        RefusedPair unknown = new RefusedPair(CATALAN, Optional.empty());
        assertThat(pairs()).containsExactly(unknown);
        reopen(unknown);
        assertThat(state(article)).isEqualTo(Standing.State.PENDING);
    }

    @Test
    void nothingIsReopenedForNoPair() {
        ArticleId article = refused("a");
        reopen();
        assertThat(state(article)).isEqualTo(Standing.State.REFUSED);
    }

    private void taken(ArticleId id, int version, Instant at) {
        store.write(transaction -> transaction
                .revisions()
                .add(
                        id,
                        new TextVersion(version, at, null),
                        DocumentsTest.translation().article()));
    }

    /** An old article that its source corrected today is news again. */
    @Test
    void theAgeIsThatOfTheRefusedText() {
        Instant old = NOW.minusSeconds(1);
        ArticleId corrected = refused("a", old);
        taken(corrected, 1, NOW);
        ArticleId since = refused("b", old);
        taken(since, 1, old);
        taken(since, 2, NOW);
        ArticleId unknown = refused("c", old);
        RefusedPair pair = new RefusedPair(CATALAN, Optional.empty());
        assertThat(pairs()).containsExactly(pair);
        reopen(pair);
        assertThat(state(corrected)).isEqualTo(Standing.State.PENDING);
        assertThat(state(since)).isEqualTo(Standing.State.REFUSED);
        assertThat(state(unknown)).isEqualTo(Standing.State.REFUSED);
    }
}
