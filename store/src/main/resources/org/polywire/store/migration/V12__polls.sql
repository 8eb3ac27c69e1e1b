CREATE INDEX source_by_poll ON source (next_poll);
