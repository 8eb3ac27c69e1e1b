package org.polywire.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.polywire.model.Article;
import org.polywire.model.ArticleId;
import org.polywire.model.SourceId;

/**
 * An article with the event that it tells, as the bench knows it.
 *
 * @param source that prints it
 * @param text the number of the text that it is, in whatever language or copy
 * @param event the number of the event that it tells; no other number tells of the same
 * @param kind {@link #OWN}, the name of a {@link Copy}, or {@link #MACHINE}
 */
record StoryTrial(ArticleId id, SourceId source, int text, int event, String kind, Article article) {
    /** As its paper wrote it, or as a person translated that. */
    static final String OWN = "OWN";

    /** As an engine translated it. */
    static final String MACHINE = "MACHINE";

    static StoryTrial of(String name, SourceId source, int text, int event, String kind, Article article) {
        return new StoryTrial(id(name), source, text, event, kind, article);
    }

    String language() {
        return article.language().language();
    }

    private static ArticleId id(String name) {
        return ArticleId.of(URI.create("https://bench.example/" + name));
    }

    /** What other papers make of an agency's text. */
    enum Copy {
        /** Word for word. */
        WHOLE {
            @Override
            List<String> of(List<String> lines, Random random) {
                return lines;
            }
        },
        /** Under another headline: what was the second sentence. */
        RENAMED {
            @Override
            List<String> of(List<String> lines, Random random) {
                List<String> changed = new ArrayList<>(lines);
                changed.set(0, lines.get(1));
                return changed;
            }
        },
        /** Without its last third. */
        CUT {
            @Override
            List<String> of(List<String> lines, Random random) {
                return lines.subList(0, Math.max(2, lines.size() * 2 / 3));
            }
        },
        /** With sentences left out and others put the other way round. */
        EDITED {
            @Override
            List<String> of(List<String> lines, Random random) {
                List<String> changed = new ArrayList<>(lines);
                for (int i = 0; i < Math.max(1, lines.size() / 8) && changed.size() > 3; i++) {
                    changed.remove(1 + random.nextInt(changed.size() - 1));
                }
                if (changed.size() > 3) {
                    changed.add(2, changed.removeLast());
                }
                return changed;
            }
        };

        abstract List<String> of(List<String> lines, Random random);
    }
}
