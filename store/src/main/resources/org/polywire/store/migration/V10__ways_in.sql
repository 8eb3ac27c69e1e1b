-- How a source is read: FEED (feeds and sitemaps) or SECTION (a page with links to articles).
ALTER TABLE source ADD COLUMN way TEXT NOT NULL DEFAULT 'FEED';

-- The validators of each sitemap of an index.
CREATE TABLE source_part (
    source        TEXT NOT NULL REFERENCES source (id),
    address       TEXT NOT NULL,
    etag          TEXT NOT NULL,
    last_modified TEXT NOT NULL,
    PRIMARY KEY (source, address)
);

-- What a source may be used for, with the evidence, for each article that was looked at.
CREATE TABLE rights (
    article  TEXT PRIMARY KEY REFERENCES article (id),
    usage    TEXT NOT NULL,
    grounds  TEXT NOT NULL,
    at       BIGINT NOT NULL
);
