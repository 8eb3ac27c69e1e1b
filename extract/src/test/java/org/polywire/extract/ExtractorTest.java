package org.polywire.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polywire.model.Reason;
import org.polywire.testkit.Golden;

class ExtractorTest {
    private static final String PARAGRAPH =
            "<p>The council met on Tuesday evening and agreed, after a long debate, to repair the old bridge before winter.</p>";

    private static String page(String head, String body) {
        return "<html lang=en><head><title>Council agrees to repair the old bridge</title>" + head + "</head><body>"
                + "<article><h1>Council agrees to repair the old bridge</h1><div class=article-body>" + PARAGRAPH
                + "<p>Work begins in May and costs two million, which the region pays, said the mayor of the town.</p>"
                + "<p>Drivers will use the road through the valley, as they did when the bridge was painted.</p>"
                + body + "</div></article></body></html>";
    }

    private static Reason reason(Extraction extraction) {
        return switch (extraction) {
            case Extraction.Extracted extracted ->
                throw new AssertionError("taken: " + extracted.article().headline());
            case Extraction.NotAnArticle(Reason reason, String detail) -> reason;
            case Extraction.Withheld(Reason reason, String detail) -> reason;
            case Extraction.Elsewhere further -> throw new AssertionError(further);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"structures", "arabic", "hebrew", "japanese", "broken", "interview"})
    void aPageBecomesTheArticleBesideIt(String name) {
        Golden.check(Pages.FOLDER.resolve(name + ".txt"), Pages.print(Pages.article(Pages.read(name))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"structures", "arabic", "japanese", "broken", "teasers"})
    @Timeout(120)
    void everyPrefixOfAPageHasAnOutcome(String name) {
        String html = Pages.read(name);
        IntStream.range(0, html.length())
                .filter(end -> end % 7 == 0)
                .forEach(
                        end -> assertThat(Pages.extract(html.substring(0, end))).isNotNull());
    }

    @Test
    void theSamePageGivesTheSameArticle() {
        String html = Pages.read("structures");
        assertThat(Pages.extract(html)).isEqualTo(Pages.extract(html));
    }

    @Test
    void anExtractionExplainsItself() {
        Extraction.Extracted extracted = (Extraction.Extracted) Pages.extract(Pages.read("structures"));
        assertThat(extracted.explanation().fields())
                .extracting(Explanation.Field::source)
                .startsWith("h1");
        assertThat(extracted.explanation().decisions())
                .anyMatch(decision -> !decision.kept() && decision.rule().equals("phrase.related"))
                .anyMatch(decision -> !decision.kept() && decision.rule().equals("mark.newsletter"));
        assertThat(extracted.explanation().quality().stream()
                        .mapToDouble(Explanation.Part::weight)
                        .sum())
                .isCloseTo(1, org.assertj.core.data.Offset.offset(1e-9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"structures", "arabic", "hebrew", "japanese", "broken", "interview"})
    void whoDoesNotAskForReasonsGetsTheSameWithoutThem(String name) {
        Extraction.Extracted explained = (Extraction.Extracted) Pages.extract(Pages.read(name));
        assertThat(Pages.unexplained(Pages.read(name)))
                .isEqualTo(new Extraction.Extracted(explained.article(), explained.quality(), Explanation.NONE));
    }

    /** How much an aside is of the page is told before anything is taken out of the paragraphs. */
    @Test
    void anAsideIsNoStoryBecauseParagraphsHoldWhatOnlyIsHeard() {
        String hidden = "<span aria-hidden=true>" + "The same is said once more for those who do not see it. ".repeat(4)
                + "</span>";
        String page = "<title>Harbour</title><h1>The harbour opens</h1><div class=article-body>"
                + IntStream.range(0, 12)
                        .mapToObj(i -> "<p>The harbour in the old town will open on day " + i + "." + hidden + "</p>")
                        .collect(Collectors.joining())
                + "</div><aside><p>" + "Something else altogether was told of another town. ".repeat(5)
                + "</p></aside>";
        assertThat(Pages.print(Pages.article(page))).doesNotContain("Something else");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RIGHTS_RESERVED     | <meta name=tdm-reservation content=1>",
                "NOINDEX             | <meta name=robots content='noindex, follow'>",
                "TRANSLATION_REFUSED | <meta name=google content=notranslate>",
                "LICENCE_FORBIDS     | <link rel=license href='https://creativecommons.org/licenses/by-nd/4.0/'>",
                "PAYWALLED           | <meta property=article:content_tier content=locked>",
                "PAYWALLED           | <script type=application/ld+json>{'@type':'NewsArticle','isAccessibleForFree':'False'}</script>"
            })
    void aPageThatRefusesIsWithheld(Reason reason, String head) {
        assertThat(reason(Pages.extract(page(head.replace("'", "\""), "")))).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This article was automatically translated from Spanish.",
                "Este artículo ha sido traducido automáticamente.",
                "Cet article a été traduit automatiquement.",
                "Dieser Artikel wurde maschinell übersetzt.",
                "Aquest article ha estat traduït automàticament.",
                "هذا المقال تمت ترجمته آليا."
            })
    void aPageThatSaysItIsAMachineTranslationIsWithheld(String words) {
        assertThat(reason(Pages.extract(page("", "<p>" + words + "</p>")))).isEqualTo(Reason.MACHINE_TRANSLATED);
    }

