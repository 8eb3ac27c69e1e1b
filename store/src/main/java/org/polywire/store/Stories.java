package org.polywire.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.polywire.model.ArticleId;
import org.polywire.model.Bytes;
import org.polywire.model.LanguageTag;
import org.polywire.model.SourceId;
import org.polywire.model.Story;
import org.polywire.model.Story.Likeness;
import org.polywire.model.StoryId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which articles tell the same event, and the sketches of their texts by which that is found. */
public final class Stories {
    private final JdbcClient client;

    Stories(JdbcClient client) {
        this.client = client;
    }

    /**
     * The sketch of a text of an article, in the article's language or in that of a translation.
     *
     * @param source that the article is from
     * @param story that the article belongs to now
     * @param original whether the article was written in that language
     */
    public record KeptSketch(
            ArticleId article,
            SourceId source,
            StoryId story,
            LanguageTag language,
            boolean original,
            Instant at,
            Bytes sketch) {}

    /** Puts an article into a story; one that was in another leaves it. */
    public void place(ArticleId article, StoryId story, Likeness likeness, LanguageTag language, Instant at) {
        client.sql("""
                        INSERT INTO story_member (article, story, likeness, language, at)
                        VALUES (:article, :story, :likeness, :language, :at)
                        ON CONFLICT (article) DO UPDATE SET story = excluded.story, likeness = excluded.likeness,
                            language = excluded.language
                        """)
                .param("article", article.value())
                .param("story", story.value())
                .param("likeness", likeness.name())
                .param("language", language.value())
                .param("at", at.toEpochMilli())
                .update();
    }

    /** Notes the language of an article's newest version: a source may replace a text by one in another. */
    public void speaks(ArticleId article, LanguageTag language) {
        client.sql("UPDATE story_member SET language = :language WHERE article = :article AND language <> :language")
                .param("article", article.value())
                .param("language", language.value())
                .update();
    }

    /** Makes two stories one; what was the first of its own story then tells the same event as the other's. */
    public void merge(StoryId from, StoryId into) {
        client.sql("""
                        UPDATE story_member SET story = :into,
                            likeness = CASE likeness WHEN 'FIRST' THEN 'SAME_EVENT' ELSE likeness END
                        WHERE story = :from
                        """).param("from", from.value()).param("into", into.value()).update();
    }

    /** The story of an article; absent if it was never placed. */
    public Optional<StoryId> of(ArticleId article) {
        return client.sql("SELECT story FROM story_member WHERE article = :article")
                .param("article", article.value())
                .query((row, number) -> StoryId.of(row.getString("story")))
                .optional();
    }

    /** A story by its name or by that of one which was merged into it; absent if all its articles were withdrawn. */
    public Optional<Story> find(StoryId id) {
        return of(id.first()).flatMap(this::story);
    }

    /** The other articles of its story that have the text of an article, which may itself be withdrawn. */
    public List<Story.Version> copiesOf(ArticleId article) {
        return find(new StoryId(article)).stream()
                .flatMap(story -> story.versions().stream())
                .filter(version -> !version.article().equals(article))
                .filter(version -> version.likeness() != Likeness.SAME_EVENT)
                .toList();
    }

    private Optional<Story> story(StoryId id) {
        List<Story.Version> versions = client.sql("""
                        SELECT story_member.*, article.source, article.title,
                               COALESCE(article.canonical, article.address) AS place
                        FROM story_member JOIN article ON article.id = story_member.article
                        WHERE story = :story AND article.stage <> 'WITHDRAWN'
                        ORDER BY story_member.at, story_member.article
                        """)
                .param("story", id.value())
                .query((row, number) -> version(row))
                .list();
        return versions.isEmpty() ? Optional.empty() : Optional.of(new Story(id, versions));
    }

    private static Story.Version version(ResultSet row) throws SQLException {
        return new Story.Version(
                new ArticleId(row.getString("article")),
                new SourceId(row.getString("source")),
                new LanguageTag(row.getString("language")),
                URI.create(row.getString("place")),
                row.getString("title"),
                Likeness.valueOf(row.getString("likeness")),
                Column.instant(row, "at"));
    }

    public void keep(ArticleId article, LanguageTag language, Instant at, Bytes sketch) {
        client.sql("""
                        INSERT INTO story_sketch (article, language, at, sketch) VALUES (:article, :language, :at, :sketch)
                        ON CONFLICT (article, language) DO UPDATE SET sketch = excluded.sketch
                        """)
                .param("article", article.value())
                .param("language", language.value())
                .param("at", at.toEpochMilli())
                .param("sketch", sketch.toArray())
                .update();
    }

    /** The sketches made since a time, in the order in which they were made. */
    public List<KeptSketch> sketches(Instant since) {
        return client.sql("""
                        SELECT story_sketch.*, story, article.source,
                               story_member.language = story_sketch.language AS original
                        FROM story_sketch
                        JOIN story_member ON story_member.article = story_sketch.article
                        JOIN article ON article.id = story_sketch.article
                        WHERE story_sketch.at >= :since ORDER BY story_sketch.at, story_sketch.article, story_sketch.language
                        """)
                .param("since", since.toEpochMilli())
                .query((row, number) -> new KeptSketch(
                        new ArticleId(row.getString("article")),
                        new SourceId(row.getString("source")),
                        StoryId.of(row.getString("story")),
                        new LanguageTag(row.getString("language")),
                        row.getBoolean("original"),
                        Column.instant(row, "at"),
                        Bytes.copyOf(row.getBytes("sketch"))))
                .list();
    }

    /** Lets go of the sketches made before a time; who belongs to which story stays. */
    public void forget(Instant before) {
        client.sql("DELETE FROM story_sketch WHERE at < :before")
                .param("before", before.toEpochMilli())
                .update();
    }
}
