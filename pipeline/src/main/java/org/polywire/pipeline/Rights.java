package org.polywire.pipeline;

import java.util.regex.Pattern;
import org.polywire.model.Article;
import org.polywire.model.Grant;

/**
 * How much of an article may be published: what the operator declared, or an open licence on the page. Whatever the source
 * forbids was refused before.
 */
final class Rights {
    /**
     * Licences that let anybody publish a translation, by name: CC0, public domain, CC BY and CC BY-SA. NC needs the operator's
     * own word that there is no commerce, ND forbids translations.
     */
    private static final Pattern OPEN =
            Pattern.compile("https?://creativecommons\\.org/(?:publicdomain/(?:zero|mark)|licenses/by(?:-sa)?)/.*");

    private Rights() {}

    static Article narrow(Article article, Grant grant) {
        return switch (grant) {
            case FULL -> article;
            case HEADLINE -> OPEN.matcher(article.licence()).matches() ? article : article.headlineOnly();
        };
    }
}
