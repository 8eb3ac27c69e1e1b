package org.polywire.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polywire.model.Byline;

class BylinesTest {
    private static final String TEXT = IntStream.range(0, 6)
            .mapToObj(
                    i -> "<p>Paragraph " + i
                            + " says that the council met on Tuesday evening and agreed, after a long debate, on the bridge.</p>")
            .collect(Collectors.joining());

    private static String authors(String head, String underHeadline) {
        return Pages.article("<html lang=en><head><title>Old bridge is repaired</title>" + head
                        + "</head><body><article><h1>Old bridge is repaired</h1>" + underHeadline + TEXT
                        + "</article></body></html>")
                .bylines()
                .stream()
                .map(Byline::name)
                .collect(Collectors.joining("; "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "View all posts by Ada Lind | Ada Lind",
                "Published By : Ada Lind | Ada Lind",
                "Ada Lind Dec 5, 2023 | Ada Lind",
                "Ada Lind, Posted: Tue, December 5, 2023 at 4 pm | Ada Lind",
                "Ada Lind The Associated Press | Ada Lind",
                "Ada Lind and Bo Grön, Financial Times | Ada Lind; Bo Grön",
                "ada-lind | Ada Lind",
                "Ada Lind MS, RDN | Ada Lind",
                "Ada Lind; arneGronPaper | Ada Lind"
            })
    void whatIsNoNameIsTakenAway(String line, String names) {
        assertThat(authors("<meta name='author' content='" + line + "'>", "")).isEqualTo(names);
    }

    @Test
    void aCardForSharingNamesTheAuthor() {
        assertThat(authors(
                        "<meta name='twitter:label1' content='Written by'><meta name='twitter:data1' content='Ada Lind'>",
                        ""))
                .isEqualTo("Ada Lind");
        assertThat(authors(
                        "<meta name='twitter:label1' content='Price'><meta name='twitter:data1' content='Ada Lind'>",
                        ""))
                .isEmpty();
    }

    private static String data(String... names) {
        return Stream.of(names)
                .map(name -> "{\"@type\":\"Person\",\"name\":\"" + name + "\"}")
                .collect(Collectors.joining(
                        ",",
                        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":[",
                        "]}</script>"));
    }

    @Test
    void theLineUnderTheHeadlineTellsTheAuthorFromEditorsAndPhotographersThatTheDataName() {
        assertThat(authors(data("Ada Lind", "Bo Grön", "Ali Haddad"), "<p>By Ada Lind</p>"))
                .isEqualTo("Ada Lind");
        assertThat(authors(data("منى حداد", "علي ناصر"), "<p>بقلم منى حداد</p>"))
                .isEqualTo("منى حداد");
    }

    @Test
    void theLineUnderTheHeadlineNamesTheSecondAuthorThatTheDataLack() {
        assertThat(authors(data("Ada Lind"), "<p>By Ada Lind and Bo Grön</p>")).isEqualTo("Ada Lind; Bo Grön");
    }

    @Test
    void aLineOfOtherNamesLeavesTheAuthorsOfTheData() {
        assertThat(authors(data("Ada Lind", "Bo Grön"), "<p>By Ali Haddad</p>")).isEqualTo("Ada Lind; Bo Grön");
        assertThat(authors(data("Ada Lind", "Bo Grön"), "<p>By Ada Lind and Ali Haddad</p>"))
                .isEqualTo("Ada Lind; Bo Grön");
    }

    @Test
    void aLinkToThePageOfAnAuthorUnderTheHeadlineNamesTheAuthor() {
        assertThat(authors("", "<div><a href='/author/ada/'>Ada Lind</a></div>"))
                .isEqualTo("Ada Lind");
        assertThat(authors("", "<div><a href='/town/ada/'>Ada Lind</a></div>")).isEmpty();
    }

    @Test
    void thePaperBehindABarIsNoSecondAuthor() {
        assertThat(authors(
                        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":{\"@type\":\"Person\","
                                + "\"name\":\"Ada Lind | Lighthouse Weekly\"}}</script>",
                        ""))
                .isEqualTo("Ada Lind");
    }

    @Test
    void whoIsNamedFarFromTheAuthorWroteSomethingElse() {
        String far = "<i></i>".repeat(60);
        assertThat(authors("", "<b class=author-name>Ada Lind</b><b class=author-name>Bo Grön</b>"))
                .isEqualTo("Ada Lind; Bo Grön");
        assertThat(authors("", "<b class=author-name>Ada Lind</b>" + far + "<b class=author-name>Bo Grön</b>"))
                .isEqualTo("Ada Lind");
    }

    @Test
    void aMegabyteOfBracketsIsNoName() {
        assertThat(authors("<meta name='author' content='" + "(".repeat(1_000_000) + "'>", ""))
                .isEmpty();
    }
}
