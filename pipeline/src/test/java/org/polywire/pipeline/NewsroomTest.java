package org.polywire.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.gather.Gatherer;
import org.polywire.model.Grant;
import org.polywire.model.Publication;
import org.polywire.model.Reason;
import org.polywire.store.Event;
import org.polywire.store.Stage;
import org.polywire.store.Standing;
import org.polywire.testkit.Answers;

/** The whole line on a real server, with an edition that carries originals, so that no engine is needed. */
class NewsroomTest {
    @TempDir
    Path folder;

    private SmallPress press;
    private SmallNewsroom newsroom;

    @BeforeEach
    void open() {
        press = new SmallPress();
        newsroom = new SmallNewsroom(folder, press);
    }

    @AfterEach
    void close() {
        newsroom.close();
        press.close();
    }

    @Test
    void anArticleInTheFeedIsPublishedWithItsHistory() {
        press.article("/a", "El puerto abre de noche");
        newsroom.settle();
        Whereabouts where = newsroom.where("/a");
        assertThat(where.article().stage()).isEqualTo(Stage.EXTRACTED);
        assertThat(where.standings()).extracting(Standing::state).contains(Standing.State.PUBLISHED);
        assertThat(where.history())
                .extracting(Event::step)
                .containsSubsequence(Event.Step.SIGHTED, Event.Step.EXTRACTED, Event.Step.PUBLISHED);
        assertThat(newsroom.headlines()).containsExactly("El puerto abre de noche");
    }

    @Test
    void anEditionWithoutARouteRefusesWithTheReason() {
        press.article("/a", "El puerto abre de noche");
        newsroom.settle();
        assertThat(newsroom.standing("/a", "fi").reason()).isEqualTo(Reason.NO_ROUTE);
    }

    @Test
    void aCorrectionReplacesTheTextAtTheSamePermalink() {
        press.article("/a", "El puerto abre de noche");
        newsroom.settle();
        Publication before = newsroom.latest().getFirst();
        press.article("/a", "El puerto abre de día");
        newsroom.later(Duration.ofMinutes(10));
        Publication after = newsroom.latest().getFirst();
        assertThat(newsroom.headlines()).containsExactly("El puerto abre de día");
        assertThat(after).isInstanceOf(Publication.Corrected.class);
        assertThat(after.entry().article()).isEqualTo(before.entry().article());
        assertThat(after.entry().firstAt()).isEqualTo(before.entry().firstAt());
    }

    @Test
    void aPageThatWasTouchedButNotChangedIsNoCorrection() {
        press.article("/a", "El puerto abre de noche");
        newsroom.settle();
        press.touch("/a");
        newsroom.later(Duration.ofMinutes(10));
        assertThat(newsroom.latest()).hasOnlyElementsOfType(Publication.Published.class);
        assertThat(press.visits("/a")).isEqualTo(2);
    }

    @Test
    void aGonePageLeavesATombstone() {
        press.article("/a", "El puerto abre de noche");
        newsroom.settle();
        press.answer("/a", Answers.status(410));
        newsroom.later(Duration.ofMinutes(10));
        assertThat(newsroom.headlines()).isEmpty();
        assertThat(newsroom.where("/a").publications().values())
                .hasOnlyElementsOfType(Publication.Withdrawn.class)
                .isNotEmpty();
        assertThat(newsroom.where("/a").article().reason()).isEqualTo(Reason.SOURCE_WITHDREW);
        assertThat(newsroom.standing("/a", "es").state()).isEqualTo(Standing.State.WITHDRAWN);
        assertThat(newsroom.standing("/a", "fi").reason()).isEqualTo(Reason.NO_ROUTE);
    }

    @Test
    void aMissingPageIsWithdrawnOnlyAfterThreeVisits() {
        press.article("/a", "El puerto abre de noche");
        newsroom.settle();
        press.answer("/a", Answers.status(404));
        newsroom.later(Duration.ofMinutes(10));
        assertThat(newsroom.headlines()).hasSize(1);
        newsroom.later(Duration.ofMinutes(10));
        newsroom.later(Duration.ofMinutes(10));
        assertThat(newsroom.headlines()).isEmpty();
    }

    @Test
    void aServerThatFailsSaysNothingOfItsPages() {
        press.article("/a", "El puerto abre de noche");
        newsroom.settle();
        press.answer("/a", Answers.status(503));
        for (int i = 0; i < 5; i++) {
            newsroom.later(Duration.ofHours(1));
        }
        press.answer("/a", Answers.status(404));
        newsroom.later(Duration.ofHours(1));
        assertThat(newsroom.where("/a").article().attempts())
                .as("the first miss")
                .isOne();
        newsroom.later(Duration.ofHours(1));
        assertThat(newsroom.headlines()).hasSize(1);
        press.answer("/a", Answers.status(503));
        newsroom.later(Duration.ofHours(1));
        assertThat(newsroom.where("/a").article().reason()).isEqualTo(Reason.NOT_FOUND);
        press.answer("/a", Answers.status(404));
        newsroom.later(Duration.ofHours(7));
        assertThat(newsroom.headlines()).as("the third miss").isEmpty();
    }

    @Test
    void aReservationMadeLaterTakesTheArticleDown() {
        press.article("/a", "El puerto abre de noche");
        newsroom.settle();
        press.reserve("/a");
        newsroom.later(Duration.ofMinutes(10));
        assertThat(newsroom.headlines()).isEmpty();
        assertThat(newsroom.where("/a").article().reason()).isEqualTo(Reason.RIGHTS_RESERVED);
    }

