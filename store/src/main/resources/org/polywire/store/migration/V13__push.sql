-- Sources whose news a hub brings (WebSub): what the hub was asked, and until when it holds.
CREATE TABLE push (
    source      TEXT PRIMARY KEY REFERENCES source (id),
    hub         TEXT NOT NULL,
    topic       TEXT NOT NULL,
    path        TEXT NOT NULL UNIQUE,
    secret      TEXT NOT NULL,
    state       TEXT NOT NULL,
    asked_at    BIGINT,
    lease_end   BIGINT,
    next_try    BIGINT NOT NULL,
    failures    INTEGER NOT NULL DEFAULT 0,
    detail      TEXT NOT NULL DEFAULT '',
    brought_at  BIGINT
);
CREATE INDEX push_by_try ON push (next_try);
