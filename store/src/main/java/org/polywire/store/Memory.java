package org.polywire.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.polywire.model.ArticleId;
import org.polywire.model.LanguageTag;
import org.polywire.model.MemoryEntry;
import org.polywire.model.Provenance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The translation memory: sentences that persons translated, or corrected. */
public final class Memory {
    /** Few enough for one statement; SQLite takes 32,766 values. */
    private static final int TEXTS_AT_ONCE = 500;

    /** Runs of three characters that are asked for, spread over the text: enough to tell it, and few enough to be quick. */
    private static final int TRIGRAMS = 24;

    private final JdbcClient client;

    Memory(JdbcClient client) {
        this.client = client;
    }

    /** How many entries there are for two languages, and by whom. */
    public record Count(LanguageTag from, LanguageTag to, Provenance provenance, int number) {}

    /** An entry under the number by which it can be removed. */
    public record Numbered(long number, MemoryEntry entry) {}

    /** Adds an entry, in place of the one for the same sentence between the same two others and the same article, if there is one. */
    public void save(MemoryEntry entry) {
        ArticleId article = entry.article();
        client.sql("""
                        DELETE FROM memory WHERE source_text = :sourceText AND from_tag = :fromTag AND to_tag = :toTag
                          AND source = :source AND before = :before AND after = :after AND article = :article
                        """)
                .param("sourceText", entry.sourceText())
                .param("fromTag", entry.from().value())
                .param("toTag", entry.to().value())
                .param("source", ArticleForm.json(entry.source()))
                .param("before", entry.before())
                .param("after", entry.after())
                .param("article", article == null ? "" : article.value())
                .update();
        client.sql("""
                        INSERT INTO memory (from_language, to_language, from_tag, to_tag, source_text, source, target, before,
                                            after, provenance, made_by, made_at, article)
                        VALUES (:from, :to, :fromTag, :toTag, :sourceText, :source, :target, :before, :after, :provenance,
                                :by, :at, :article)
                        """)
                .param("from", entry.from().language())
                .param("to", entry.to().language())
                .param("fromTag", entry.from().value())
                .param("toTag", entry.to().value())
                .param("sourceText", entry.sourceText())
                .param("source", ArticleForm.json(entry.source()))
                .param("target", ArticleForm.json(entry.target()))
                .param("before", entry.before())
                .param("after", entry.after())
                .param("provenance", entry.provenance().name())
                .param("by", entry.by())
                .param("at", entry.at().toEpochMilli())
                .param("article", article == null ? "" : article.value())
                .update();
    }

    /** Whether anything is remembered for two languages, whatever their regions. */
    public boolean knows(LanguageTag from, LanguageTag to) {
        return client.sql("SELECT EXISTS (SELECT 1 FROM memory WHERE from_language = :from AND to_language = :to)")
                .param("from", from.language())
                .param("to", to.language())
                .query((row, number) -> row.getBoolean(1))
                .single();
    }

    /**
     * What is remembered for some texts: what was made for an article itself first, then the newest first.
     *
     * @param texts plain
     */
    public List<MemoryEntry> find(LanguageTag from, LanguageTag to, Collection<String> texts, ArticleId article) {
        List<String> all = List.copyOf(texts);
        List<MemoryEntry> found = new ArrayList<>();
        for (int i = 0; i < all.size(); i += TEXTS_AT_ONCE) {
            found.addAll(client.sql("""
                            SELECT * FROM memory WHERE source_text IN (:texts) AND from_language = :from AND to_language = :to
                            ORDER BY article = :article DESC, made_at DESC, id DESC
                            """)
                    .param("texts", all.subList(i, Math.min(all.size(), i + TEXTS_AT_ONCE)))
                    .param("from", from.language())
                    .param("to", to.language())
                    .param("article", article.value())
                    .query((row, number) -> entry(row))
                    .list());
        }
        return found.stream().filter(entry -> entry.isFor(from, to)).toList();
    }

    /**
     * Sentences that have much in common with a text, the likeliest first.
     *
     * @param text of fewer than three characters finds nothing
     */
    public List<Numbered> like(LanguageTag from, Optional<LanguageTag> to, String text, int limit) {
        String question = trigrams(text);
        if (question.isEmpty()) {
            return List.of();
        }
        return client.sql("""
                        SELECT memory.* FROM memory_trigram JOIN memory ON memory.id = memory_trigram.rowid
                        WHERE memory_trigram MATCH :question AND from_language = :from AND (:to = '' OR to_language = :to)
                        ORDER BY memory_trigram.rank LIMIT :limit
                        """)
                .param("question", question)
                .param("from", from.language())
                .param("to", to.map(LanguageTag::language).orElse(""))
                .param("limit", limit)
                .query((row, number) -> new Numbered(row.getLong("id"), entry(row)))
                .list();
    }

    private static String trigrams(String text) {
        int[] characters = text.strip().codePoints().toArray();
        int step = Math.max(1, (characters.length - 2) / TRIGRAMS);
        List<String> trigrams = new ArrayList<>();
        for (int i = 0; i + 3 <= characters.length; i += step) {
            trigrams.add('"' + new String(characters, i, 3).replace("\"", "\"\"") + '"');
        }
        return trigrams.stream().distinct().collect(Collectors.joining(" OR "));
    }

    /** All entries of a pair of languages, whatever their regions, in the order in which they came; all pairs if none are named. */
    public List<MemoryEntry> all(Optional<LanguageTag> from, Optional<LanguageTag> to) {
        return client.sql("""
                        SELECT * FROM memory WHERE (:from = '' OR from_language = :from) AND (:to = '' OR to_language = :to)
                        ORDER BY id
                        """)
                .param("from", from.map(LanguageTag::language).orElse(""))
                .param("to", to.map(LanguageTag::language).orElse(""))
                .query((row, number) -> entry(row))
                .list();
    }

    public List<Count> counts() {
        return client.sql("""
                        SELECT from_tag, to_tag, provenance, COUNT(*) AS number FROM memory
                        GROUP BY from_tag, to_tag, provenance ORDER BY from_tag, to_tag, provenance
                        """)
                .query((row, number) -> new Count(
                        new LanguageTag(row.getString("from_tag")),
                        new LanguageTag(row.getString("to_tag")),
                        Provenance.valueOf(row.getString("provenance")),
                        row.getInt("number")))
                .list();
    }

    /** Forgets an entry; says whether there was one. */
    public boolean remove(long number) {
        return client.sql("DELETE FROM memory WHERE id = :number")
                        .param("number", number)
                        .update()
                > 0;
    }

    private static MemoryEntry entry(ResultSet row) throws SQLException {
        String article = row.getString("article");
        return new MemoryEntry(
                new LanguageTag(row.getString("from_tag")),
                new LanguageTag(row.getString("to_tag")),
                ArticleForm.content(row.getString("source")),
                ArticleForm.content(row.getString("target")),
                row.getString("before"),
                row.getString("after"),
                Provenance.valueOf(row.getString("provenance")),
                row.getString("made_by"),
                Column.instant(row, "made_at"),
                article.isEmpty() ? null : new ArticleId(article));
    }
}
