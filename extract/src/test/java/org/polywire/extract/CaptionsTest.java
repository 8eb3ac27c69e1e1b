package org.polywire.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polywire.model.Article;
import org.polywire.model.Inlines;

class CaptionsTest {
    private static final Captions CAPTIONS =
            new Captions(Phrases.load(), URI.create("https://elfaro.example/"), new Signs());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The ferry leaves. Photo: Ana Mar | The ferry leaves. | Ana Mar",
                "The ferry leaves. (Ana Mar) | The ferry leaves. | Ana Mar",
                "Die Fähre legt ab. Uncredited/AP/dpa | Die Fähre legt ab. | Uncredited/AP/dpa",
                "Die Fähre legt ab. IMAGO/Nico Meer | Die Fähre legt ab. | IMAGO/Nico Meer",
                "The ferry leaves on Monday. — Picture by Ana bin Mar | The ferry leaves on Monday. | Ana bin Mar",
                "港を出る船（Ｃ）灯台通信 | 港を出る船 | 灯台通信",
                "(The Ferry Paper) | '' | The Ferry Paper",
                "The ferry 'Marina' (2019) leaves. | The ferry 'Marina' (2019) leaves. | ''",
                "The ferry leaves for the island of Mar. | The ferry leaves for the island of Mar. | ''"
            })
    void aCreditIsPartedFromWhatThePictureShows(String text, String caption, String credit) {
        Captions.Words words = CAPTIONS.ofText(text);
        assertThat(Inlines.text(words.caption())).isEqualTo(caption);
        assertThat(words.credit()).isEqualTo(credit);
    }

    private static Captions.Words of(String html) {
        return CAPTIONS.of(Jsoup.parseBodyFragment(html).expectFirst("img"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div><img src=a.jpg><p>The ferry leaves</p><p class=image--author>Photo: Ana Mar</p></div>",
                "<div><img data-src=a.jpg alt=x><noscript><img src=a.jpg alt=x></noscript><p class=caption>The ferry leaves"
                        + " <span class=credit>Ana Mar</span></p></div>",
                "<div><p><a href=a.jpg><img src=a.jpg></a></p><p class=wp-caption-text>The ferry leaves"
                        + " <span class=credit>Ana Mar</span></p></div>",
                "<figure><img src=a.jpg data-caption='The ferry leaves' data-credit='Ana Mar'></figure>",
                "<figure><img src=a.jpg><figcaption>The ferry leaves <span class=copyright>Copyright</span>"
                        + " <span class=credit>Ana Mar/Copyright 2024 The AP. All rights reserved</span></figcaption></figure>",
                "<div><img src=a.jpg><div class=image-description>The ferry leaves <span class=credit>Ana Mar</span></div></div>",
                "<div><figure><img src=a.jpg><figcaption>View 6 Images</figcaption></figure>"
                        + "<p class=caption>The ferry leaves <span class=credit>Ana Mar</span></p></div>"
            })
    void aCaptionIsFoundWhereverThePageHasIt(String html) {
        Captions.Words words = of(html);
        assertThat(Inlines.text(words.caption())).isEqualTo("The ferry leaves");
        assertThat(words.credit()).isEqualTo("Ana Mar");
    }

    @Test
    void theCounterOfAGalleryIsNoPartOfACaption() {
        String shown = "The ferry leaves the harbour of the island for the last time before winter";
        Captions.Words words = of("<figure><img src=a.jpg><figcaption><div><span>View 3 Images</span></div><div>"
                + shown + "</div></figcaption></figure>");
        assertThat(Inlines.text(words.caption())).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<span class=slide-counter>3 / 14</span> The ferry leaves",
                "The ferry leaves <small class='count'>(3 of 14)</small>",
                "<p>Image 3 of 14</p><p>The ferry leaves</p>",
                "<span>Image 3 of 14</span> The ferry leaves",
                "Foto 3 de 14: The ferry leaves",
                "The ferry leaves (photo 3/14)"
            })
    void aCaptionDoesNotCountThePicturesOfItsGallery(String caption) {
        Captions.Words words = of("<figure><img src=a.jpg><figcaption>" + caption + "</figcaption></figure>");
        assertThat(Inlines.text(words.caption())).isEqualTo("The ferry leaves");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1/2 of the ferries leave",
                "The ferry leaves at 3/14",
                "3 of 14 ferries leave",
                "Only <b>3 of 10</b> islanders voted",
                "Only <span>3 of 10</span> islanders voted",
                "Only <span class=counter>3 of 10</span> islanders voted",
                "<span class=country>3 of 10</span> islanders voted",
                "The <span>9/11</span> memorial",
                "The quay in the <span>2024/25</span> season",
                "The new film (8/10)",
                "The vote <small>(3 of 10)</small>"
            })
    void aCaptionKeepsNumbersOfItsOwn(String caption) {
        Captions.Words words = of("<figure><img src=a.jpg><figcaption>" + caption + "</figcaption></figure>");
        assertThat(Inlines.text(words.caption())).isEqualTo(caption.replaceAll("<[^>]*>", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<span>9/11</span> Twenty-five years on",
                "<strong>3 of 10</strong> islanders want to leave",
                "<span>3 de 10</span> isleños quieren irse",
                "<b>1/2</b> cup of sugar",
                "Cámara – foto 8/10"
            })
    void aHeadingKeepsNumbersOfItsOwn(String heading) {
        assertThat(heading(heading)).isEqualTo(heading.replaceAll("<[^>]*>", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<span>Image 3 of 14</span> The ferry leaves",
                "<span class=counter>3/14</span> The ferry leaves",
                "Image 3 of 14: The ferry leaves"
            })
    void aHeadingDoesNotCountThePicturesOfItsGallery(String heading) {
        assertThat(heading(heading)).isEqualTo("The ferry leaves");
    }

    private static String heading(String html) {
        Element heading = Jsoup.parseBodyFragment("<h2>" + html + "</h2>").expectFirst("h2");
        return Inlines.text(new Counters(Phrases.load()).heading(Pages.ADDRESS, heading.childNodes()));
    }

    @Test
    void aCaptionThatOnlyCitesIsACredit() {
        Captions.Words words =
                of("<figure><img src=a.jpg><figcaption><cite>Ana Mar - agency</cite></figcaption></figure>");
        assertThat(Inlines.text(words.caption())).isEmpty();
        assertThat(words.credit()).isEqualTo("Ana Mar - agency");
    }

    @ParameterizedTest
    @CsvSource({"true, caption.shown", "false, text"})
    void aTextIsRepeatedOnlyByCaptionsWithinTheBody(boolean within, String rule) {
        String words = "The ferry at the quay of the island on Tuesday evening";
        String picture = "<figure><img src=/a.jpg width=800><figcaption>" + words + "</figcaption></figure>";
        String text = "<p>The council met on Tuesday evening and agreed, after a long debate, on the ferry.</p>"
                + "<p>The mayor said that no one on the island would have to wait for the spring any longer.</p>"
                + "<p>The company has said for a year that its two ferries cannot be repaired before then.</p>";
        String page = "<html lang=en><body>" + (within ? "" : "<section>" + picture + "</section>")
                + "<article><h1>A new ferry for the island</h1>" + (within ? picture : "") + text + "<h2>" + words
                + "</h2>" + text.replace("The ", "Their ") + "</article></body></html>";
        assertThat(rules(page, words)).containsExactly(rule);
    }

    private static List<String> rules(String page, String words) {
        return switch (Pages.extract(page)) {
            case Extraction.Extracted(Article article, double quality, Explanation explanation) ->
                explanation.decisions().stream()
                        .filter(decision -> decision.text().equals(words))
                        .map(Explanation.Decision::rule)
                        .toList();
            case Extraction other -> throw new AssertionError(other);
        };
    }

    @Test
    void twoParagraphsBesideAPictureAreNoCaption() {
        Captions.Words words = of("<div><img src=a.jpg><p>The ferry leaves.</p><p>The island waits.</p></div>");
        assertThat(Inlines.text(words.caption())).isEmpty();
    }
}
