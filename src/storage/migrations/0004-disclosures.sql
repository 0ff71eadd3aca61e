-- Notes, policies and tables of a document, in its order. Documents stored before this have none until they are added again.
CREATE TABLE disclosures (
  document_id text NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  ordinal int NOT NULL,
  concept text,
  kind text NOT NULL CHECK (kind IN ('note', 'policy', 'table', 'detail')),
  title text,
  spans jsonb NOT NULL,
  PRIMARY KEY (document_id, ordinal)
);

-- Filings number pages "F-12" and "iv" as well.
ALTER TABLE passages ALTER COLUMN page TYPE text USING page::text;
-- Pages that begin inside a passage, by their place in it.
ALTER TABLE passages ADD COLUMN later_pages jsonb NOT NULL DEFAULT '[]';
