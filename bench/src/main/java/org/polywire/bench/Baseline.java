package org.polywire.bench;

import java.lang.management.ManagementFactory;
import java.util.List;
import net.dankito.readability4j.Article;
import net.dankito.readability4j.Readability4J;
import org.polywire.extract.PageType;
import org.polywire.model.Access;

/** Readability4J 1.0.8, the best of the published Java libraries, for comparison. */
final class Baseline {
    private Baseline() {}

    static Prediction predict(String id, String address, String html) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Article article = new Readability4J(address, html).parse();
        double milliseconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e6;
        String text = article.getArticleContent() == null
                ? ""
                : article.getArticleContent().text();
        return new Prediction(
                id,
                article.getTitle() == null ? "" : article.getTitle(),
                article.getByline() == null ? List.of() : List.of(article.getByline()),
                "",
                text,
                article.getExcerpt() == null ? "" : article.getExcerpt(),
                List.of(),
                PageType.ARTICLE,
                Access.UNKNOWN,
                0,
                milliseconds);
    }
}
