package org.polywire.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.polywire.model.Grant;
import org.polywire.model.Reason;
import org.polywire.model.Source;
import org.polywire.model.SourceId;
import org.polywire.pipeline.SourceHealth.Alarm;
import org.polywire.store.FollowedSource;
import org.polywire.store.Pulse;

class SourceHealthTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final FollowedSource WELL = FollowedSource.added(
                    new Source(
                            new SourceId("a"),
                            "A",
                            URI.create("https://a.example/"),
                            URI.create("https://a.example/rss"),
                            Grant.FULL),
                    Duration.ofMinutes(1),
                    NOW)
            .polled("", "", Duration.ofMinutes(1), NOW, NOW);

    private static FollowedSource failed(int times) {
        FollowedSource source = WELL;
        for (int i = 0; i < times; i++) {
            source = source.failed(Reason.ACCESS_DENIED, "HTTP 403, by Cloudflare", NOW);
        }
        return source;
    }

    /** So many items, the first and the last of them so many hours ago. */
    private static Pulse items(int items, int first, int last) {
        return new Pulse(0, items, NOW.minus(Duration.ofHours(first)), NOW.minus(Duration.ofHours(last)), 0, 0, 0, 0);
    }

    private static Pulse pages(int recent, int unreadable, int earlier, int earlierUnreadable) {
        return new Pulse(0, 1, NOW, NOW, recent, unreadable, earlier, earlierUnreadable);
    }

    static Stream<Arguments> sources() {
        Pulse none = new Pulse(0, 0, null, null, 0, 0, 0, 0);
        return Stream.of(
                arguments("a new one", WELL, none, List.of()),
                arguments("one with a bad moment", failed(4), none, List.of()),
                arguments("one that fails and fails", failed(5), none, List.of(Alarm.FAILING)),
                arguments("one that is gone", WELL.ended(Reason.GONE, "HTTP 410"), none, List.of(Alarm.ENDED)),
                arguments("a daily that is on time", WELL, items(100, 2400, 20), List.of()),
                arguments("a daily over a long weekend", WELL, items(100, 2400, 72), List.of()),
                arguments("a daily after a week without news", WELL, items(100, 2400, 170), List.of(Alarm.SILENT)),
                arguments("an agency at night", WELL, items(10_000, 2400, 8), List.of()),
                arguments("an agency after three days", WELL, items(10_000, 2400, 73), List.of(Alarm.SILENT)),
                arguments("a quarterly after two months", WELL, items(12, 24 * 1100, 24 * 60), List.of()),
                arguments("one with too few items to have a habit", WELL, items(3, 2400, 1000), List.of()),
                arguments("pages that are read", WELL, pages(10, 1, 50, 5), List.of()),
                arguments("pages that never were", WELL, pages(10, 10, 50, 45), List.of()),
                arguments("pages after a new design", WELL, pages(10, 8, 50, 5), List.of(Alarm.LAYOUT_CHANGED)),
                arguments("few pages", WELL, pages(4, 4, 50, 5), List.of()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sources")
    void alarmIsRaisedForWhatAnEditorWouldWorryAbout(
            String name, FollowedSource source, Pulse pulse, List<Alarm> alarms) {
        assertThat(SourceHealth.of(source, pulse, "", NOW).alarms()).containsExactlyInAnyOrderElementsOf(alarms);
    }
}
