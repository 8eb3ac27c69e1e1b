package org.polywire.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.model.Reason;
import org.polywire.store.Stage;
import org.polywire.testkit.Answers;

/** An article that goes on at further addresses is published whole or not at all, and a live report not before it has ended. */
class FurtherPagesTest {
    private static final String PAGER =
            "<nav class='pagination'><a href='/puerto'>1</a><a href='/puerto/2'>2</a></nav>";
    private static final String REST =
            "<p>En la segunda página se cuenta que los bomberos de la ciudad también trabajarán por la noche, y que"
                    + " el ayuntamiento pagará la mitad de lo que cueste durante los dos primeros años.</p>"
                    + "<p>La otra mitad la pagarán los dueños de los barcos, que en la reunión del lunes dijeron que sí después de"
                    + " hablar durante cinco horas con la directora de la empresa.</p>";

    @TempDir
    Path folder;

    private SmallPress press;
    private SmallNewsroom newsroom;

    @BeforeEach
    void open() {
        press = new SmallPress();
        newsroom = new SmallNewsroom(folder, press);
        press.article("/puerto", "El puerto abrirá de noche");
        press.replace("/puerto", SmallPress.body(), SmallPress.body() + PAGER);
    }

    @AfterEach
    void close() {
        newsroom.close();
        press.close();
    }

    private void second(String meta) {
        String page = press.page("/puerto", "El puerto abrirá de noche", "2026-11-20T08:30:00+01:00", meta);
        press.answer("/puerto/2", Answers.ok("text/html", page.replace(SmallPress.body(), REST)));
    }

    @Test
    void theTextOfAllPagesIsPublishedAsOne() {
        second("");
        newsroom.settle();
        assertThat(newsroom.texts())
                .singleElement()
                .satisfies(article -> assertThat(article.body().toString())
                        .contains(
                                "nueve meses de negociación",
                                "los bomberos de la ciudad",
                                "cinco horas con la directora"));
    }

    @Test
    void withoutItsSecondPageNothingOfItIsPublished() {
        press.answer("/puerto/2", Answers.status(403));
        newsroom.settle();
        assertThat(newsroom.texts()).isEmpty();
        assertThat(newsroom.where("/puerto").article().stage()).isEqualTo(Stage.REFUSED);
        assertThat(newsroom.where("/puerto").article().reason()).isEqualTo(Reason.INCOMPLETE);
    }

    @Test
    void whatTheSecondPageReservesIsReserved() {
        second("<meta name='tdm-reservation' content='1'>");
        newsroom.settle();
        assertThat(newsroom.texts()).isEmpty();
        assertThat(newsroom.where("/puerto").article().reason()).isEqualTo(Reason.RIGHTS_RESERVED);
    }

    @Test
    void aLiveReportIsLookedAtAgainUntilItHasEnded() {
        String live = "<script type='application/ld+json'>{\"@type\":\"LiveBlogPosting\",\"coverageEndTime\":\""
                + press.clock().instant().plus(Duration.ofHours(20)) + "\"}</script>";
        press.article("/directo", "El puerto, en directo");
        press.mark("/directo", live);
        newsroom.settle();
        assertThat(newsroom.where("/directo").article().stage()).isEqualTo(Stage.FAILED);
        assertThat(newsroom.where("/directo").article().reason()).isEqualTo(Reason.STILL_LIVE);
        newsroom.settle();
        assertThat(newsroom.where("/directo").article().stage()).isEqualTo(Stage.EXTRACTED);
    }
}
