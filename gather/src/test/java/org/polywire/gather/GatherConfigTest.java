package org.polywire.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatherConfigTest {
    @Test
    void theDefaultsAreTheDocumentedOnes() {
        assertThat(GatherConfig.defaults())
                .isEqualTo(new GatherConfig(
                        "0.1",
                        "",
                        Set.of(),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(30),
                        5 * 1024 * 1024,
                        10 * 1024 * 1024,
                        100,
                        5,
                        64,
                        10_000));
    }

    @Test
    void theNameSaysWhoAsksAndWhereToComplain() {
        GatherConfig config = GatherConfig.defaults();
        assertThat(config.userAgent()).isEqualTo("Polywire/0.1");
        assertThat(config.withName("1.2", "https://wire.example/bot").userAgent())
                .isEqualTo("Polywire/1.2 (+https://wire.example/bot)");
    }

    @Test
    void hostsOnTheListAreComparedInLowerCase() {
        assertThat(GatherConfig.defaults().withAllowed(Set.of("LocalHost:80")).allowed())
                .containsExactly("localhost:80");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "x)", "x\r\nHost: y", "é"})
    void aContactThatCannotStandInAHeaderIsRefused(String contact) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GatherConfig.defaults().withName("1", contact));
    }

    @Test
    void aRelativeAddressCannotBeAskedFor() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Request(URI.create("/a"), Validators.NONE, Purpose.PAGE));
    }
}
