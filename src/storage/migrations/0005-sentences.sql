-- A short name for a document: what points at it a thousand times should not spell its id each time.
ALTER TABLE documents ADD COLUMN number int GENERATED ALWAYS AS IDENTITY UNIQUE;

-- The sentences of a document, in its order: a 53-bit print of the words (figures and dates masked) and the span in the
-- document's text. Arrays, for they are read together: rows would be five times as large.
CREATE TABLE document_sentences (
  document_id text PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
  prints bigint[] NOT NULL,
  starts int[] NOT NULL,
  ends int[] NOT NULL
);

-- Prints look like chance: trying to compress them costs time and saves nothing.
ALTER TABLE document_sentences ALTER COLUMN prints SET STORAGE EXTERNAL;

-- Which documents hold a sentence. No reference to documents: checking one for each row costs more than the row, and what
-- removes a document removes its rows here. No GIN index on the arrays: the planner does not know what reading them costs
-- and passes it over.
CREATE TABLE sentence_documents (
  print bigint NOT NULL,
  document_number int NOT NULL,
  PRIMARY KEY (print, document_number)
);
