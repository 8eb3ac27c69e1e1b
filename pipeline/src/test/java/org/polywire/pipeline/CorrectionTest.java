package org.polywire.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.model.ArticleId;
import org.polywire.model.LanguageTag;
import org.polywire.model.Publication;
import org.polywire.model.Publication.Corrected;
import org.polywire.model.Publication.Withdrawn;
import org.polywire.model.Reason;
import org.polywire.model.Revision;
import org.polywire.model.Revision.Change;
import org.polywire.model.Story;
import org.polywire.store.Event;
import org.polywire.store.Revisions.TextVersion;
import org.polywire.store.Stage;

/** What becomes of an article that its source changes or takes back, that the operator takes down, or that others have, too. */
class CorrectionTest {
    private static final LanguageTag SPANISH = new LanguageTag("es");
    private static final Duration SOON = Duration.ofMinutes(10);

    @TempDir
    Path folder;

    private SmallPress press;
    private SmallNewsroom newsroom;

    @BeforeEach
    void open() {
        press = new SmallPress();
        newsroom = new SmallNewsroom(folder, press);
        press.article("/a", "El puerto abre de noche");
        newsroom.settle();
    }

    @AfterEach
    void close() {
        newsroom.close();
        press.close();
    }

    private Revision revision() {
        return ((Corrected) newsroom.latest().getFirst()).revision();
    }

    @Test
    void aChangedNumberIsACorrectionThatSaysWhatChanged() {
        press.replace("/a", "cuatrocientas personas", "quinientas personas");
        newsroom.later(SOON);
        assertThat(revision().kind()).isEqualTo(Revision.Kind.CORRECTION);
        assertThat(revision().changes())
                .extracting(Change::before)
                .singleElement()
                .asString()
                .contains("cuatrocientas");
        assertThat(revision().changes())
                .extracting(Change::after)
                .singleElement()
                .asString()
                .contains("quinientas");
    }

    @Test
    void everyTextIsKeptWithItsDifference() {
        press.replace("/a", "cuatrocientas personas", "quinientas personas");
        newsroom.later(SOON);
        assertThat(newsroom.where("/a").revisions())
                .extracting(TextVersion::version)
                .containsExactly(1, 2);
        assertThat(newsroom.where("/a").revisions().getLast().difference()).isEqualTo(revision());
    }

    @Test
    void aTypingErrorIsCorrectedInSilence() {
        press.replace("/a", "negociación con los trabajadores", "negociacion con los trabajadores");
        newsroom.later(SOON);
        assertThat(revision().visible()).isFalse();
        assertThat(newsroom.texts().getFirst().body().get(1).toString()).contains("negociacion con");
    }

    @Test
    void aCountThatGoesUpIsNoNewText() {
        press.replace("/a", "</article>", "<p>1.234 lecturas</p></article>");
        newsroom.later(SOON);
        int version = newsroom.where("/a").article().version();
        press.replace("/a", "</article>", "<p>1.250 lecturas</p></article>");
        newsroom.later(SOON);
        assertThat(newsroom.where("/a").article().version()).isEqualTo(version);
    }

    @Test
    void anArticleThatItsSourceTakesBackLeavesATombstone() {
        String text = SmallPress.body();
        press.replace(
                "/a",
                text,
                "<p>Este artículo ha sido retirado porque contenía errores graves que no se pudieron corregir a"
                        + " tiempo. La redacción pide disculpas a sus lectores y a las personas que se citaban en él.</p>"
                        + "<p>Quien quiera saber más puede escribir a la defensora del lector, que contestará a todas las cartas y"
                        + " publicará un resumen de las respuestas en la edición del domingo próximo.</p>");
        newsroom.later(SOON);
        assertThat(newsroom.headlines()).isEmpty();
        assertThat(newsroom.where("/a").article().reason()).isEqualTo(Reason.RETRACTED);
    }

    @Test
    void whatTheOperatorTakesDownIsGoneAtOnceAndStaysGone() {
        ArticleId id = newsroom.where("/a").article().id();
        Whereabouts where = Takedown.of(
                        folder, id.value(), "por orden judicial", press.clock().instant())
                .orElseThrow();
        assertThat(newsroom.headlines()).isEmpty();
        assertThat(where.article().stage()).isEqualTo(Stage.WITHDRAWN);
        assertThat(where.publications().get(SPANISH)).isInstanceOf(Withdrawn.class);
        press.article("/a", "El puerto abre de día");
        newsroom.later(SOON);
        assertThat(newsroom.headlines()).isEmpty();
        assertThat(newsroom.where("/a").article().detail()).isEqualTo("por orden judicial");
        List<Event> before = newsroom.where("/a").history();
        assertThat(Takedown.of(folder, id.value(), "otra vez", press.clock().instant())
                        .orElseThrow()
                        .history())
                .isEqualTo(before);
    }

    @Test
    void aTakedownOfWhatNobodyKnowsFindsNothing() {
        assertThat(Takedown.of(
                        folder, "https://nowhere.example/", "x", press.clock().instant()))
                .isEmpty();
    }

    @Test
    void copiesAreOneStoryWithOnePlaceOnTheFrontPage() {
        press.article("/b", "La lonja cambia de sitio");
        newsroom.settle();
        Story story =
                newsroom.archive().storyOf(newsroom.where("/b").article().id()).orElseThrow();
        assertThat(story.versions())
                .extracting(Story.Version::likeness)
                .containsExactly(Story.Likeness.FIRST, Story.Likeness.COPY);
        assertThat(newsroom.latest()).hasSize(2);
        assertThat(newsroom.archive().front(SPANISH, 10)).hasSize(1);
        assertThat(newsroom.archive().ofStory(SPANISH, story.id())).hasSize(2);
        assertThat(newsroom.where("/b").history()).extracting(Event::step).contains(Event.Step.JOINED);
    }

    @Test
    void storiesGoOnAfterAStop() {
        newsroom.close();
        newsroom = new SmallNewsroom(folder, press);
        press.article("/b", "La lonja cambia de sitio");
        newsroom.settle();
        assertThat(newsroom.archive().front(SPANISH, 10)).hasSize(1);
    }

    @Test
    void everythingThatAnEditionSaidIsKept() {
        press.replace("/a", "cuatrocientas personas", "quinientas personas");
        newsroom.later(SOON);
        ArticleId id = newsroom.where("/a").article().id();
        assertThat(Takedown.of(folder, id.value(), "x", press.clock().instant()))
                .isPresent();
        assertThat(newsroom.archive().entries(SPANISH, id))
                .hasExactlyElementsOfTypes(Publication.Published.class, Corrected.class, Withdrawn.class);
    }
}
