package org.polywire.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.polywire.gather.Loopback.NOW;
import static org.polywire.gather.Loopback.gatherer;
import static org.polywire.gather.Loopback.page;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.polywire.gather.Fetch.Fetched;
import org.polywire.model.Signal;
import org.polywire.model.Signal.Kind;
import org.polywire.testkit.Answers;
import org.polywire.testkit.LoopbackServer;
import org.polywire.testkit.LoopbackServer.Answer;
import org.polywire.testkit.MutableClock;

/** What feeds, sites, heads and pages say about rights is all found, and nothing else is. */
class PageRightsTest {
    private static final Answer PAGE = Answers.ok("text/html", "<p>x");

    private static List<Kind> kinds(LoopbackServer server) {
        try (Gatherer gatherer = gatherer(server.authority())) {
            Fetched fetched = (Fetched) page(gatherer, server.address("/news/a"));
            PageRights pages = new PageRights(gatherer, new MutableClock(NOW));
            return Stream.concat(fetched.signals().stream(), pages.signals(fetched.capture()).stream())
                    .map(Signal::kind)
                    .toList();
        }
    }

    private static List<Kind> onPage(String head) {
        try (LoopbackServer server = LoopbackServer.start()
                .on("/news/a", Answers.ok("text/html", "<html><head>" + head + "</head><body><p>x"))) {
            return kinds(server);
        }
    }

    static Stream<Arguments> heads() {
        return Stream.of(
                arguments("", List.of()),
                arguments("<meta name=robots content='index, follow'>", List.of()),
                arguments("<meta name=ROBOTS content='NoIndex,follow'>", List.of(Kind.NOINDEX)),
                arguments("<meta name=robots content=none>", List.of(Kind.NOINDEX)),
                arguments("<meta name=googlebot content=noindex>", List.of()),
                arguments("<meta name=polywire content=noarchive>", List.of(Kind.NO_ARCHIVE)),
                arguments("<meta name=robots content='nosnippet'>", List.of(Kind.NO_SNIPPET)),
                arguments("<meta name=robots content='max-snippet:0'>", List.of(Kind.NO_SNIPPET)),
                arguments("<meta name=robots content='max-snippet:-1, max-image-preview:large'>", List.of()),
                arguments("<meta name=robots content='notranslate'>", List.of(Kind.NO_TRANSLATION)),
                arguments("<meta name=robots content='noai, noimageai'>", List.of(Kind.NO_AI, Kind.NO_IMAGE_AI)),
                arguments("<meta name=robots content='unavailable_after: 2026-01-01'>", List.of(Kind.EXPIRED)),
                arguments(
                        "<meta name=robots content='unavailable_after: Fri, 02 Jan 2026 10:00:00 GMT, noarchive'>",
                        List.of(Kind.NO_ARCHIVE, Kind.EXPIRED)),
                arguments("<meta name=robots content='unavailable_after: 2036-01-01'>", List.of()),
                arguments("<meta name=google content=notranslate>", List.of(Kind.NO_TRANSLATION)),
                arguments("</head><body translate=no>", List.of(Kind.NO_TRANSLATION)),
                arguments("</head><body class='a notranslate b'>", List.of(Kind.NO_TRANSLATION)),
                arguments("</head><body><p translate=no class=notranslate>x", List.of()),
                arguments("<meta name=tdm-reservation content=1>", List.of(Kind.TDM_RESERVED)),
                arguments(
                        "<meta name=tdm-reservation content=0><meta name=tdm-policy content=https://p.example>",
                        List.of(Kind.TDM_FREE, Kind.TDM_POLICY)),
                arguments("<meta name=tdm-reservation content=2>", List.of()),
                arguments(
                        "<link rel=license href=https://creativecommons.org/licenses/by-sa/4.0/>",
                        List.of(Kind.LICENCE_OPEN)),
                arguments(
                        "<link rel=license href=//creativecommons.org/publicdomain/zero/1.0/deed.ca>",
                        List.of(Kind.LICENCE_OPEN)),
                arguments(
                        "</head><body><a rel='license noopener' href=https://creativecommons.org/licenses/by-nc/4.0/>",
                        List.of(Kind.LICENCE_NONCOMMERCIAL)),
                arguments(
                        "<link rel=license href=http://creativecommons.org/licenses/by-nc-nd/2.0/de/>",
                        List.of(Kind.LICENCE_NO_DERIVATIVES)),
                arguments("<link rel=license href=/terms>", List.of(Kind.LICENCE_OTHER)),
                arguments(
                        "</head><body><figure><a rel=license href=https://creativecommons.org/licenses/by/4.0/>x</a>",
                        List.of()),
                arguments(
                        "</head><body><ol id=comments><li><a rel=license href=https://creativecommons.org/licenses/by/4.0/>x</a>",
                        List.of()),
                arguments(
                        "</head><body><aside><a rel=license href=https://creativecommons.org/licenses/by/4.0/>x</a>",
                        List.of()),
                arguments(
                        "</head><body><aside><a rel=license href=https://creativecommons.org/licenses/by-nd/4.0/>x</a>",
                        List.of(Kind.LICENCE_NO_DERIVATIVES)),
                arguments(
                        "</head><body><footer><a rel=license href=https://creativecommons.org/licenses/by/4.0/>x</a>",
                        List.of(Kind.LICENCE_OPEN)),
                arguments(
                        "<script type='application/rsl+xml'>" + rsl("<prohibits type='usage'>ai-all</prohibits>")
                                + "</script>",
                        List.of(Kind.RSL_PROHIBITS)));
    }

    private static String rsl(String licence) {
        return "<rsl xmlns='https://rslstandard.org/rsl'><content url='/news/'><license>" + licence
                + "</license></content></rsl>";
    }

