package org.polywire.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.polywire.gather.Loopback.NOW;
import static org.polywire.gather.Loopback.capture;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.polywire.gather.FeedReading.Feed;
import org.polywire.model.Headers;

/** What feeds and servers say about when to come again. */
class FeedPaceTest {
    private static FeedNotes notes(String channel) {
        String feed = "<rss version='2.0' xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'"
                + " xmlns:atom='http://www.w3.org/2005/Atom'"
                + " xmlns:creativeCommons='http://backend.userland.com/creativeCommonsRssModule'>"
                + "<channel><title>T</title>" + channel + "</channel></rss>";
        return ((Feed) FeedReader.read(capture("https://news.example/feed", "text/xml", feed))).notes();
    }

    static Stream<Arguments> paces() {
        return Stream.of(
                arguments("", FeedPace.ANY),
                arguments("<ttl>60</ttl>", new FeedPace(Duration.ofHours(1), Set.of(), Set.of())),
                arguments("<ttl>soon</ttl>", FeedPace.ANY),
                arguments("<ttl>99999</ttl>", new FeedPace(Duration.ofDays(1), Set.of(), Set.of())),
                arguments(
                        "<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>",
                        new FeedPace(Duration.ofMinutes(30), Set.of(), Set.of())),
                arguments(
                        "<skipHours><hour>0</hour><hour>24</hour><hour>3</hour><hour>99</hour></skipHours>"
                                + "<skipDays><day>Sunday</day><day>Someday</day></skipDays>",
                        new FeedPace(Duration.ZERO, Set.of(0, 3), Set.of(DayOfWeek.SUNDAY))));
    }

    @ParameterizedTest
    @MethodSource("paces")
    void feedsSayWhenTheyWantToBeRead(String channel, FeedPace pace) {
        assertThat(notes(channel).pace()).isEqualTo(pace);
    }

    @Test
    void hoursAndDaysThatAreToBeSkippedAreSkipped() {
        Instant monday = Instant.parse("2026-11-23T10:20:00Z");
        FeedPace quiet = new FeedPace(Duration.ofMinutes(30), Set.of(10, 11), Set.of());
        assertThat(quiet.notBefore(monday, monday)).isEqualTo(Instant.parse("2026-11-23T12:00:00Z"));
        FeedPace day = new FeedPace(Duration.ZERO, Set.of(), Set.of(DayOfWeek.MONDAY));
        assertThat(day.notBefore(monday, monday)).isEqualTo(Instant.parse("2026-11-24T00:00:00Z"));
        FeedPace never = new FeedPace(Duration.ZERO, Set.of(), Set.of(DayOfWeek.values()));
        assertThat(never.notBefore(monday, monday))
                .as("a feed that never wants to be read is read")
                .isEqualTo(monday);
    }

    @Test
    void feedsSayWhoseTheyAreAndWhoTellsOfTheirNews() {
        FeedNotes notes = notes(
                "<copyright>&#169; 2026 El Faro</copyright>"
                        + "<creativeCommons:license>https://creativecommons.org/licenses/by/4.0/</creativeCommons:license>"
                        + "<atom:link rel='hub' href='https://hub.example/'/><atom:link rel='self' href='https://news.example/f'/>");
        assertThat(notes.rights()).isEqualTo("© 2026 El Faro");
        assertThat(notes.licence()).isEqualTo("https://creativecommons.org/licenses/by/4.0/");
        assertThat(notes.hubs()).containsExactly(URI.create("https://hub.example/"));
        assertThat(notes.self()).isEqualTo(URI.create("https://news.example/f"));
    }

    static Stream<Arguments> freshness() {
        return Stream.of(
                arguments(Map.of(), Duration.ZERO),
                arguments(Map.of("cache-control", List.of("public, Max-Age=600")), Duration.ofMinutes(10)),
                arguments(
                        Map.of("cache-control", List.of("max-age=600"), "age", List.of("100")),
                        Duration.ofSeconds(500)),
                arguments(Map.of("cache-control", List.of("max-age=600"), "age", List.of("900")), Duration.ZERO),
                arguments(Map.of("cache-control", List.of("max-age=600", "no-cache")), Duration.ZERO),
                arguments(Map.of("cache-control", List.of("no-store, max-age=5")), Duration.ZERO),
                arguments(Map.of("cache-control", List.of("max-age=999999999")), Duration.ofDays(1)),
                arguments(Map.of("cache-control", List.of("max-age=99999999999999999999")), Duration.ofDays(1)),
                arguments(Map.of("cache-control", List.of("max-age=-1")), Duration.ZERO),
                arguments(Map.of("cache-control", List.of("max-age=\"60\"")), Duration.ofMinutes(1)),
                arguments(Map.of("cache-control", List.of("max-age=soon, s-maxage=900")), Duration.ZERO),
                arguments(Map.of("cache-control", List.of("s-maxage=900, max-age=60")), Duration.ofMinutes(1)),
                arguments(Map.of("cache-control", List.of("private, max-age=60")), Duration.ofMinutes(1)),
                arguments(
                        Map.of("cache-control", List.of("no-cache=\"set-cookie\", max-age=60")), Duration.ofMinutes(1)),
                arguments(
                        Map.of("cache-control", List.of("max-age=600"), "age", List.of("99999999999999999999")),
                        Duration.ZERO),
                arguments(
                        Map.of("cache-control", List.of("max-age=600"), "age", List.of("old")), Duration.ofMinutes(10)),
                arguments(Map.of("cache-control", List.of("max-age=600"), "vary", List.of("*")), Duration.ZERO),
                arguments(
                        Map.of("cache-control", List.of("max-age=600"), "vary", List.of("Accept-Encoding")),
                        Duration.ofMinutes(10)),
                arguments(
                        Map.of("expires", List.of("Mon, 23 Nov 2026 10:05:00 GMT"), "age", List.of("60")),
                        Duration.ofMinutes(4)),
                arguments(
                        Map.of(
                                "date", List.of("Mon, 23 Nov 2026 10:00:00 GMT"),
                                "expires", List.of("Mon, 23 Nov 2026 10:05:00 GMT")),
                        Duration.ofMinutes(5)),
                arguments(Map.of("expires", List.of("0")), Duration.ZERO),
                arguments(Map.of("expires", List.of("Mon, 23 Nov 2026 09:00:00 GMT")), Duration.ZERO),
                arguments(
                        Map.of(
                                "cache-control",
                                List.of("max-age=60"),
                                "expires",
                                List.of("Mon, 23 Nov 2026 12:00:00 GMT")),
                        Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @MethodSource("freshness")
    void anAnswerIsFreshForAsLongAsRfc9111Says(Map<String, List<String>> headers, Duration fresh) {
        assertThat(Freshness.of(new Headers(headers), NOW)).isEqualTo(fresh);
    }
}