    @Test
    void hiddenTextIsNeverShown() {
        String wall =
                "<div class=paywall hidden><p>Secret paragraph that only subscribers may read, and it is a long one.</p></div>";
        assertThat(Pages.print(Pages.article(page("", wall)))).doesNotContain("Secret");
        assertThat(reason(Pages.extract(page("", wall.repeat(6))))).isEqualTo(Reason.PAYWALLED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Back to top button",
                "Advertisement",
                "Read more: <a href=/x>A story</a>",
                "Sign up for our newsletter",
                "© 2026 The Lantern"
            })
    void furnitureIsNoParagraph(String words) {
        String text =
                Pages.print(Pages.article(page("", "<p>" + words + "</p>" + PARAGRAPH.replace("Tuesday", "Friday"))));
        assertThat(text).doesNotContain(words.split("[:<]")[0]).contains("Friday");
    }

    @Test
    void aStoryAboutAdvertisingKeepsItsWords() {
        String words =
                "<p>Advertisement revenue fell by a third last year, the publishers' association said in its report.</p>";
        assertThat(Pages.print(Pages.article(page("", words)))).contains("Advertisement revenue fell");
    }

    @Test
    void notEveryPageIsAnArticle() {
        assertThat(reason(Pages.extract(Pages.read("teasers")))).isEqualTo(Reason.NOT_AN_ARTICLE);
        assertThat(reason(Pages.extract(""))).isEqualTo(Reason.EMPTY_PAGE);
        assertThat(reason(Pages.extract("<html><body></body></html>"))).isEqualTo(Reason.EMPTY_PAGE);
        assertThat(reason(Pages.extract("%PDF-1.7 binary"))).isEqualTo(Reason.NOT_HTML);
        assertThat(reason(Pages.extract("{\"a\":\"<b>\"}"))).isEqualTo(Reason.NOT_HTML);
        assertThat(reason(Pages.extract("<?xml version='1.0'?><rss><channel/></rss>")))
                .isEqualTo(Reason.NOT_HTML);
        assertThat(reason(Pages.extract(
                        page("", "").getBytes(StandardCharsets.UTF_8), Map.of("content-type", List.of("image/png")))))
                .isEqualTo(Reason.NOT_HTML);
        assertThat(reason(Pages.extract(
                        "<title>404 Not Found</title><h1>Page not found</h1><p>The page you looked for is gone.</p>")))
                .isEqualTo(Reason.NOT_AN_ARTICLE);
    }

