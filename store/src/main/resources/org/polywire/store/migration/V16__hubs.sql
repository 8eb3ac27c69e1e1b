-- Every hub that a feed names, in its order, a space between two; empty in rows from before: then the one that is asked is the only one.
ALTER TABLE push ADD COLUMN hubs TEXT NOT NULL DEFAULT '';
