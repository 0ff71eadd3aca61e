CREATE TABLE facts (
  id text PRIMARY KEY,
  document_id text NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  ordinal int NOT NULL,
  concept text NOT NULL,
  unit text,
  period_start date,
  period_end date,
  dimensions jsonb NOT NULL,
  dimensionless boolean NOT NULL,
  value_number float8,
  value_text text,
  -- Digits as filed: a whole number or INF.
  decimals text,
  printed text,
  passage_id text,
  span_start int,
  span_end int
);

CREATE INDEX facts_by_document_and_concept ON facts (document_id, concept);
CREATE INDEX facts_by_concept ON facts (concept);
