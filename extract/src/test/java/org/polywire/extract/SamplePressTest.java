package org.polywire.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.polywire.extract.Extraction.Extracted;
import org.polywire.extract.Extraction.Withheld;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Article;
import org.polywire.model.Bytes;
import org.polywire.model.Capture;
import org.polywire.model.Headers;
import org.polywire.model.Outlet;
import org.polywire.model.Reason;
import org.polywire.samples.Expectation;
import org.polywire.samples.Outcome;
import org.polywire.samples.Pace;
import org.polywire.samples.Paper;
import org.polywire.samples.SamplePress;
import org.polywire.samples.Truth;

/** Every page of the invented newspapers against what its desk wrote. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SamplePressTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private final Extractor extractor = new Extractor(LanguageIdentifier.load());
    private final SamplePress press = SamplePress.start(Pace.atOnce(InstantSource.system()));

    /** Stands in the licence file of the site, not on the page. */
    private static final String ELSEWHERE = "RSL_PROHIBITS";

    private static final List<Reason> WITHHELD = List.of(
            Reason.RIGHTS_RESERVED,
            Reason.LICENCE_FORBIDS,
            Reason.TRANSLATION_REFUSED,
            Reason.PAYWALLED,
            Reason.MACHINE_TRANSLATED);

    @BeforeAll
    void letCorrectionsHappen() {
        press.expectations().stream()
                .filter(expectation -> expectation.editions().containsValue(new Outcome.Corrected()))
                .forEach(expectation -> fetch(expectation.article()));
    }

    @AfterAll
    void close() {
        press.close();
        client.close();
    }

    private Stream<Named<Expectation>> taken() {
        return press.expectations().stream()
                .filter(expectation -> refusal(expectation).isEmpty())
                .map(SamplePressTest::named);
    }

    private Stream<Named<Expectation>> refused() {
        return press.expectations().stream()
                .filter(expectation -> refusal(expectation).isPresent())
                .map(SamplePressTest::named);
    }

    private static Named<Expectation> named(Expectation expectation) {
        return Named.of(expectation.paper() + expectation.article().getPath(), expectation);
    }

    /** Why the page itself says that it may not be taken; empty if it may, whatever becomes of it in the editions. */
    private static Optional<Reason> refusal(Expectation expectation) {
        return expectation.editions().values().stream()
                .flatMap(outcome -> outcome instanceof Outcome.Refused(String code) ? Stream.of(code) : Stream.of())
                .map(Reason::valueOf)
                .filter(reason ->
                        WITHHELD.contains(reason) && !expectation.signal().equals(ELSEWHERE))
                .findFirst();
    }

    @Test
    void everyPaperIsRead() {
        assertThat(taken().map(each -> each.getPayload().paper()).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        press.papers().stream().map(Paper::id).toList());
        assertThat(refused()
                        .map(each -> refusal(each.getPayload()).orElseThrow())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(WITHHELD);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aPageThatMayNotBeTakenIsWithheld(Expectation expectation) {
        assertThat(extract(fetch(expectation.article()), expectation))
                .isInstanceOfSatisfying(
                        Withheld.class,
                        withheld -> assertThat(withheld.reason())
                                .isEqualTo(refusal(expectation).orElseThrow()));
    }

    @ParameterizedTest
    @MethodSource("taken")
    void aPageIsReadAsItsDeskWroteIt(Expectation expectation) {
        Capture capture = fetch(expectation.article());
        Extraction extraction = extract(capture, expectation);
        assertThat(extraction).isInstanceOf(Extracted.class);
        Article article = ((Extracted) extraction).article();
        assertThat(faults(article, capture, expectation)).isEmpty();
    }

    private static String faults(Article article, Capture capture, Expectation expectation) {
        Truth truth = expectation.truth();
        Contents contents = Contents.of(article);
        Element page = Jsoup.parse(Decoder.decode(capture.body().toArray(), ""));
        return new Faults()
                .unlessSame("address", expectation.article(), article.address())
                .unlessSame(
                        "language", truth.language(), article.language().value().split("-")[0])
                .unlessSame("kicker", truth.kicker(), article.kicker())
                .unlessSame("headline", truth.headline(), article.headline())
                .unlessSame("standfirst", truth.standfirst(), contents.standfirst())
                .unlessSame("bylines", truth.bylines(), contents.bylines())
                .unlessSame("published", truth.published(), article.dates().published())
                .unlessAlike("paragraphs", truth.paragraphs(), contents.paragraphs())
                .unlessAlike("headings", truth.headings(), contents.headings())
                .unlessAlike("items", truth.items(), contents.items())
                .unlessAlike("cells", truth.cells(), contents.cells())
                .unlessAlike("links", truth.links(), contents.links())
                .unlessAlike("pictures", truth.pictures(), contents.pictures())
                .unlessAlike("embeds", truth.embeds(), contents.embeds())
                .unlessAlike("code", page.select("code").eachText(), contents.verbatim())
                .unlessSame("begins with a picture", !truth.pictures().isEmpty(), contents.beginsWithPicture())
                .ifAny("furniture", truth.furniture(), contents.text())
                .toString();
    }

    private Extraction extract(Capture capture, Expectation expectation) {
        Paper paper = press.papers().stream()
                .filter(each -> each.id().equals(expectation.paper()))
                .findFirst()
                .orElseThrow();
        return extractor.extract(capture, new Outlet(paper.name(), paper.home()));
    }

    private Capture fetch(URI address) {
        try {
            HttpResponse<byte[]> response =
                    client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
            assertThat(response.statusCode()).as(address.toString()).isEqualTo(200);
            return new Capture(
                    address,
                    address,
                    new Headers(response.headers().map()),
                    Bytes.copyOf(response.body()),
                    Instant.parse("2026-11-23T12:00:00Z"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