    @Test
    void aFailingServerIsTriedAgainAndTheArticleThenPublished() {
        press.article("/a", "El puerto abre de noche");
        press.failFirst("/a", Answers.status(500));
        newsroom.settle();
        assertThat(newsroom.where("/a").article().stage()).isEqualTo(Stage.FAILED);
        assertThat(newsroom.where("/a").article().reason()).isEqualTo(Reason.SERVER_ERROR);
        assertThat(newsroom.where("/a").article().nextVisit()).isNotNull();
        newsroom.later(Duration.ofMinutes(1));
        assertThat(newsroom.headlines()).hasSize(1);
    }

    @Test
    void aFailureThatLastsIsGivenUpWithItsReason() {
        press.article("/a", "El puerto abre de noche");
        press.answer("/a", Answers.status(404));
        newsroom.settle();
        for (int i = 0; i < Rhythm.defaults().tries(); i++) {
            newsroom.later(Duration.ofHours(8));
        }
        assertThat(newsroom.where("/a").article().stage()).isEqualTo(Stage.REFUSED);
        assertThat(newsroom.where("/a").article().reason()).isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void oneBadPageDoesNotKeepTheOthersBack() {
        press.article("/a", "El puerto abre de noche");
        press.article("/b", "La lonja cambia de sitio");
        press.answer("/a", Answers.ok("text/html", ""));
        newsroom.settle();
        assertThat(newsroom.headlines()).containsExactly("La lonja cambia de sitio");
        assertThat(newsroom.where("/a").article().reason()).isEqualTo(Reason.EMPTY_PAGE);
    }

    @Test
    void oneArticleUnderTwoAddressesIsPublishedOnce() {
        press.article("/a", "El puerto abre de noche");
        press.copy("/a", "/amp/a");
        newsroom.settle();
        assertThat(newsroom.headlines()).hasSize(1);
        assertThat(List.of(
                        newsroom.where("/a").article().stage(),
                        newsroom.where("/amp/a").article().stage()))
                .containsExactlyInAnyOrder(Stage.EXTRACTED, Stage.REFUSED);
    }

    @Test
    void withoutPermissionOnlyHeadlineStandfirstAndLinkAreTaken() {
        newsroom.close();
        newsroom = new SmallNewsroom(folder, press, Grant.HEADLINE);
        press.article("/a", "El puerto abre de noche");
        newsroom.settle();
        assertThat(newsroom.texts().getFirst().body()).isEmpty();
        assertThat(newsroom.headlines()).hasSize(1);
    }

    @Test
    void afterAStopTheNewsroomGoesOnWhereItWas() {
        press.article("/a", "El puerto abre de noche");
        newsroom.settle();
        List<Publication> before = newsroom.latest();
        newsroom.close();
        press.article("/b", "La lonja cambia de sitio");
        newsroom = new SmallNewsroom(folder, press);
        newsroom.later(Duration.ofMinutes(2));
        assertThat(newsroom.latest()).hasSize(2).containsAll(before);
        assertThat(press.visits("/a")).isEqualTo(1);
    }

    @Test
    void aRestartAsksASiteForNothingThatItSaidToday() {
        press.article("/a", "El puerto abre de noche");
        newsroom.settle();
        newsroom.close();
        newsroom = new SmallNewsroom(folder, press);
        press.article("/b", "La lonja cambia de sitio");
        newsroom.later(Duration.ofHours(1));
        assertThat(newsroom.articles()).hasSize(2);
        assertThat(press.visits("/robots.txt")).isEqualTo(1);
        assertThat(press.visits("/.well-known/tdmrep.json")).isEqualTo(1);
    }

    @Test
    void twoNewsroomsDoNotWorkOnOneFolder() {
        assertThatThrownBy(() -> new SmallNewsroom(folder, press)).isInstanceOf(Newsroom.DataFolderInUse.class);
    }

    @Test
    void theFeedOfASiteIsFoundFromItsFrontPage() {
        press.article("/a", "El puerto abre de noche");
        try (Gatherer gatherer = newsroom.gatherer()) {
            Scout.Finding finding = new Scout(gatherer).find(press.address("/"), Grant.HEADLINE);
            assertThat(finding).isInstanceOfSatisfying(Scout.Finding.Found.class, found -> {
                assertThat(found.source().feed()).isEqualTo(press.address("/rss.xml"));
                assertThat(found.source().name()).isEqualTo("El Faro");
                assertThat(found.items()).isEqualTo(1);
            });
        }
    }

    @Test
    void aSiteWithoutAFeedIsRefusedWithWhatWasTried() {
        press.answer("/", Answers.ok("text/html", "<html><body><p>Nada</p></body></html>"));
        press.answer("/rss.xml", Answers.status(404));
        try (Gatherer gatherer = newsroom.gatherer()) {
            Scout.Finding finding = new Scout(gatherer).find(press.address("/"), Grant.HEADLINE);
            assertThat(finding).isInstanceOfSatisfying(Scout.Finding.Nothing.class, nothing -> {
                assertThat(nothing.reason()).isEqualTo(Reason.NO_FEED_FOUND);
                assertThat(nothing.looks()).isNotEmpty();
            });
        }
    }

    @Test
    void everyEventIsHeardOnce() {
        press.article("/a", "El puerto abre de noche");
        newsroom.settle();
        assertThat(newsroom.heard())
                .containsExactlyElementsOf(newsroom.where("/a").history());
        assertThat(Set.copyOf(newsroom.heard())).hasSameSizeAs(newsroom.heard());
    }
}
