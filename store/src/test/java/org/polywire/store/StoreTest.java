package org.polywire.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.model.Article;
import org.polywire.model.ArticleId;
import org.polywire.model.Bytes;
import org.polywire.model.Finding;
import org.polywire.model.FindingCode;
import org.polywire.model.Grant;
import org.polywire.model.LanguageTag;
import org.polywire.model.Place;
import org.polywire.model.Publication;
import org.polywire.model.Reason;
import org.polywire.model.Revision;
import org.polywire.model.Revision.Change;
import org.polywire.model.Sighting;
import org.polywire.model.Source;
import org.polywire.model.SourceId;
import org.polywire.model.Story;
import org.polywire.model.Story.Likeness;
import org.polywire.model.StoryId;
import org.polywire.store.Revisions.TextVersion;
import org.polywire.store.Stories.KeptSketch;

class StoreTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final LanguageTag CATALAN = new LanguageTag("ca");
    private static final LanguageTag ARABIC = new LanguageTag("ar");
    private static final SourceId FARO = new SourceId("el-faro");

    private static final Revision UPDATE = new Revision(
            Revision.Kind.UPDATE,
            List.of(new Change(Place.HEADLINE, "Un puente", "Dos puentes")),
            "Corrección: eran dos");

    @TempDir
    Path folder;

    private Store store;
    private KnownArticle article;

    @BeforeEach
    void open() {
        store = Store.open(folder);
        Source source = new Source(
                FARO,
                "El Faro",
                URI.create("https://faro.example/"),
                URI.create("https://faro.example/rss"),
                Grant.FULL);
        URI address = URI.create("https://faro.example/a/1");
        article = KnownArticle.sighted(
                ArticleId.of(address), new Sighting(FARO, address, "g1", "Un puente", null, NOW), address, "m1");
        store.write(transaction -> {
            transaction.sources().save(FollowedSource.added(source, Duration.ofMinutes(5), NOW));
            transaction.articles().add(article);
        });
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whoWaitsForAConnectionIsNotTurnedAwayOnAStarvedMachine() throws SQLException {
        long patience = store.dataSource().unwrap(HikariDataSource.class).getConnectionTimeout();
        assertThat(Duration.ofMillis(patience)).isGreaterThanOrEqualTo(Duration.ofMinutes(5));
    }

    private Publication publish(LanguageTag edition, int version) {
        return store.change(transaction ->
                transaction.log().publish(edition, article, version, DocumentsTest.translation(), UPDATE, NOW));
    }

    @Test
    void whatWasSavedIsThereAfterReopening() {
        Article document = DocumentsTest.article();
        KnownArticle extracted =
                article.extracted("Un puente", "f1", "\"e\"", "").visitedNext(NOW.plusSeconds(60));
        store.write(transaction -> {
            transaction.articles().save(extracted);
            transaction.articles().saveDocument(article.id(), document);
        });
        store.close();
        store = Store.open(folder);
        var known = store.read(transaction -> transaction.articles().find(article.id()));
        assertThat(known).contains(extracted);
        var saved = store.read(transaction -> transaction.articles().document(article.id()));
        assertThat(saved).contains(document);
        var byCanonicalAddress =
                store.read(transaction -> transaction.articles().find(document.address()));
        assertThat(byCanonicalAddress).contains(extracted);
        assertThat(store.integrity()).isEqualTo("ok");
    }

    @Test
    void aSourceRemembersItsFailures() {
        FollowedSource followed =
                store.read(transaction -> transaction.sources().find(FARO)).orElseThrow();
        FollowedSource failed = followed.failed(Reason.TIMEOUT, "20 s", NOW.plusSeconds(30));
        store.write(transaction -> transaction.sources().save(failed));
        var sources = store.read(transaction -> transaction.sources().all());
        assertThat(sources).containsExactly(failed);
    }

    @Test
    void theSameVersionIsNotPublishedTwice() {
        publish(CATALAN, 1);
        assertThatThrownBy(() -> publish(CATALAN, 1));
        publish(CATALAN, 2);
        assertThatThrownBy(() -> publish(CATALAN, 2));
        var entries = store.read(transaction -> transaction.log().after(0, 10));
        assertThat(entries).hasSize(2);
    }

    @Test
    void aLaterVersionIsACorrectionThatKeepsItsFirstDate() {
        Publication first = publish(CATALAN, 1);
        Publication second = store.change(transaction -> transaction
                .log()
                .publish(CATALAN, article, 2, DocumentsTest.translation(), UPDATE, NOW.plusSeconds(60)));
        assertThat(first).isInstanceOf(Publication.Published.class);
        assertThat(second).isInstanceOf(Publication.Corrected.class);
        assertThat(second.entry().firstAt()).isEqualTo(first.entry().firstAt());
        assertThat(latest()).containsExactly(second);
    }

    @Test
    void aWithdrawnArticleLeavesATombstoneInEveryEditionThatShowedIt() {
        publish(CATALAN, 1);
        assertThat(withdraw(ARABIC)).isEmpty();
        assertThat(withdraw(CATALAN)).containsInstanceOf(Publication.Withdrawn.class);
        assertThat(withdraw(CATALAN)).isEmpty();
        assertThat(latest()).isEmpty();
        var tombstone = store.read(transaction -> transaction.log().find(CATALAN, article.id()));
        assertThat(tombstone).containsInstanceOf(Publication.Withdrawn.class);
        var editions = store.read(transaction -> transaction.log().editionsOf(article.id()));
        assertThat(editions).isEmpty();
    }

    private Optional<Publication> withdraw(LanguageTag edition) {
        return store.change(transaction -> transaction.log().withdraw(edition, article, Reason.SOURCE_WITHDREW, NOW));
    }

    private List<Publication> latest() {
        return store.read(transaction -> transaction.log().latest(CATALAN, 10));
    }

    @Test
    void thePagesFollowFromTheLogAlone() {
        publish(CATALAN, 1);
        publish(ARABIC, 1);
        publish(CATALAN, 2);
        withdraw(ARABIC);
        List<Publication> before = latest();
        store.write(transaction -> transaction.log().rebuildPages());
        assertThat(latest()).isEqualTo(before);
        var editions = store.read(transaction -> transaction.log().editionsOf(article.id()));
        assertThat(editions).isEqualTo(Set.of(CATALAN));
    }

    @Test
    void aTransactionThatThrowsLeavesNoTrace() {
        assertThatThrownBy(() -> store.write(transaction -> {
                    transaction.log().publish(CATALAN, article, 1, DocumentsTest.translation(), UPDATE, NOW);
                    throw new IllegalStateException("power failed");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(latest()).isEmpty();
    }

    /** The database gives the number of an entry that was undone to the next one. */
    @Test
    void anEntryThatWasReadAndThenUndoneIsNotTakenForTheOneThatHasItsNumber() {
        assertThatThrownBy(() -> store.write(transaction -> {
                    transaction.log().publish(CATALAN, article, 1, DocumentsTest.translation(), UPDATE, NOW);
                    assertThat(transaction.log().latest(CATALAN, 1)).hasSize(1);
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");
        Publication other = publish(ARABIC, 1);
        var entries = store.read(transaction -> transaction.log().after(0, 10));
        assertThat(entries).containsExactly(other);
        assertThat(entries.getFirst().entry().edition()).isEqualTo(ARABIC);
    }

    @Test
    void anEntryIsReadOutOfItsWrittenFormOnce() {
        publish(CATALAN, 1);
        List<Publication> latest = store.read(transaction -> transaction.log().latest(CATALAN, 1));
        Optional<Publication> found =
                store.read(transaction -> transaction.log().find(CATALAN, article.id()));
        List<Publication> changed =
                store.change(transaction -> transaction.log().entries(CATALAN, article.id()));
        assertThat(found).containsSame(latest.getFirst());
        assertThat(changed.getFirst()).isSameAs(latest.getFirst());
    }

    @Test
    void aHeldTranslationIsKeptWithItsFindings() {
        Finding finding =
                new Finding(FindingCode.NUMBER_CHANGED, Finding.Severity.HOLD, Place.BODY.child(3), "1.200 → 1.300");
        Standing held = Standing.pending(article.id(), CATALAN, 1).held(List.of(finding));
        store.write(transaction -> transaction.standings().save(held, DocumentsTest.translation()));
        var standings = store.read(transaction -> transaction.standings().of(article.id()));
        assertThat(standings).containsExactly(held);
        var candidate = store.read(transaction -> transaction.standings().candidate(article.id(), CATALAN));
        assertThat(candidate).contains(DocumentsTest.translation());
    }

    @Test
    void historyIsInOrder() {
        Event sighted = new Event(article.id(), null, NOW, Event.Step.SIGHTED, "", "");
        Event held = new Event(article.id(), CATALAN, NOW, Event.Step.HELD, "LENGTH_RATIO", "too short");
        store.write(transaction -> transaction.history().add(sighted));
        store.write(transaction -> transaction.history().add(held));
        var events = store.read(transaction -> transaction.history().of(article.id()));
        assertThat(events).containsExactly(sighted, held);
    }

    private KnownArticle another(String path) {
        URI address = URI.create("https://faro.example/" + path);
        KnownArticle other = KnownArticle.sighted(
                ArticleId.of(address), new Sighting(FARO, address, path, path, null, NOW), address, "m");
        store.write(transaction -> transaction.articles().add(other));
        return other;
    }

    private void placed(KnownArticle member, KnownArticle first, Likeness likeness, int seconds) {
        store.write(transaction -> transaction
                .stories()
                .place(
                        member.id(),
                        new StoryId(first.id()),
                        likeness,
                        new LanguageTag("es"),
                        NOW.plusSeconds(seconds)));
    }

    private void published(KnownArticle shown, int seconds) {
        store.write(transaction -> transaction
                .log()
                .publish(CATALAN, shown, 1, DocumentsTest.translation(), UPDATE, NOW.plusSeconds(seconds)));
    }

    @Test
    void aStoryHasOnePlaceOnTheFrontPageAndAllItsVersions() {
        KnownArticle copy = another("b");
        KnownArticle other = another("c");
        placed(article, article, Likeness.FIRST, 0);
        placed(copy, article, Likeness.COPY, 5);
        placed(other, other, Likeness.FIRST, 9);
        published(copy, 20);
        published(other, 30);
        published(article, 40);
        assertThat(store.<List<Publication>>read(
                        transaction -> transaction.log().front(CATALAN, 10)))
                .extracting(publication -> publication.entry().article())
                .containsExactly(other.id(), copy.id());
        assertThat(store.<List<Publication>>read(
                        transaction -> transaction.tellings().in(CATALAN, new StoryId(article.id()))))
                .extracting(publication -> publication.entry().article())
                .containsExactly(copy.id(), article.id());
        store.write(
                transaction -> transaction.log().withdraw(CATALAN, copy, Reason.SOURCE_WITHDREW, NOW.plusSeconds(50)));
        assertThat(store.<List<Publication>>read(
                        transaction -> transaction.log().front(CATALAN, 10)))
                .extracting(publication -> publication.entry().article())
                .containsExactly(article.id(), other.id());
    }

    @Test
    void aMergedStoryIsFoundByEitherName() {
        KnownArticle other = another("b");
        placed(article, article, Likeness.FIRST, 0);
        placed(other, other, Likeness.FIRST, 5);
        store.write(transaction -> transaction.stories().merge(new StoryId(other.id()), new StoryId(article.id())));
        Story story = store.<Optional<Story>>read(
                        transaction -> transaction.stories().find(new StoryId(other.id())))
                .orElseThrow();
        assertThat(story.id()).isEqualTo(new StoryId(article.id()));
        assertThat(story.versions())
                .extracting(Story.Version::likeness)
                .containsExactly(Likeness.FIRST, Likeness.SAME_EVENT);
    }

    @Test
    void aWithdrawnArticleIsNoVersionOfItsStory() {
        placed(article, article, Likeness.FIRST, 0);
        store.write(transaction -> transaction.articles().save(article.at(Stage.WITHDRAWN, Reason.TAKEN_DOWN, "", 0)));
        assertThat(store.<Optional<Story>>read(
                        transaction -> transaction.stories().find(new StoryId(article.id()))))
                .isEmpty();
    }

    @Test
    void sketchesAreKeptForTheWindowInOrder() {
        placed(article, article, Likeness.FIRST, 0);
        Bytes sketch = Bytes.copyOf(new byte[] {1, 2, 3});
        store.write(transaction -> {
            transaction.stories().keep(article.id(), new LanguageTag("es"), NOW, sketch);
            transaction.stories().keep(article.id(), CATALAN, NOW.plusSeconds(60), sketch);
        });
        assertThat(store.<List<KeptSketch>>read(
                        transaction -> transaction.stories().sketches(NOW)))
                .extracting(KeptSketch::original, KeptSketch::sketch)
                .containsExactly(tuple(true, sketch), tuple(false, sketch));
        store.write(transaction -> transaction.stories().forget(NOW.plusSeconds(1)));
        assertThat(store.<List<KeptSketch>>read(
                        transaction -> transaction.stories().sketches(NOW)))
                .hasSize(1);
    }

    @Test
    void everyTextOfAnArticleIsKeptWithItsDifference() {
        Article text = DocumentsTest.translation().article();
        store.write(transaction -> {
            transaction.revisions().add(article.id(), new TextVersion(1, NOW, null), text);
            transaction.revisions().add(article.id(), new TextVersion(2, NOW.plusSeconds(60), UPDATE), text);
        });
        assertThat(store.<List<TextVersion>>read(
                        transaction -> transaction.revisions().of(article.id())))
                .containsExactly(new TextVersion(1, NOW, null), new TextVersion(2, NOW.plusSeconds(60), UPDATE));
        assertThat(store.<Optional<Article>>read(
                        transaction -> transaction.revisions().document(article.id(), 1)))
                .contains(text);
    }

    @Test
    void aCorrectionSaysHowItsTextDiffers() {
        published(article, 0);
        Publication second = store.change(transaction -> transaction
                .log()
                .publish(CATALAN, article, 2, DocumentsTest.translation(), UPDATE, NOW.plusSeconds(60)));
        assertThat(second)
                .isInstanceOfSatisfying(
                        Publication.Corrected.class,
                        corrected -> assertThat(corrected.revision()).isEqualTo(UPDATE));
        assertThat(store.<List<Publication>>read(
                        transaction -> transaction.log().entries(CATALAN, article.id())))
                .hasSize(2);
    }
}
