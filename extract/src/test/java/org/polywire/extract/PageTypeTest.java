package org.polywire.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Access;
import org.polywire.model.Bytes;
import org.polywire.model.Capture;
import org.polywire.model.Headers;

/** What kind of page it is and how much of it everybody may read, and what is no part of the story but stands in it. */
class PageTypeTest {
    private static final Extractor EXTRACTOR = new Extractor(LanguageIdentifier.load());
    private static final String STORY = paragraph("Monday")
            + paragraph("Tuesday")
            + paragraph("Friday")
            + paragraph("Saturday")
            + paragraph("Sunday");

    private static String paragraph(String day) {
        return "<p>The council met on " + day
                + " evening and agreed, after a long debate, that the old bridge is to be repaired before the winter.</p>";
    }

    private static String data(String json) {
        return "<script type=application/ld+json>" + json + "</script>";
    }

    private static Survey survey(String head, String body) {
        String html = "<html lang=en><head><title>Council repairs the bridge</title>" + head + "</head><body><article>"
                + "<h1>Council repairs the bridge</h1>" + body + "</article></body></html>";
        return EXTRACTOR.survey(new Capture(
                Pages.ADDRESS,
                Pages.ADDRESS,
                new Headers(Map.of()),
                Bytes.copyOf(html.getBytes(StandardCharsets.UTF_8)),
                Instant.parse("2026-11-23T00:00:00Z")));
    }

    @Test
    void aStoryIsAnArticle() {
        assertThat(survey(data("{\"@type\":\"NewsArticle\"}"), STORY).type()).isEqualTo(PageType.ARTICLE);
    }

    @Test
    void aLiveBlogSaysSo() {
        assertThat(survey(data("{\"@type\":\"LiveBlogPosting\",\"headline\":\"Bridge\"}"), STORY)
                        .type())
                .isEqualTo(PageType.LIVE);
    }

    @Test
    void manyPicturesWithFewWordsAreAGallery() {
        StringBuilder slides = new StringBuilder();
        for (int i = 1; i < 9; i++) {
            slides.append("<figure><img src=/bridge-").append(i);
            slides.append(".jpg width=900 alt=Bridge><figcaption>The bridge in the year 190")
                    .append(i);
            slides.append(".</figcaption></figure>");
        }
        assertThat(survey(data("{\"@type\":\"ImageGallery\"}"), slides + paragraph("Monday"))
                        .type())
                .isEqualTo(PageType.GALLERY);
    }

    @Test
    void aFilmWithALineIsAVideo() {
        assertThat(survey(
                                "<meta property=og:type content=video.other>",
                                "<video src=/a.mp4></video><p>See it here.</p>")
                        .type())
                .isEqualTo(PageType.VIDEO);
    }

    @Test
    void headingsThatLeadElsewhereAreASection() {
        StringBuilder teasers = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            teasers.append("<h2><a href=/").append(i).append(">Bridge number ").append(i);
            teasers.append(" is painted in green</a></h2><p>The town's painters were at work.</p>");
        }
        assertThat(survey("", teasers.toString()).type()).isEqualTo(PageType.SECTION);
    }

    @Test
    void aPageThatWasNotFoundIsAnError() {
        Survey survey = EXTRACTOR.survey(new Capture(
                Pages.ADDRESS,
                Pages.ADDRESS,
                new Headers(Map.of()),
                Bytes.copyOf("<title>404 Not Found</title><h1>Page not found</h1><p>It is gone.</p>"
                        .getBytes(StandardCharsets.UTF_8)),
                Instant.EPOCH));
        assertThat(survey.type()).isEqualTo(PageType.ERROR);
    }

    @Test
    void aQuestionAboutCookiesInsteadOfAStoryIsAConsentWall() {
        assertThat(survey("", "<div id=onetrust-consent-sdk><p>We use cookies.</p><button>Accept</button></div>")
                        .type())
                .isEqualTo(PageType.CONSENT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREE    | {'@type':'NewsArticle','isAccessibleForFree':true}  | ''",
                "PARTIAL | {'@type':'NewsArticle','isAccessibleForFree':false} | ''",
                "UNKNOWN | {'@type':'NewsArticle'}                             | ''",
                "METERED | {'@type':'NewsArticle','isAccessibleForFree':false} | metered",
                "PARTIAL | {'@type':'NewsArticle'}                             | locked",
                "FREE    | {'@type':'NewsArticle'}                             | free"
            })
    void thePageSaysHowMuchOfItEverybodyMayRead(Access access, String json, String tier) {
        String meta = "<meta property=article:content_tier content='" + tier + "'>";
        assertThat(survey(data(json.replace('\'', '"')) + meta, STORY).access()).isEqualTo(access);
    }

    @Test
    void notesOfTheDeskAreBlocksOfTheirOwn() {
        String production = "Reporting by Ann Rook in Lisbon; editing by Bob Field.";
        String correction = "Correction: an earlier version of this story said that the bridge was built in 1921.";
        String printed = Pages.print(Pages.article("<html lang=en><head><title>Council repairs the bridge</title>"
                + data("{\"@type\":\"NewsArticle\",\"datePublished\":\"2026-11-20\"}")
                + "</head><body><article><h1>Council repairs the bridge</h1>" + STORY + "<p><em>" + production
                + "</em></p><p><em>" + correction + "</em></p></article></body></html>"));
        assertThat(printed)
                .contains("NOTE PRODUCTION _" + production + "_\n", "NOTE CORRECTION _" + correction + "_\n");
    }
}
