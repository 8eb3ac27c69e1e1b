package org.polywire.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
        Captions.Words words = CAPTIONS.split(text, Inlines.ofText(text));
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

    @Test
    void aCaptionThatOnlyCitesIsACredit() {
        Captions.Words words =
                of("<figure><img src=a.jpg><figcaption><cite>Ana Mar - agency</cite></figcaption></figure>");
        assertThat(Inlines.text(words.caption())).isEmpty();
        assertThat(words.credit()).isEqualTo("Ana Mar - agency");
    }

    @Test
    void twoParagraphsBesideAPictureAreNoCaption() {
        Captions.Words words = of("<div><img src=a.jpg><p>The ferry leaves.</p><p>The island waits.</p></div>");
        assertThat(Inlines.text(words.caption())).isEmpty();
    }
}
