-- Tables stored before this have no heads and paths until their documents are added again.
ALTER TABLE filing_tables
  ADD COLUMN units jsonb,
  ADD COLUMN head_rows int NOT NULL DEFAULT 0,
  ADD COLUMN column_heads jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN later_heads jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN row_paths jsonb NOT NULL DEFAULT '[]';

-- Tagged by the filer, or read by us from a table of a filing without tags.
ALTER TABLE facts
  ADD COLUMN source text NOT NULL DEFAULT 'tagged' CHECK (source IN ('tagged', 'read'));
