-- What a source calls its items (guid, atom:id), so that an item is known again under another address.
CREATE TABLE identity (
    source   TEXT NOT NULL REFERENCES source (id),
    identity TEXT NOT NULL,
    article  TEXT NOT NULL REFERENCES article (id),
    PRIMARY KEY (source, identity)
);

-- What an article says, so that it is known again when its source publishes it anew, and which of a source's news is old.
CREATE TABLE content (
    article   TEXT PRIMARY KEY REFERENCES article (id),
    source    TEXT NOT NULL,
    published BIGINT,
    headline  TEXT NOT NULL,
    body      TEXT NOT NULL
);
CREATE INDEX content_by_headline ON content (source, headline);
CREATE INDEX content_by_body ON content (source, body);
CREATE INDEX content_by_time ON content (source, published);

CREATE INDEX article_by_source ON article (source, sighted_at);

-- Where a source's feed permanently redirects to, and how often in a row.
CREATE TABLE source_move (
    source TEXT PRIMARY KEY REFERENCES source (id),
    target TEXT NOT NULL,
    times  INTEGER NOT NULL
);
