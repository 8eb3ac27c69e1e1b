package org.polywire.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polywire.model.Inline;
import org.polywire.model.Inline.LineBreak;
import org.polywire.model.Inline.Link;
import org.polywire.model.Inline.Text;
import org.polywire.model.Inline.Verbatim;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;

class ManuscriptTest {
    private static final LanguageTag CATALAN = new LanguageTag("ca");

    private static String unchanged(Manuscript manuscript) {
        return manuscript.write(manuscript.runs(), CATALAN);
    }

    private static List<String> texts(Manuscript manuscript) {
        return manuscript.runs().stream().map(Inlines::text).toList();
    }

    private static Inline upper(Inline inline) {
        return switch (inline) {
            case Text(String value) -> new Text(value.toUpperCase(Locale.ROOT));
            case Link(var target, List<Inline> content) ->
                new Link(target, content.stream().map(ManuscriptTest::upper).toList());
            case Verbatim verbatim -> verbatim;
            case LineBreak lineBreak -> lineBreak;
            case Inline.Emphasis emphasis -> throw new AssertionError(emphasis);
            case Inline.Quoted quoted -> throw new AssertionError(quoted);
            case Inline.Strong strong -> throw new AssertionError(strong);
        };
    }

    /** As an engine that only knows capitals would translate it. */
    private static String inCapitals(String html) {
        Manuscript manuscript = Manuscript.html(html);
        return manuscript.write(
                manuscript.runs().stream()
                        .map(run -> run.stream().map(ManuscriptTest::upper).toList())
                        .toList(),
                CATALAN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Hola.",
                "  Hola.\n",
                "<p>Hola <b>món</b>.</p>",
                "<p class=\"x\">Un <a href=\"/a\"><b>molt</b> <i>llarg</i> enllaç</a>, i un altre.</p>",
                "<div> text <p>bloc</p> més <span>text</span> </div>",
                "un<br>dos<br class=\"y\"><b>tres<br>quatre</b>",
                "<a href=\"/x\"><img src=\"x.png\"></a> al principi",
                "al mig <img src=\"x.png\"> de la frase",
                "<p>codi <code>git push</code> dins</p><pre>  res\n  aquí </pre>",
                "<ul><li>un</li><li>dos <em>i mig</em></li></ul>",
                "<script>let a = 1 < 2;</script><p>x</p><!-- y --><p>a <!-- z --> b</p>",
                "<details><summary>Títol</summary>Cos</details>",
                "<span id=\"m1\">El port</span> <span id=\"m2\" translate=\"no\">X</span>",
                "<p>a &lt;b&gt; &amp;amp; c</p>",
                "<custom-tag a=\"1\">Hola</custom-tag><a id=\"buit\"></a> fi"
            })
    void wordsThatAreNotChangedLeaveTheHtmlAsItWas(String html) {
        Document parsed = Jsoup.parseBodyFragment(html);
        parsed.outputSettings().prettyPrint(false);
        assertThat(unchanged(Manuscript.html(html))).isEqualTo(parsed.body().html());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "a", " a \n\nb\r\n", "a\n  b\nc\n\n\n", "\u00A0x\t\n"})
    void wordsThatAreNotChangedLeaveTheTextAsItWas(String text) {
        assertThat(unchanged(Manuscript.lines(text))).isEqualTo(text);
    }

    @Test
    void aLineIsARunAndSoIsAParagraph() {
        assertThat(texts(Manuscript.lines("one\ntwo\n\nthree"))).containsExactly("one", "two", "three");
        assertThat(texts(Manuscript.paragraphs("one\ntwo\n\nthree"))).containsExactly("one two", "three");
        assertThat(unchanged(Manuscript.paragraphs("one\ntwo\n \n\nthree\n"))).isEqualTo("one two\n \n\nthree\n");
    }

    @Test
    void whatStandsBetweenBlocksIsARun() {
        assertThat(texts(Manuscript.html(
                        "intro <b>x</b><p>one</p>two<ul><li>three</li></ul><a href=/><div>four</div></a>")))
                .containsExactly("intro x", "one", "two", "three", "four");
    }

    @Test
    void attributesThatAreReadAreTranslatedAndOthersAreNot() {
        assertThat(
                        inCapitals(
                                "<p title=\"hint\"><img alt=\"a boat\" src=\"boat.png\"> in <a href=\"/port\" title=port>port</a></p>"))
                .isEqualTo("<p title=\"HINT\"><img alt=\"A BOAT\" src=\"boat.png\"> IN"
                        + " <a href=\"/port\" title=\"PORT\">PORT</a></p>");
    }

    @Test
    void codeScriptsAndWhatIsNotToBeTranslatedStay() {
        assertThat(inCapitals("<style>p{}</style><p>run <code>ls -l</code> <b translate=no>now</b></p>"
                        + "<div class=notranslate><p>as is</p></div><pre>as is</pre><textarea>as is</textarea>"))
                .isEqualTo("<style>p{}</style><p>RUN <code>ls -l</code> <b translate=\"no\">now</b></p>"
                        + "<div class=\"notranslate\"><p>as is</p></div><pre>as is</pre><textarea>as is</textarea>");
    }

    /** What an engine answers is text, whatever it looks like: it cannot bring an element or an attribute along. */
    @Test
    void aTranslationCannotAddMarkup() {
        Manuscript manuscript = Manuscript.html("<p title=\"t\">Hola <b>món</b></p>");
        List<Inline> hostile = Inlines.ofText("\"><script>alert(1)</script>");
        Document written = Jsoup.parseBodyFragment(manuscript.write(List.of(hostile, hostile), CATALAN));
        assertThat(written.body().select("*").eachText()).hasSize(2);
        assertThat(written.select("script, b")).isEmpty();
        assertThat(written.select("p[title]"))
                .singleElement()
                .satisfies(
                        paragraph -> assertThat(paragraph.attributes().size()).isOne());
    }

    @Test
    void anElementThatIsSplitKeepsItsIdOnceAndOneWithoutWordsIsNeverLost() {
        Manuscript manuscript = Manuscript.html("<b id=\"x\">ho sento</b> molt <img src=\"i.png\">ahir");
        Inline bold = manuscript.runs().getFirst().getFirst();
        List<Inline> split = List.of(bold, new Text(" no "), bold);
        assertThat(manuscript.write(List.of(split), CATALAN))
                .isEqualTo("<b id=\"x\">ho sento</b> no <b>ho sento</b><img src=\"i.png\">");
    }

    @Test
    void aPageSaysWhichLanguageItIsInNow() {
        Manuscript page =
                Manuscript.html("<!DOCTYPE html><html lang=en><head><title>News</title></head><body>x</body></html>");
        assertThat(texts(page)).containsExactly("News", "x");
        assertThat(page.write(page.runs(), new LanguageTag("ar")))
                .isEqualTo("<!doctype html><html lang=\"ar\" dir=\"rtl\"><head><title>News</title></head>"
                        + "<body>x</body></html>");
    }

    @Test
    void hostileMarkupIsBounded() {
        assertThat(texts(Manuscript.html("<div>".repeat(20_000) + "x"))).containsExactly("x");
        assertThatThrownBy(() -> Manuscript.html("<i>".repeat(20_000) + "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1000 elements");
        assertThat(texts(Manuscript.lines(" ".repeat(200_000) + "x" + " ".repeat(200_000) + "y")))
                .hasSize(1);
    }
}
