package org.polywire.store;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.polywire.model.ArticleId;
import org.polywire.model.LanguageTag;
import org.polywire.model.Publication;
import org.polywire.model.Publication.Entry;
import org.polywire.model.StoryId;
import org.polywire.model.Told;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What editions show, and have shown, of stories.
 *
 * <p>A story has few articles and an edition many, so each query begins at the story. SQLite, which keeps no statistics here, would
 * as soon begin at the edition; it takes tables in the order written where they are joined by {@code CROSS JOIN}.
 */
public final class Tellings {
    private final JdbcClient client;
    private final KnownEntries known;

    Tellings(JdbcClient client, KnownEntries known) {
        this.client = client;
        this.known = known;
    }

    /** What an edition shows of a story, in the order in which it appeared; the first has the story's place. */
    public List<Publication> in(LanguageTag edition, StoryId story) {
        return client.sql("""
                        SELECT publication.* FROM story_member CROSS JOIN page JOIN publication USING (sequence)
                        WHERE story = :story AND page.article = story_member.article AND page.edition = :edition
                          AND page.shown = 1
                        ORDER BY page.first_at, page.article
                        """)
                .param("edition", edition.value())
                .param("story", story.value())
                .query((row, number) -> known.publication(row))
                .list();
    }

    /** What all editions show of a story, without its texts, in the order in which it appeared. */
    public List<Entry> everywhere(StoryId story) {
        return client.sql("""
                        SELECT publication.sequence, publication.edition, publication.article, publication.source,
                               publication.version, publication.first_at, publication.at
                        FROM story_member CROSS JOIN page JOIN publication USING (sequence)
                        WHERE story = :story AND page.article = story_member.article AND page.shown = 1
                        ORDER BY page.first_at, page.article, page.edition
                        """)
                .param("story", story.value())
                .query((row, number) -> PublicationLog.entry(row))
                .list();
    }

    /** The last of what an edition ever said of a story's articles, the newest first; also of those that are withdrawn. */
    public List<Publication> entries(LanguageTag edition, StoryId story, int limit) {
        return client.sql("""
                        SELECT publication.* FROM story_member CROSS JOIN publication
                        WHERE story = :story AND publication.article = story_member.article
                          AND publication.edition = :edition
                        ORDER BY sequence DESC LIMIT :limit
                        """)
                .param("edition", edition.value())
                .param("story", story.value())
                .param("limit", limit)
                .query((row, number) -> known.publication(row))
                .list();
    }

    /**
     * The stories that several articles of an edition tell, by the article that has the story's place, the newest first, after a
     * place in that order; articles published meanwhile do not shift it.
     *
     * @param firstAt when the last known one first appeared, and {@code article} which it is
     */
    public List<Publication> shared(LanguageTag edition, Instant firstAt, ArticleId article, int limit) {
        return client.sql("""
                        SELECT publication.* FROM page JOIN publication USING (sequence)
                        JOIN story_member ON story_member.article = page.article
                        WHERE page.edition = :edition AND page.shown = 1
                          AND (page.first_at, page.article) < (:firstAt, :article)
                          AND NOT EXISTS (
                            SELECT 1 FROM story_member AS sibling CROSS JOIN page AS other
                            WHERE sibling.story = story_member.story AND other.article = sibling.article
                              AND other.edition = :edition AND other.shown = 1
                              AND (other.first_at, other.article) < (page.first_at, page.article))
                          AND EXISTS (
                            SELECT 1 FROM story_member AS sibling CROSS JOIN page AS other
                            WHERE sibling.story = story_member.story AND other.article = sibling.article
                              AND other.edition = :edition AND other.shown = 1
                              AND other.article <> page.article)
                        ORDER BY page.first_at DESC, page.article DESC LIMIT :limit
                        """)
                .param("edition", edition.value())
                .param("firstAt", firstAt.toEpochMilli())
                .param("article", article.value())
                .param("limit", limit)
                .query((row, number) -> known.publication(row))
                .list();
    }

    /** The stories of some articles, by article, with how many articles any of these editions shows of each. */
    public Map<ArticleId, Told> of(Collection<LanguageTag> editions, Collection<ArticleId> articles) {
        Map<ArticleId, Told> told = new HashMap<>();
        if (!articles.isEmpty() && !editions.isEmpty()) {
            client.sql("""
                        SELECT article, story, (
                            SELECT COUNT(DISTINCT page.article) FROM story_member AS sibling CROSS JOIN page
                            WHERE sibling.story = story_member.story AND page.article = sibling.article
                              AND page.edition IN (:editions) AND page.shown = 1
                        ) AS articles
                        FROM story_member WHERE article IN (:articles)
                        """)
                    .param("editions", editions.stream().map(LanguageTag::value).toList())
                    .param("articles", articles.stream().map(ArticleId::value).toList())
                    .query(row -> {
                        told.put(
                                new ArticleId(row.getString("article")),
                                new Told(StoryId.of(row.getString("story")), row.getInt("articles")));
                    });
        }
        return told;
    }
}
