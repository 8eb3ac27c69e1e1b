-- What sites say of themselves (robots.txt, tdmrep.json, licences), so that a restart asks for nothing twice. Contents are deflated.
CREATE TABLE host_file (
    authority TEXT NOT NULL,
    name      TEXT NOT NULL,
    type      TEXT NOT NULL,
    content   BLOB NOT NULL,
    read_at   BIGINT NOT NULL,
    PRIMARY KEY (authority, name)
);
CREATE INDEX host_file_by_time ON host_file (read_at);
