-- How far each projection outside this file has followed the publication log, and what hinders it.
CREATE TABLE projection (
    name         TEXT PRIMARY KEY,
    sequence     BIGINT NOT NULL DEFAULT 0,
    renew        INTEGER NOT NULL DEFAULT 0,
    failures     INTEGER NOT NULL DEFAULT 0,
    failing_at   BIGINT,
    next_try     BIGINT,
    code         TEXT NOT NULL DEFAULT '',
    detail       TEXT NOT NULL DEFAULT '',
    last_success BIGINT
);

-- Entries that a connector's other side would not take; the connector has gone on without them.
CREATE TABLE set_aside (
    projection TEXT NOT NULL,
    sequence   BIGINT NOT NULL,
    at         BIGINT NOT NULL,
    code       TEXT NOT NULL,
    detail     TEXT NOT NULL,
    PRIMARY KEY (projection, sequence)
);

-- What stands for an article at a connector's other side.
CREATE TABLE remote (
    connector TEXT NOT NULL,
    edition   TEXT NOT NULL,
    article   TEXT NOT NULL,
    id        TEXT NOT NULL,
    mark      TEXT NOT NULL,
    PRIMARY KEY (connector, edition, article)
);

-- Who follows a feed through the hub.
CREATE TABLE subscription (
    callback  TEXT NOT NULL,
    topic     TEXT NOT NULL,
    secret    TEXT NOT NULL,
    lease_end BIGINT NOT NULL,
    delivered TEXT NOT NULL DEFAULT '',
    failures  INTEGER NOT NULL DEFAULT 0,
    next_try  BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (callback, topic)
);
