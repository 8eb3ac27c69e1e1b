package org.polywire.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.polywire.model.LanguageTag;
import org.polywire.model.Publication.Withdrawn;
import org.polywire.model.Reason;
import org.polywire.store.Stage;
import org.polywire.testkit.Answers;

/** What becomes of a published article whose page says less later: its use is narrowed, or it is no longer an article of its own. */
class NarrowedRightsTest {
    private static final LanguageTag SPANISH = new LanguageTag("es");
    private static final Duration SOON = Duration.ofMinutes(10);

    @TempDir
    private Path folder;

    private SmallPress press;
    private SmallNewsroom newsroom;

    @BeforeEach
    void open() {
        press = new SmallPress();
        newsroom = new SmallNewsroom(folder, press);
        press.article("/a", "El puerto abre de noche");
        newsroom.settle();
        assertThat(newsroom.headlines()).containsExactly("El puerto abre de noche");
    }

    @AfterEach
    void close() {
        newsroom.close();
        press.close();
    }

    private void assertTakenDown(Reason reason) {
        assertThat(newsroom.headlines()).isEmpty();
        assertThat(newsroom.where("/a").article().stage()).isEqualTo(Stage.WITHDRAWN);
        assertThat(newsroom.where("/a").article().reason()).isEqualTo(reason);
        assertThat(newsroom.where("/a").publications().get(SPANISH)).isInstanceOf(Withdrawn.class);
    }

    static Stream<Arguments> marks() {
        return Stream.of(
                arguments("<meta name='tdm-reservation' content='1'>", Reason.RIGHTS_RESERVED),
                arguments("<meta name='robots' content='noindex'>", Reason.NOINDEX),
                arguments("<meta name='google' content='notranslate'>", Reason.TRANSLATION_REFUSED),
                arguments(
                        "<link rel='license' href='https://creativecommons.org/licenses/by-nd/4.0/'>",
                        Reason.LICENCE_FORBIDS));
    }

    @ParameterizedTest
    @MethodSource("marks")
    void aPageThatReservesItsTextLaterIsTakenDown(String mark, Reason reason) {
        press.mark("/a", mark);
        newsroom.later(SOON);
        assertTakenDown(reason);
    }

    @Test
    void anArticleThatGoesBehindAPaywallIsTakenDown() {
        String open = "\"@type\":\"NewsArticle\",";
        press.replace("/a", open, open + "\"isAccessibleForFree\":false,");
        newsroom.later(SOON);
        assertTakenDown(Reason.PAYWALLED);
    }

    @Test
    void aPageThatRobotsForbidLaterIsTakenDown() {
        press.answer("/robots.txt", Answers.ok("text/plain", "User-agent: *\nDisallow: /a\n"));
        newsroom.later(Duration.ofHours(25));
        newsroom.later(Duration.ofHours(13));
        assertTakenDown(Reason.ROBOTS_FORBIDDEN);
    }

    @Test
    void anArticleThatSaysForGoodThatItIsAnotherLeavesATombstoneForIt() {
        press.article("/b", "La lonja cambia de sitio");
        press.replace("/b", "El puerto de la ciudad", "La lonja de la ciudad");
        newsroom.settle();
        assertThat(newsroom.headlines()).hasSize(2);
        press.merge("/a", "/b");
        newsroom.later(Duration.ofHours(13));
        assertThat(newsroom.headlines()).hasSize(2);
        newsroom.later(Duration.ofHours(13));
        newsroom.later(Duration.ofHours(13));
        assertThat(newsroom.headlines()).containsExactly("La lonja cambia de sitio");
        assertThat(newsroom.where("/a").article().reason()).isEqualTo(Reason.DUPLICATE);
        assertThat(newsroom.where("/a").article().detail())
                .isEqualTo(press.address("/b").toString());
    }

    @Test
    void aSlipInTheAddressOfAnArticleTakesNothingDown() {
        press.article("/b", "La lonja cambia de sitio");
        press.replace("/b", "El puerto de la ciudad", "La lonja de la ciudad");
        newsroom.settle();
        press.merge("/a", "/b");
        newsroom.later(Duration.ofHours(13));
        press.replace("/a", "cuatrocientas personas", "quinientas personas");
        newsroom.later(Duration.ofHours(13));
        assertThat(newsroom.headlines()).hasSize(2);
        assertThat(newsroom.where("/a").article().version()).isEqualTo(2);
        assertThat(newsroom.where("/a").article().attempts()).isZero();
    }
}