    @Test
    void bytesAreReadAsTheyAreNotAsDeclared() {
        String html = page(
                "<meta charset=utf-8>",
                "<p>The café’s owner said “naïve” plans cost £3 million, and smiled at the señor.</p>");
        byte[] western = html.getBytes(Charset.forName("windows-1252"));
        String text = Pages.print(((Extraction.Extracted)
                        Pages.extract(western, Map.of("content-type", List.of("text/html; charset=utf-8"))))
                .article());
        assertThat(text).contains("The café’s owner said “naïve” plans cost £3 million, and smiled at the señor.");
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE", "UTF-16BE", "UTF-8"})
    void aPageInAnyUnicodeFormIsRead(String charset) {
        byte[] bytes = page("", "<p>The café on the bridge stays open.</p>").getBytes(Charset.forName(charset));
        assertThat(Decoder.decode(bytes, "")).contains("The café on the bridge");
    }

    @Test
    void hugePagesAreRefusedAndDeepOnesRead() {
        assertThat(reason(Pages.extract("<p>".repeat(Extractor.MAX_BYTES / 3 + 1))))
                .isEqualTo(Reason.TOO_LARGE);
        assertThat(reason(Pages.extract("<b></b>".repeat(Extractor.MAX_ELEMENTS) + "text")))
                .isEqualTo(Reason.TOO_LARGE);
        String deep = page("", "<div>".repeat(20_000) + PARAGRAPH.replace("Tuesday", "Friday"));
        assertThat(Pages.extract(deep)).isInstanceOf(Extraction.Extracted.class);
    }

    @Test
    void deepMarkupKeepsItsWords() {
        String nested =
                "<p>" + "<b><i>".repeat(60) + "deep words in the middle of the town" + "</i></b>".repeat(60) + "</p>";
        assertThat(Pages.print(Pages.article(page("", nested + "<blockquote>".repeat(30) + "<p>very deep words</p>"))))
                .contains("deep words in the middle", "very deep words");
    }

    @Test
    void aCanonicalAddressOfAnotherSiteIsNotBelieved() {
        String html = page("<link rel=canonical href='https://other.example/story'>", "");
        assertThat(Pages.article(html).address()).isEqualTo(Pages.ADDRESS);
    }

    @Test
    void aShortBoldLineIsASubHeadingAndABoldSentenceIsNot() {
        String lines = "<p><b>A driver who tells stories</b></p>" + PARAGRAPH.replace("Tuesday", "Friday")
                + "<p><b>Who pays for the bridge?</b></p>" + PARAGRAPH.replace("Tuesday", "Sunday")
                + "<ul><li><b>The council</b></li><li><b>The region of the north</b></li></ul>"
                + PARAGRAPH.replace("Tuesday", "Monday");
        assertThat(Pages.print(Pages.article(page("", lines))))
                .contains("H3 A driver who tells stories\n", "P **Who pays for the bridge?**\n", "P **The council**\n");
    }

    @Test
    void aBoxToSubscribeGoesAndAStoryOfSubscribersStays() {
        String box = "<div class=x><h3>The Tide Table</h3><p>All the news of the harbour on each weekday.</p>"
                + "<input type=email></div>";
        String story =
                "<p>Readers who <a href=/plans>subscribe</a> to the harbour's plans pay less, the mayor said.</p>";
        assertThat(Pages.print(Pages.article(page("", PARAGRAPH.replace("Tuesday", "Friday") + box + story))))
                .doesNotContain("Tide Table", "each weekday")
                .contains("](https://faro.example/plans) to the harbour's plans");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<div><a href=/culture>Culture</a></div> | Culture",
                "<p>Medi ambient</p>                     | Medi ambient",
                "<p>23 November 2026</p>                 | ''",
                "<p>By Ann Rook</p>                      | ''",
                "<nav><a href=/>Home</a></nav>           | ''",
                "<p>Advertisement</p>                    | ''"
            })
    void theFewWordsOverAHeadlineAreItsKicker(String over, String kicker) {
        String html = page("", PARAGRAPH.replace("Tuesday", "Friday")).replace("<article>", "<article>" + over);
        assertThat(Pages.article(html).kicker()).isEqualTo(kicker);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The bridge in May. <span class=css-x1>Ann Rook</span>    | The bridge in May.         | Ann Rook",
                "The bridge in May. <span>The mayor stands on it.</span>  | The bridge in May. The mayor stands on it. | ''",
                "The bridge <span>in May</span>                           | The bridge in May          | ''"
            })
    void theLastWordsOfACaptionAreTheCreditOnlyAfterASentence(String inside, String caption, String credit) {
        String figure = "<figure><img src=/b.jpg width=900 alt=Bridge><figcaption>" + inside + "</figcaption></figure>";
        assertThat(Pages.print(Pages.article(page("", figure + PARAGRAPH.replace("Tuesday", "Friday")))))
                .contains("caption " + caption + "\n  credit " + credit + "\n");
    }

    @Test
    void addressesAreOfAsciiAlone() {
        String link =
                "<p>The council <a href='/اقتصاد/صندوق?q=é'>opened the fund</a> for the harbour on Friday evening.</p>";
        assertThat(Pages.print(Pages.article(page("", link))))
                .contains("](https://faro.example/%D8%A7%D9%82%D8%AA%D8%B5%D8%A7%D8%AF/"
                        + "%D8%B5%D9%86%D8%AF%D9%88%D9%82?q=%C3%A9)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href='/economia/puerto-muelle#p%1$d'></a><h3><a href='/economia/puerto-muelle#p%1$d'>At %1$d o'clock</a></h3>",
                "<a href='/economia/puerto-muelle?post=p%1$d'></a><h3><a href='/economia/puerto-muelle?post=p%1$d'>At %1$d o'clock</a></h3>"
            })
    void postsOfALiveBlogThatLinkToThemselvesAreText(String links) {
        List<String> said = List.of(
                "The storm has reached the northern coast, and the ferry stays in the harbour until the evening.",
                "Two roads to the lighthouse are closed, the police said, as trees fell on them during the night.",
                "The school of the island sends its pupils home at noon, and the buses leave an hour earlier.",
                "The water stands a metre above the quay, which the fire brigade has protected with sand.",
                "The wind grows weaker, said the weather service, and the first ferry may leave before midnight.");
        String head = "<script type=application/ld+json>{\"@type\":\"NewsArticle\"}</script>";
        String posts = IntStream.range(0, said.size())
                .mapToObj(i -> "<section class=post>" + links.formatted(i + 1) + "<time>20 November</time><p>"
                        + said.get(i) + "</p></section>")
                .collect(Collectors.joining());
        assertThat(Pages.print(Pages.article(page(head, posts)))).contains(said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<dl class=readers><dt>Jon Lee<dd>I will believe it when I see it, said my neighbour to me.<dt>Kim<dd>Great news for all of us.</dl>",
                "<dl class=posts><dt>Ana Mar<dd>They should have done it years ago, and everyone knows that.</dl>",
                "<dl class=author><dt>Ana Mar<dd>Ana Mar has written about bridges for this paper since the year 2010.</dl>",
                "<dl class=hours><dt>Monday<dd>9 to 5<dt>Tuesday<dd>9 to 5, and the desk answers the telephone until seven.</dl>"
            })
    void definitionsAfterTheTextAreNotPartOfIt(String list) {
        String said = list.replaceAll(".*<dd>", "").replace("</dl>", "");
        assertThat(Pages.print(Pages.article(page("", list)))).doesNotContain(said);
        assertThat(Pages.print(Pages.article(page(
                        "",
                        PARAGRAPH.replace("old", "new")
                                + "<p>The bridge was closed in March, when a diver found cracks in two of the seven pillars under water.</p>"
                                + "<p>Since then the bus to the harbour takes half an hour longer, and shops in the old town sell less.</p>"
                                + "<p>An engineer told the council that the pillars can be mended without a new foundation.</p>"
                                + "<p>The mayor said she hoped that the market would come back to the bridge in the autumn.</p>"
                                + list))))
                .doesNotContain(said);
    }

    @Test
    void aGlossaryAmongTheTextIsPartOfIt() {
        String list = "<dl><dt>Pillar<dd>What a bridge stands on, mostly of stone, in the bed of the river.</dl>";
        assertThat(Pages.print(Pages.article(page("", list + PARAGRAPH.replace("old", "new")))))
                .contains("bed of the river.");
    }
}
