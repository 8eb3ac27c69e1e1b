-- Sentences that persons translated, or corrected. Languages are the primary subtags of the tags beside them, for looking up.
CREATE TABLE memory (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    from_language TEXT NOT NULL,
    to_language   TEXT NOT NULL,
    from_tag      TEXT NOT NULL,
    to_tag        TEXT NOT NULL,
    source_text   TEXT NOT NULL,
    source        TEXT NOT NULL,
    target        TEXT NOT NULL,
    before        TEXT NOT NULL,
    after         TEXT NOT NULL,
    provenance    TEXT NOT NULL,
    made_by       TEXT NOT NULL,
    made_at       BIGINT NOT NULL,
    article       TEXT NOT NULL DEFAULT ''
);
-- A sentence between two others has one translation for an article, and one for all others: the last one given.
CREATE UNIQUE INDEX memory_once ON memory (source_text, from_tag, to_tag, source, before, after, article);

-- By which similar sentences are found: runs of three characters, as words have no spaces in some scripts.
CREATE VIRTUAL TABLE memory_trigram USING fts5 (source_text, content = 'memory', content_rowid = 'id', tokenize = 'trigram');
CREATE TRIGGER memory_added AFTER INSERT ON memory BEGIN
    INSERT INTO memory_trigram (rowid, source_text) VALUES (new.id, new.source_text);
END;
CREATE TRIGGER memory_removed AFTER DELETE ON memory BEGIN
    INSERT INTO memory_trigram (memory_trigram, rowid, source_text) VALUES ('delete', old.id, old.source_text);
END;
