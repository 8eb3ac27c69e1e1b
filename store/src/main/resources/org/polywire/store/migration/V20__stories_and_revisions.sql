-- To which story each article belongs; one row for each article that was placed. A story has the name of its first article.
CREATE TABLE story_member (
    article  TEXT PRIMARY KEY REFERENCES article (id),
    story    TEXT NOT NULL,
    likeness TEXT NOT NULL,
    language TEXT NOT NULL,
    at       BIGINT NOT NULL
);
CREATE INDEX story_member_by_story ON story_member (story);

-- What is compared to find the story of an article: a sketch of its text, and one of each translation. Kept for the window only.
CREATE TABLE story_sketch (
    article  TEXT NOT NULL REFERENCES article (id),
    language TEXT NOT NULL,
    at       BIGINT NOT NULL,
    sketch   BLOB NOT NULL,
    PRIMARY KEY (article, language)
);
CREATE INDEX story_sketch_by_time ON story_sketch (at);

-- Every text of an article that its source published, and how it differs from the one before.
CREATE TABLE revision (
    article    TEXT NOT NULL REFERENCES article (id),
    version    INTEGER NOT NULL,
    at         BIGINT NOT NULL,
    difference TEXT NOT NULL DEFAULT '',
    document   TEXT NOT NULL,
    PRIMARY KEY (article, version)
);

-- Of a CORRECTED entry: how its text differs from the one that the edition showed before.
ALTER TABLE publication ADD COLUMN difference TEXT NOT NULL DEFAULT '';
