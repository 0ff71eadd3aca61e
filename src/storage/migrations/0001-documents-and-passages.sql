-- Spans are counted in UTF-16 units, as JavaScript counts them; no column is int8 or numeric, which the two engines return differently.
CREATE TABLE documents (
  id text PRIMARY KEY,
  title text NOT NULL,
  company text,
  ticker text,
  cik text,
  form text,
  period_end date,
  filed date,
  accession text,
  fictional boolean NOT NULL,
  -- From the filing's own cover facts where it has them.
  fiscal_year int,
  fiscal_quarter int,
  body text NOT NULL,
  text_share float8 NOT NULL,
  warnings jsonb NOT NULL,
  -- Same id and same hash: the same document, nothing to do.
  content_hash text NOT NULL,
  passage_count int NOT NULL,
  fact_count int NOT NULL
);

CREATE TABLE sections (
  document_id text NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  ordinal int NOT NULL,
  part text,
  item text,
  title text NOT NULL,
  span_start int NOT NULL,
  span_end int NOT NULL,
  PRIMARY KEY (document_id, ordinal)
);

CREATE TABLE passages (
  id text PRIMARY KEY,
  document_id text NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  ordinal int NOT NULL,
  part text,
  item text,
  path jsonb NOT NULL,
  page int,
  kind text NOT NULL,
  body text NOT NULL,
  span_start int NOT NULL,
  span_end int NOT NULL,
  boilerplate boolean NOT NULL,
  -- The term-frequency half of BM25; the other half is in the query, so that it is always current.
  lexical sparsevec NOT NULL,
  -- Which primary statement a table looks like, and how much; null where none.
  statement text,
  statement_strength float8 NOT NULL,
  number_share float8 NOT NULL,
  contents_page boolean NOT NULL,
  -- 64 bits in hex; passages of nearly the same words differ in few.
  word_print text NOT NULL,
  -- A digest of the numbers in it: same words with other numbers are another passage.
  number_print text NOT NULL,
  UNIQUE (document_id, ordinal)
);

CREATE INDEX passages_by_statement ON passages (document_id, statement) WHERE statement IS NOT NULL;

CREATE TABLE filing_tables (
  id text PRIMARY KEY,
  document_id text NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  passage_id text NOT NULL,
  caption text,
  cells jsonb NOT NULL
);

CREATE INDEX filing_tables_by_passage ON filing_tables (passage_id);
CREATE INDEX filing_tables_by_document ON filing_tables (document_id);

-- A term's id is its dimension in passages.lexical.
CREATE TABLE terms (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  term text NOT NULL UNIQUE,
  passage_count int NOT NULL
);
