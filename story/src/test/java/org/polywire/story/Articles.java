package org.polywire.story;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.polywire.model.Article;
import org.polywire.model.Block;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;
import org.polywire.model.Outlet;

/** Articles for tests, from their headline and paragraphs. */
final class Articles {
    private static final URI HOME = URI.create("https://faro.example/");

    private Articles() {}

    static Article of(String language, String headline, String... paragraphs) {
        List<Block> body = Arrays.stream(paragraphs)
                .<Block>map(text -> new Block.Paragraph(Inlines.ofText(text)))
                .toList();
        return of(language, headline, body);
    }

    static Article of(String language, String headline, List<Block> body) {
        return Article.of(HOME.resolve("a"), new Outlet("El Faro", HOME), new LanguageTag(language), headline, body);
    }
}
