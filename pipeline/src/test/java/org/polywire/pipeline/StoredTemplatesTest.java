package org.polywire.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.extract.HostTemplates;
import org.polywire.extract.HostTemplates.Seen;
import org.polywire.model.Bytes;

/** The newsroom learns what belongs to the template of a host, and no article is taken for changed because of it. */
class StoredTemplatesTest {
    private static final String FURNITURE =
            "El Faro cuenta a los vecinos de la isla lo que tienen que saber cada mañana desde el año 1921, y lo hace gratis.";
    private static final List<String> TOPICS = List.of("puente", "mercado", "museo", "colegio");

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

    private void publish(String topic) {
        press.article("/" + topic, "El ayuntamiento decide sobre el " + topic);
        press.replace("/" + topic, SmallPress.body(), text(topic) + "<p>" + FURNITURE + "</p>");
        newsroom.settle();
    }

    private static String text(String topic) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < 7; i++) {
            text.append("<p>La decisión ").append(i).append(" sobre el ").append(topic);
            text.append(" se tomó el martes por la tarde, después de un debate sobre el ")
                    .append(topic);
            text.append(" que duró ").append(i + 1).append(" horas y en el que hablaron todos los partidos.</p>");
        }
        return text.toString();
    }

    private boolean shows(String topic) {
        return newsroom.texts().stream()
                .filter(article -> article.headline().endsWith(topic))
                .findFirst()
                .orElseThrow()
                .body()
                .toString()
                .contains(FURNITURE);
    }

    @Test
    void whatTwoPagesOfAHostHaveInCommonIsNotPublishedWithTheThird() {
        TOPICS.forEach(this::publish);
        assertThat(TOPICS).filteredOn(this::shows).containsExactlyElementsOf(TOPICS.subList(0, 2));
    }

    @Test
    void itIsKnownAfterARestart() {
        TOPICS.subList(0, 2).forEach(this::publish);
        newsroom.close();
        newsroom = new SmallNewsroom(folder, press);
        publish("museo");
        assertThat(shows("museo")).isFalse();
    }

    @Test
    void whatBecameKnownAsFurnitureSinceLooksLikeNoCorrection() {
        TOPICS.forEach(this::publish);
        TOPICS.forEach(topic -> press.touch("/" + topic, SmallPress.body(), text(topic) + "<p>" + FURNITURE + "</p>"));
        newsroom.settle();
        assertThat(TOPICS).allSatisfy(topic -> {
            assertThat(press.visits("/" + topic)).isGreaterThan(1);
            assertThat(newsroom.where("/" + topic).article().version()).isEqualTo(1);
        });
        press.replace(
                "/puente",
                SmallPress.body(),
                text("puente").replace("7 horas", "9 horas") + "<p>" + FURNITURE + "</p>");
        newsroom.settle();
        assertThat(newsroom.where("/puente").article().version()).isEqualTo(2);
        assertThat(shows("puente")).isTrue();
    }

    @Test
    void whatIsWrittenIsReadAndWhatIsCutOffIsLearntAnew() {
        HostTemplates templates = new HostTemplates(
                List.of(new Seen(-7, Set.of(1, -2, Integer.MIN_VALUE)), new Seen(8, Set.of()), new Seen(9, Set.of(3))));
        Bytes written = StoredTemplates.written(templates);
        assertThat(StoredTemplates.read(written)).isEqualTo(templates.pages());
        for (int end = 0; end < written.size(); end++) {
            List<Seen> read = StoredTemplates.read(Bytes.copyOf(Arrays.copyOf(written.toArray(), end)));
            assertThat(read).hasSizeLessThan(3).isEqualTo(templates.pages().subList(0, read.size()));
        }
    }
}
