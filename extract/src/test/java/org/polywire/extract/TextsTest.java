package org.polywire.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>one line",
                "<p>\n  one line\n ",
                "<p>two  spaces",
                "<p>a&nbsp;b&shy;c",
                "<p>&nbsp;",
                "<p> \n ",
                "<p>",
                "<p>a <b>b</b>",
                "<p><b>b</b>",
                "<pre>a\n b </pre>",
                "<p>\u2003em space\u2003",
                "<p>e\u0301te\u0301",
                "<p dir=rtl>\n\u0633\u0637\u0631 \u0648\u0627\u062d\u062f\n",
                "<p>\u4e00\u884c\u306e\u672c\u6587\u3002"
            })
    void theTextOfAnElementIsThatOfTheParser(String html) {
        Element element = Jsoup.parse(html).body().child(0);
        assertThat(Texts.of(element)).isEqualTo(element.text());
        assertThat(Texts.line(element)).isEqualTo(Texts.line(element.text()));
        assertThat(Texts.isBlank(element)).isEqualTo(element.text().isBlank());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>one  two\n\n three <b> four</b>five",
                "<ul>\n <li>one\n <li>\ttwo <br> three</ul>",
                "<pre>  one\n\n  <code>two\n    three</code></pre>",
                "<p>a&nbsp;&nbsp;b&shy;c\u000b\u000bd",
                "<table><tr><td>one</td> <td> two</td></table>",
                "<div> </div>"
            })
    void whetherATextIsLongerIsToldAsIfItHadBeenPutTogether(String html) {
        for (Element element : Jsoup.parse(html).body().select("*")) {
            int length = element.text().length();
            for (int most = 0; most <= length + 3; most++) {
                assertThat(Texts.isLonger(element, most))
                        .as(element + " " + most)
                        .isEqualTo(length > most);
            }
        }
    }
}
