package org.polywire.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Reason;
import org.polywire.store.Standing;
import org.polywire.translate.Glossary;
import org.polywire.translate.RoutingPolicy;
import org.polywire.translate.Translator;
import org.polywire.translate.TranslatorConfig;

/** An article that is longer than what may be translated. */
class TooLongTest {
    @TempDir
    private Path folder;

    private static Translator translator(SmallPress press, ByHeart engine, int mostCharacters) {
        return new Translator(
                List.of(engine),
                LanguageIdentifier.load(),
                press.clock(),
                new TranslatorConfig(
                        Duration.ofMinutes(1), mostCharacters, RoutingPolicy.defaults(), Glossary.NONE, false));
    }

    private static Standing catalan(SmallNewsroom newsroom) {
        return newsroom.standing("/a", "ca");
    }

    @Test
    void anArticleThatIsTooLongIsNotTriedAgainUntilTheNewsroomBeginsAnew() {
        ByHeart engine = new ByHeart("Engine", Map.of());
        try (SmallPress press = new SmallPress()) {
            press.article("/a", "El puerto abre de noche");
            try (SmallNewsroom newsroom = new SmallNewsroom(folder, press, translator(press, engine, 10), "ca")) {
                newsroom.settle();
                newsroom.later(Duration.ofHours(5));
                assertThat(catalan(newsroom).state()).isEqualTo(Standing.State.REFUSED);
                assertThat(catalan(newsroom).reason()).isEqualTo(Reason.ARTICLE_TOO_LONG);
                assertThat(engine.asked()).isEmpty();
            }
            try (SmallNewsroom newsroom = new SmallNewsroom(folder, press, translator(press, engine, 100_000), "ca")) {
                newsroom.settle();
                assertThat(catalan(newsroom).reason()).isEqualTo(Reason.ENGINE_FAILED);
                assertThat(engine.asked()).isNotEmpty();
            }
        }
    }
}
