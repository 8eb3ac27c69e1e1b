package org.polywire.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.polywire.model.Article;
import org.polywire.model.Block;
import org.polywire.model.Inline;
import org.polywire.testkit.Attacks;

/**
 * Nothing that acts survives extraction: the model has no place for scripts, styles or handlers, and every address is of the
 * web.
 */
class HostileMarkupTest {
    private static final String PARAGRAPH =
            "<p>The council met on Tuesday evening and agreed, after a long debate, to repair the old bridge before winter.</p>";

    static List<String> vectors() {
        return Attacks.markup();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void nothingThatActsSurvives(String vector) {
        Article article = Pages.article("<html lang=en><head><title>Council repairs the old bridge</title></head><body>"
                + "<article><h1>Council repairs the old bridge</h1><div class=article-body>" + PARAGRAPH
                + PARAGRAPH.replace("Tuesday", "Monday") + PARAGRAPH.replace("Tuesday", "Sunday") + "<p>" + vector
                + " Work begins in May and costs two million, which the region pays, said the mayor of the town.</p>"
                + vector + PARAGRAPH.replace("Tuesday", "Friday") + "</div></article></body></html>");
        List<URI> addresses = new ArrayList<>();
        article.body().forEach(block -> collect(block, addresses));
        assertThat(addresses)
                .allSatisfy(address -> assertThat(Set.of("http", "https")).contains(address.getScheme()))
                .allSatisfy(address -> assertThat(address.getUserInfo()).isNull())
                .noneMatch(address -> address.toString().endsWith("p.gif"));
        assertThat(article.body().toString()).doesNotContain("@import");
    }

    private static void collect(Block block, List<URI> addresses) {
        switch (block) {
            case Block.Paragraph(var content) -> inlines(content, addresses);
            case Block.Heading(int level, var content) -> inlines(content, addresses);
            case Block.Listing(boolean ordered, var items) ->
                items.forEach(item -> item.forEach(inner -> collect(inner, addresses)));
            case Block.Quote(var content) -> content.forEach(inner -> collect(inner, addresses));
            case Block.Figure(var picture, var caption, String credit) -> {
                addresses.add(picture.address());
                inlines(caption, addresses);
            }
            case Block.Table(var caption, var rows) ->
                rows.forEach(row -> row.forEach(cell -> inlines(cell.content(), addresses)));
            case Block.Embed(URI target, String provider) -> addresses.add(target);
            case Block.Divider() -> {}
            case Block.Note(var kind, var content) -> inlines(content, addresses);
        }
    }

    private static void inlines(List<Inline> content, List<URI> addresses) {
        for (Inline inline : content) {
            switch (inline) {
                case Inline.Link(URI target, var inner) -> {
                    addresses.add(target);
                    inlines(inner, addresses);
                }
                case Inline.Emphasis(var inner) -> inlines(inner, addresses);
                case Inline.Strong(var inner) -> inlines(inner, addresses);
                case Inline.Text text -> {}
                case Inline.Verbatim text -> {}
                case Inline.LineBreak lineBreak -> {}
                case Inline.Quoted quoted -> throw new AssertionError(quoted);
            }
        }
    }
}