    @ParameterizedTest
    @MethodSource("heads")
    void pagesAreUnderstood(String head, List<Kind> kinds) {
        assertThat(onPage(head)).containsExactlyElementsOf(kinds);
    }

    static Stream<Arguments> fields() {
        return Stream.of(
                arguments("X-Robots-Tag", "noarchive", List.of(Kind.NO_ARCHIVE)),
                arguments("X-Robots-Tag", "googlebot: noindex", List.of()),
                arguments("X-Robots-Tag", "Polywire: noindex, nosnippet", List.of(Kind.NOINDEX, Kind.NO_SNIPPET)),
                arguments("X-Robots-Tag", "unavailable_after: 25 Jun 2010 15:00:00 PST", List.of(Kind.EXPIRED)),
                arguments("tdm-reservation", "0", List.of(Kind.TDM_FREE)),
                arguments("Content-Usage", "train-ai=n", List.of(Kind.NO_TRAINING)),
                arguments("Content-Usage", "search=n;x=1, train-ai=y", List.of(Kind.NO_SEARCH)),
                arguments("Content-Usage", "juggling=n", List.of()),
                arguments(
                        "Link",
                        "</a>; rel=next, <https://creativecommons.org/licenses/by-nd/4.0/>; rel=\"license\"; title=\"a, b\"",
                        List.of(Kind.LICENCE_NO_DERIVATIVES)));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void headsAreUnderstood(String field, String value, List<Kind> kinds) {
        try (LoopbackServer server = LoopbackServer.start().on("/news/a", Answers.with(field, value, PAGE))) {
            assertThat(kinds(server)).containsExactlyElementsOf(kinds);
        }
    }

    static Stream<Arguments> robots() {
        return Stream.of(
                arguments("User-agent: *\nContent-Usage: train-ai=n\nAllow: /", List.of(Kind.NO_TRAINING)),
                arguments(
                        "User-agent: *\nContent-Usage: /news/ search=n\nContent-Usage: train-ai=n",
                        List.of(Kind.NO_SEARCH)),
                arguments("User-agent: *\nContent-Usage: /sport/ search=n", List.of()),
                arguments("User-agent: other\nContent-Usage: search=n", List.of()),
                arguments("User-agent: polywire\nAllow: /\n\nUser-agent: *\nContent-Usage: search=n", List.of()),
                arguments("User-agent: a\nUser-agent: Polywire\nContent-Usage: search=n", List.of(Kind.NO_SEARCH)),
                arguments("Content-Usage: search=n", List.of()),
                arguments("License: /rsl.xml", List.of(Kind.RSL_ASKS_FOR_LICENCE)),
                arguments("License: /missing.xml", List.of(Kind.RSL_ASKS_FOR_LICENCE)),
                arguments("License: http://10.0.0.1/rsl.xml", List.of(Kind.RSL_ASKS_FOR_LICENCE)));
    }

    @ParameterizedTest
    @MethodSource("robots")
    void whatTheRobotsFileSaysBesideIsUnderstood(String robots, List<Kind> kinds) {
        try (LoopbackServer server = LoopbackServer.start()
                .on("/robots.txt", Answers.ok("text/plain", robots))
                .on("/rsl.xml", Answers.ok("application/rsl+xml", rsl("<payment type='purchase'/>")))
                .on("/news/a", PAGE)) {
            assertThat(kinds(server)).containsExactlyElementsOf(kinds);
        }
    }

    static Stream<Arguments> licences() {
        return Stream.of(
                arguments("<permits type='usage'>all</permits><payment type='free'/>", Kind.RSL_PERMITS),
                arguments("<permits type='usage'>search, ai-input</permits>", Kind.RSL_PERMITS),
                arguments("<permits type='usage'>search</permits>", Kind.RSL_PROHIBITS),
                arguments("<prohibits type='usage'>ai-train</prohibits>", Kind.RSL_PERMITS),
                arguments("<prohibits type='usage'>all</prohibits>", Kind.RSL_PROHIBITS),
                arguments("<payment type='subscription'/>", Kind.RSL_ASKS_FOR_LICENCE),
                arguments("<payment type='attribution'/>", Kind.RSL_PERMITS));
    }

    @ParameterizedTest
    @MethodSource("licences")
    void licencesThatPagesLinkToAreReadOnce(String licence, Kind kind) {
        Answer linking = Answers.ok("text/html", "<link rel=license type='application/rsl+xml' href=/rsl.xml><p>x");
        try (LoopbackServer server = LoopbackServer.start()
                        .on("/rsl.xml", Answers.ok("application/rsl+xml", rsl(licence)))
                        .on("/news/a", linking);
                Gatherer gatherer = gatherer(server.authority())) {
            Fetched fetched = (Fetched) page(gatherer, server.address("/news/a"));
            PageRights pages = new PageRights(gatherer, new MutableClock(NOW));
            assertThat(pages.signals(fetched.capture()))
                    .extracting(Signal::kind)
                    .containsExactly(kind);
            assertThat(pages.signals(fetched.capture()))
                    .extracting(Signal::kind)
                    .containsExactly(kind);
            assertThat(server.received("/rsl.xml")).hasSize(1);
        }
    }

    @Test
    void theReservationFileIsEvidenceEvenWhereItReservesNothing() {
        String file = "[{\"location\": \"/news/*\", \"tdm-reservation\": 0, \"tdm-policy\": \"https://p.example/\"},"
                + "{\"location\": \"/\", \"tdm-reservation\": 1}]";
        try (LoopbackServer server = LoopbackServer.start()
                .on("/.well-known/tdmrep.json", Answers.ok("application/json", file))
                .on("/news/a", PAGE)) {
            assertThat(kinds(server)).containsExactly(Kind.TDM_FREE, Kind.TDM_POLICY);
        }
    }
}
