package org.polywire.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.polywire.gather.FeedReading.Feed;
import org.polywire.model.Bytes;
import org.polywire.model.Capture;
import org.polywire.model.Headers;

/** Where the hub and the topic of a feed are found; the cases are those of the standard's section 4 and of websub.rocks 100 to 104. */
class HubOfferTest {
    private static final URI ADDRESS = URI.create("https://faro.example/rss.xml?from=home");
    private static final URI HUB = URI.create("https://hub.example/");
    private static final HubOffer OFFER = new HubOffer(List.of(HUB), URI.create("https://faro.example/rss.xml"));
    private static final String LINKS =
            "<link rel='hub' href='https://hub.example/'/><link rel='self' href='https://faro.example/rss.xml'/>";

    private static Optional<HubOffer> offer(String body, String... links) {
        Capture capture = new Capture(
                ADDRESS,
                ADDRESS,
                new Headers(Map.of("link", List.of(links))),
                Bytes.copyOf(body.getBytes(StandardCharsets.UTF_8)),
                Loopback.NOW);
        FeedReading reading = body.contains("<html") ? SectionPage.read(capture) : FeedReader.read(capture);
        return HubOffer.of(capture, ((Feed) reading).notes());
    }

    private static String rss(String links) {
        return "<rss xmlns:atom='http://www.w3.org/2005/Atom'><channel>" + links.replace("<link", "<atom:link")
                + "<item><link>https://faro.example/a</link></item></channel></rss>";
    }

    private static String html(String head, String body) {
        String articles = "";
        for (int i = 0; i < 3; i++) {
            articles += "<a href='/2026/11/2" + i + "/x'>El puerto abre de noche</a>";
        }
        return "<html><head>" + head + "</head><body>" + body + articles + "</body></html>";
    }

    static Stream<Arguments> places() {
        return Stream.of(
                arguments("rss", rss(LINKS)),
                arguments("atom", "<feed xmlns='http://www.w3.org/2005/Atom'>" + LINKS + "</feed>"),
                arguments(
                        "json",
                        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"feed_url\":\"https://faro.example/rss.xml\",\"hubs\":"
                                + "[{\"type\":\"WebSub\",\"url\":\"https://hub.example/\"}],\"items\":[]}"),
                arguments("html", html(LINKS, "")),
                arguments("html in capitals", html(LINKS.replace("'hub'", "'HUB nofollow'"), "")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("places")
    void theDocumentSaysIt(String name, String body) {
        assertThat(offer(body)).contains(OFFER);
    }

    @Test
    void theHeadOfTheAnswerSaysIt() {
        assertThat(offer(rss(""), "<https://hub.example/>; rel=\"hub\"", "</rss.xml>; rel=self"))
                .contains(OFFER);
        assertThat(offer(rss(""), "<https://hub.example/>; rel=hub, <https://faro.example/rss.xml>; rel=\"self\""))
                .contains(OFFER);
    }

    @Test
    void theHeadGoesBeforeTheDocument() {
        String other = LINKS.replace("hub.example", "other.example").replace("rss.xml", "other.xml");
        assertThat(offer(rss(other), "<https://hub.example/>; rel=hub", "<https://faro.example/rss.xml>; rel=self"))
                .contains(OFFER);
    }

    @Test
    void allHubsAreTakenInTheirOrderEachOnceAndNotTooMany() {
        String second = "<link rel='hub' href='https://second.example/'/>";
        assertThat(hubs(rss(LINKS + second + second))).containsExactly(HUB, URI.create("https://second.example/"));
        String many = IntStream.range(0, 50)
                .mapToObj(i -> "<link rel='hub' href='https://hub" + i + ".example/'/>")
                .collect(Collectors.joining());
        assertThat(hubs(rss(many))).hasSize(5);
    }

    private static List<URI> hubs(String body) {
        return offer(body).orElseThrow().hubs();
    }

    @Test
    void aFeedThatDoesNotNameItselfIsKnownByWhereItWasFetched() {
        assertThat(offer(rss("<link rel='hub' href='https://hub.example/'/>")))
                .contains(new HubOffer(List.of(HUB), ADDRESS));
    }

    @Test
    void whatStandsInTheBodyOfAPageIsNotTheSitesWord() {
        assertThat(offer(html("", LINKS))).isEmpty();
    }

    @Test
    void noHubIsNoOffer() {
        assertThat(offer(rss("<link rel='self' href='https://faro.example/rss.xml'/>")))
                .isEmpty();
        assertThat(offer(rss("<link rel='hub' href='ftp://hub.example/'/>"))).isEmpty();
    }
}
