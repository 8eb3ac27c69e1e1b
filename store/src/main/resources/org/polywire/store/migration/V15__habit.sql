-- When in the day and the week a source publishes, as learnt so far.
ALTER TABLE source ADD COLUMN habit TEXT NOT NULL DEFAULT '';
