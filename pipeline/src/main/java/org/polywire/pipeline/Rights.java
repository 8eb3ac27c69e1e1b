package org.polywire.pipeline;

import java.util.List;
import org.polywire.model.Article;
import org.polywire.model.Usage;

/** Takes from an article what may not be published of it. */
final class Rights {
    private Rights() {}

    /**
     * @throws IllegalArgumentException if nothing may be published; such an article is refused before
     */
    static Article narrow(Article article, Usage usage) {
        return switch (usage) {
            case FULL -> article;
            case EXCERPT -> article.headlineOnly();
            case HEADLINE -> withoutStandfirst(article.headlineOnly());
            case NOTHING -> throw new IllegalArgumentException("nothing of it may be published");
        };
    }

    private static Article withoutStandfirst(Article article) {
        return new Article(
                article.address(),
                article.outlet(),
                article.language(),
                article.kicker(),
                article.headline(),
                List.of(),
                article.bylines(),
                article.dates(),
                article.section(),
                article.tags(),
                article.licence(),
                article.access(),
                List.of());
    }
}
