package org.polywire.extract;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.polywire.testkit.HostilePages;

/**
 * Pages that are huge in one respect end as soon as ordinary ones of their size: nothing grows with the square of a part. In two
 * seconds and 256 MB each: {@code ./polywire bench extraction --damage}.
 */
class HostileSizesTest {
    /** More than ten times what the slowest takes (three seconds on a busy machine); what grows with a square takes minutes. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    static Stream<Map.Entry<String, Supplier<String>>> pages() {
        return HostilePages.all().entrySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void isReadInBoundedTime(Map.Entry<String, Supplier<String>> page) {
        String html = page.getValue().get();
        assertTimeoutPreemptively(PATIENCE, () -> Pages.extract(html), page.getKey());
    }
}
