package org.polywire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExtractCommandTest {
    private static final String PARAGRAPH =
            "The council met on %s evening and agreed, after a long debate, that the old bridge is to be repaired.";
    private static final String PAGE = "<html lang=en><head><title>Council repairs the bridge | Faro</title>"
            + "<meta property='og:title' content='You will not believe this bridge &lt;script&gt;alert(1)&lt;/script&gt;'>"
            + "<meta name=author content='Ada Lind'></head><body><article><h1>Council repairs the bridge</h1>"
            + "<p>" + PARAGRAPH.formatted("Monday")
            + "</p><figure><img src=/a.jpg width=800 alt='جسر قديم'></figure><p>" + PARAGRAPH.formatted("Tuesday")
            + "</p><p>"
            + PARAGRAPH.formatted("Friday") + "</p><p>" + PARAGRAPH.formatted("Sunday")
            + "</p><p>Sign up for our newsletter</p></article></body></html>";

    @TempDir
    private Path folder;

    private String page = "";

    @BeforeEach
    void writePage() throws IOException {
        page = Files.writeString(folder.resolve("page.html"), PAGE).toString();
    }

    private static String run(String... arguments) {
        StringWriter out = new StringWriter();
        Polywire.commandLine().setOut(new PrintWriter(out, true)).execute(arguments);
        return out.toString();
    }

    @Test
    void theExplanationSaysWhereFieldsCameFromWhatTheyBeatAndWhyPiecesWereDropped() {
        assertThat(run("extract", page, "--explain"))
                .contains(
                        "headline  h1: Council repairs the bridge", "      og:title: You will not believe this bridge")
                .contains("bylines  meta.author: Ada Lind")
                .containsPattern("\\+ \\S+ +The council met on Monday evening")
                .containsPattern("- phrase\\.newsletter +Sign up for our newsletter")
                .containsPattern("\\+ text +\\[figure\\] جسر قديم")
                .doesNotContain("h1.other");
    }

    @Test
    void thePageInColourMarksWhatWasKeptAndDroppedAndHoldsNoMarkupOfThePageItself() {
        Document explained = Jsoup.parse(run("extract", page, "--explain", "--html"));
        assertThat(explained.documentType()).isNotNull();
        assertThat(explained.select("small").eachText()).noneMatch(text -> text.startsWith("h1: "));
        assertThat(explained.select("tr.kept").eachText()).anyMatch(text -> text.contains("Monday evening"));
        assertThat(explained.select("tr.dropped").eachText())
                .anyMatch(text -> text.equals("dropped: phrase.newsletter Sign up for our newsletter"));
        assertThat(explained.select("script, a, img")).isEmpty();
        assertThat(explained.text()).contains("<script>alert(1)</script>");
    }

    @Test
    void theExplanationAsJsonHasEveryCandidateAndPiece() {
        JsonNode explained = JsonMapper.shared().readTree(run("extract", page, "--explain", "--json"));
        assertThat(explained.path("pageType").asString()).isEqualTo("ARTICLE");
        assertThat(explained
                        .path("fields")
                        .valueStream()
                        .map(field -> field.path("name").asString()))
                .contains("headline", "standfirst", "bylines", "published", "language", "body");
        assertThat(explained
                        .path("pieces")
                        .valueStream()
                        .filter(piece -> piece.path("kept").asBoolean()))
                .hasSize(5);
    }

    @Test
    void theJsonOfAnArticleTellsTheOriginOfEachField() {
        JsonNode extracted = JsonMapper.shared().readTree(run("extract", page, "--json"));
        assertThat(extracted.path("outcome").asString()).isEqualTo("extracted");
        assertThat(extracted.path("fields").path(0).path("source").asString()).isEqualTo("h1");
        assertThat(extracted
                        .path("parts")
                        .valueStream()
                        .mapToDouble(part -> part.path("weight").asDouble())
                        .sum())
                .isCloseTo(1, org.assertj.core.api.Assertions.within(1e-9));
    }

    @Test
    void anArticleAsHtmlSaysItsLanguageAndInWhichDirectionItIsWritten() throws IOException {
        String paragraph =
                "<p>חברי המועצה נפגשו אתמול בערב והחליטו אחרי דיון ארוך שהגשר הישן ייבנה מחדש בשנה הבאה, כך נמסר מהעירייה.</p>";
        String hebrew = Files.writeString(
                        folder.resolve("hebrew.html"),
                        "<html lang=he dir=rtl><head><meta charset=utf-8><title>הגשר ייבנה מחדש</title><meta name=author content='רות כהן'></head>"
                                + "<body><article><h1>הגשר ייבנה מחדש</h1>" + paragraph
                                + paragraph.replace("אתמול", "היום") + paragraph.replace("הישן", "הגדול")
                                + "</article></body></html>")
                .toString();
        Document written = Jsoup.parse(run("extract", hebrew, "--html"));
        assertThat(written.expectFirst("html").attributes().html()).isEqualTo(" lang=\"he\" dir=\"rtl\"");
        assertThat(written.select("article > p").eachText())
                .startsWith("רות כהן")
                .doesNotContain("");
    }
}
