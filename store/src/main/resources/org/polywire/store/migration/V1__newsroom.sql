-- Times are milliseconds since 1970-01-01T00:00Z. Enumerations are stored by name.

CREATE TABLE source (
    id            TEXT PRIMARY KEY,
    name          TEXT NOT NULL,
    home          TEXT NOT NULL,
    feed          TEXT NOT NULL,
    rights        TEXT NOT NULL,
    ended         INTEGER NOT NULL DEFAULT 0,
    etag          TEXT NOT NULL DEFAULT '',
    last_modified TEXT NOT NULL DEFAULT '',
    pause         BIGINT NOT NULL,
    next_poll     BIGINT NOT NULL,
    failures      INTEGER NOT NULL DEFAULT 0,
    last_success  BIGINT,
    reason        TEXT,
    detail        TEXT NOT NULL DEFAULT ''
);

CREATE TABLE article (
    id            TEXT PRIMARY KEY,
    source        TEXT NOT NULL REFERENCES source (id),
    address       TEXT NOT NULL UNIQUE,
    canonical     TEXT UNIQUE,
    title         TEXT NOT NULL,
    mark          TEXT NOT NULL,
    stage         TEXT NOT NULL,
    reason        TEXT,
    detail        TEXT NOT NULL DEFAULT '',
    attempts      INTEGER NOT NULL DEFAULT 0,
    visits        INTEGER NOT NULL DEFAULT 0,
    next_visit    BIGINT,
    sighted_at    BIGINT NOT NULL,
    etag          TEXT NOT NULL DEFAULT '',
    last_modified TEXT NOT NULL DEFAULT '',
    version       INTEGER NOT NULL DEFAULT 0,
    fingerprint   TEXT NOT NULL DEFAULT '',
    document      TEXT
);
CREATE INDEX article_by_visit ON article (next_visit);

CREATE TABLE standing (
    article    TEXT NOT NULL REFERENCES article (id),
    edition    TEXT NOT NULL,
    state      TEXT NOT NULL,
    version    INTEGER NOT NULL,
    reason     TEXT,
    detail     TEXT NOT NULL DEFAULT '',
    findings   TEXT NOT NULL DEFAULT '[]',
    attempts   INTEGER NOT NULL DEFAULT 0,
    next_try   BIGINT,
    candidate  TEXT,
    PRIMARY KEY (article, edition)
);
CREATE INDEX standing_by_state ON standing (state);

-- The publication log: rows are only ever added. Its unique indexes are law 3, kept by the database itself.
CREATE TABLE publication (
    sequence    INTEGER PRIMARY KEY AUTOINCREMENT,
    edition     TEXT NOT NULL,
    article     TEXT NOT NULL REFERENCES article (id),
    source      TEXT NOT NULL,
    kind        TEXT NOT NULL,
    version     INTEGER NOT NULL,
    first_at    BIGINT NOT NULL,
    at          BIGINT NOT NULL,
    reason      TEXT,
    translation TEXT
);
CREATE UNIQUE INDEX shown_once ON publication (edition, article, version) WHERE kind <> 'WITHDRAWN';
CREATE UNIQUE INDEX withdrawn_once ON publication (edition, article, version) WHERE kind = 'WITHDRAWN';
CREATE INDEX publication_by_article ON publication (edition, article, sequence);

-- What each edition shows now: a projection of the log, rebuilt from it at will.
CREATE TABLE page (
    edition  TEXT NOT NULL,
    article  TEXT NOT NULL,
    sequence BIGINT NOT NULL REFERENCES publication (sequence),
    shown    INTEGER NOT NULL,
    first_at BIGINT NOT NULL,
    PRIMARY KEY (edition, article)
);
CREATE INDEX page_by_time ON page (edition, shown, first_at);

CREATE TABLE history (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    article  TEXT NOT NULL,
    edition  TEXT,
    at       BIGINT NOT NULL,
    step     TEXT NOT NULL,
    code     TEXT NOT NULL DEFAULT '',
    detail   TEXT NOT NULL DEFAULT ''
);
CREATE INDEX history_by_article ON history (article, sequence);

-- Owned by db-scheduler; columns as its documentation prescribes.
CREATE TABLE scheduled_tasks (
    task_name            TEXT NOT NULL,
    task_instance        TEXT NOT NULL,
    task_data            BLOB,
    execution_time       TIMESTAMP NOT NULL,
    picked               BOOLEAN NOT NULL,
    picked_by            TEXT,
    last_success         TIMESTAMP,
    last_failure         TIMESTAMP,
    consecutive_failures INTEGER,
    last_heartbeat       TIMESTAMP,
    version              BIGINT NOT NULL,
    priority             SMALLINT,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_by_time ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_by_heartbeat ON scheduled_tasks (last_heartbeat);
