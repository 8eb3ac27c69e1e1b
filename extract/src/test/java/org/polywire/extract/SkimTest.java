package org.polywire.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polywire.model.Bytes;
import org.polywire.testkit.Seeded;

class SkimTest {
    private static final int ALL = Integer.MAX_VALUE;

    /** What markup is made of, whole and broken, and what only looks like it. */
    private static final List<String> PARTS = List.of(
            "<p class=a>",
            "</p>",
            "text & more ",
            "a < b ",
            "ترجمة ",
            "記事",
            "<script>",
            "<SCRIPT async data-x='</script'>",
            "<script type='application/ld+json'>",
            "<script type='application/ld&#43;json'>",
            "{\"a\": \"<p>\"}",
            "</script>",
            "</script x>",
            "</scripts>",
            "<style media=print>",
            "</style>",
            "<svg viewBox='0 0 1 1' class=i>",
            "<svg/>",
            "<svg class=x/>",
            "<math>",
            "</math>",
            "<math data-n= />",
            "<annotation-xml encoding=text/html>",
            "</annotation-xml>",
            "<desc>",
            "</desc>",
            "<foreignObject>",
            "<mi>",
            "</mi>",
            "<font color=a>",
            "<b hidden style=a id=b itemprop=c data-n=d>",
            "<path d='M0 0' data-x=\"</svg>\"/>",
            "<g>",
            "</g>",
            "<title>",
            "</title>",
            "</svg>",
            "<style/>",
            "<![CDATA[",
            "]]>",
            "<!--",
            "-->",
            "--!>",
            "<!-->",
            "<!--->",
            "<!--!>",
            "<!x>",
            "<?x ?>",
            "</>",
            "</ x>",
            "<textarea>",
            "</textarea>",
            "<iframe src=x>",
            "</iframe>",
            "<noscript>",
            "</noscript>",
            "<img src=a/ data-n=1/>",
            "<img data-n=\"1\"alt='x>y' srcset = b data-m >",
            "<a =x href=y\n\tonclick=\"if (a > b) { '<b>' }\">",
            "</a>",
            "<div data-n",
            " data-o='",
            "' class=\"b\"",
            "\"",
            "/",
            ">",
            "<plaintext>");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<script>let a = '<p>'</script><p>b    | <script></script><p>b",
                "<SCRIPT src=a>b</Script ><p>           | <SCRIPT src=a></Script ><p>",
                "<script type=Application/LD+json>{}</script> | <script type=Application/LD+json>{}</script>",
                "<style>p > a {}</style>x              | <style></style>x",
                "<svg class=i d=0><path d=M0/></svg>x  | <svg class=i></svg>x",
                "<svg><title>Share</title></svg>x      | <svg><title>Share</title></svg>x",
                "<svg><path><p>text</svg>x             | <svg><path><p>text</svg>x",
                "<p class=a onclick='b > c' id=d>x     | <p class=a id=d>x",
                "<div data-breadcrumb=1>x              | <div data-breadcrumb=1>x",
                "<div data-BreadCrumb=1 data-c=1>x     | <div data-BreadCrumb=1>x",
                "<font color=a face=b size=c d=e>x     | <font color=a face=b size=c>x",
                "<svg d=a/></svg><style>b</style>x     | <svg></svg><style></style>x",
                "<svg><desc>A</desc></svg><script>'<'</script>x | <svg><desc>A</desc></svg><script></script>x",
                "<script src=a/>'<'</script>x          | <script src=a/></script>x",
                "<!-- <script>a</script> --><p>x       | <!-- <script>a</script> --><p>x",
                "<p title='<script>'>a</script>b       | <p title='<script>'>a</script>b"
            })
    void whatNobodyReadsIsLeftOut(String page, String kept) {
        assertThat(skimmed(page, ALL)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<script><!-- <script>a</script> b --></script>",
                "<svg><style/><path/></svg>",
                "<svg><![CDATA[<style>]]></svg>",
                "<svg class=x/><style><p>text</p></style>",
                "<math class= /><style><p>text</p></style>",
                "<svg></math><style><p>text</p></style>",
                "<math></svg><style><p>text</p></style>",
                "<svg><desc><b></svg></b></desc><style><p>text</p></style>",
                "<math><annotation-xml encoding=text/html><style>a</style><p>text</p>",
                "<xmp><style></xmp>",
                "<script>never closed"
            })
    void afterADoubtThePageIsLeftAsItIs(String doubt) {
        String page = doubt + "<p onclick=a><style>b</style>";
        assertThat(skimmed(page, ALL)).isEqualTo(page);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<a><b></b><i>            | 2 | <a><b></b>",
                "<a><b></b><i>            | 3 | <a><b></b><i>",
                "1 < 2 <!-- x --> </p><p> | 0 | 1 < 2 <!-- x --> </p>",
                "<script>'<p><p>'</script><p> | 1 | <script></script>",
                "<                        | 0 | <"
            })
    void aPageEndsBeforeTheTagThatIsTooMuch(String page, int most, String kept) {
        assertThat(skimmed(page, most)).isEqualTo(kept);
        assertThat(Skim.of(bytes(page), most).isWhole()).isEqualTo(page.length() == kept.length());
    }

    /** A law: the tree is the same in all that is read, whatever stands beside what. */
    @Test
    void whatIsReadOfAPageIsTheSame() {
        Seeded.run(10_000, random -> {
            String page = page(random);
            assertThat(read(skimmed(page, ALL))).as(page).isEqualTo(read(page));
        });
    }

    private static String page(Random random) {
        StringBuilder page = new StringBuilder("<html><body>");
        for (int i = 1 + random.nextInt(14); i > 0; i--) {
            page.append(PARTS.get(random.nextInt(PARTS.size())));
        }
        return page.toString();
    }

    private static String skimmed(String page, int most) {
        try {
            return new String(Skim.of(bytes(page), most).stream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Bytes bytes(String page) {
        return Bytes.copyOf(page.getBytes(StandardCharsets.UTF_8));
    }

    private static String read(String page) {
        StringBuilder read = new StringBuilder();
        read(Jsoup.parse(page), read);
        return read.toString();
    }

    private static void read(Node node, StringBuilder read) {
        if (node instanceof TextNode text) {
            read.append(text.getWholeText());
        }
        if (node instanceof Element element) {
            read.append('<').append(element.tagName());
            for (String name :
                    List.of("class", "href", "src", "srcset", "alt", "type", "hidden", "style", "id", "itemprop")) {
                read.append(' ').append(Markup.attribute(element, name));
            }
            read.append('>').append(isData(element) ? element.data() : "");
            if (!isUnread(element)) {
                element.childNodes().forEach(child -> read(child, read));
            }
            read.append("</>");
        }
    }

    private static boolean isUnread(Element element) {
        boolean icon = element.tagName().equals("svg") && element.selectFirst(":not(svg, path, g)") == null;
        return icon || List.of("script", "style").contains(element.tagName());
    }

    private static boolean isData(Element script) {
        return script.tagName().equals("script")
                && Markup.attribute(script, "type").contains("ld+json");
    }
}
