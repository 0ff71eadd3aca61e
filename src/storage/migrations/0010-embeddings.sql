-- What passages mean, as numbers of an embedding model. Each model with its number of dimensions is a space of its own:
-- distances between two spaces say nothing, so a change of model mixes none.
CREATE TABLE embedding_spaces (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  model text NOT NULL,
  dimensions int NOT NULL,
  tenant text COLLATE "C" NOT NULL DEFAULT marginalia_tenant(),
  UNIQUE (model, dimensions, tenant)
);

-- By the number of a document, which a replaced document does not keep: an embedding never outlives the text it is of.
CREATE TABLE passage_embeddings (
  document_number int NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
  space_id int NOT NULL REFERENCES embedding_spaces (id) ON DELETE CASCADE,
  ordinal int NOT NULL,
  -- Of length one: the inner product is the cosine.
  embedding halfvec NOT NULL,
  tenant text COLLATE "C" NOT NULL DEFAULT marginalia_tenant(),
  PRIMARY KEY (document_number, space_id, ordinal)
);

-- A search reads all embeddings of the documents it is put to: beside the row, each would be a look elsewhere.
ALTER TABLE passage_embeddings ALTER COLUMN embedding SET STORAGE PLAIN;

ALTER TABLE embedding_spaces ENABLE ROW LEVEL SECURITY;
ALTER TABLE embedding_spaces FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON embedding_spaces USING (tenant = (SELECT marginalia_tenant()));
ALTER TABLE passage_embeddings ENABLE ROW LEVEL SECURITY;
ALTER TABLE passage_embeddings FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON passage_embeddings USING (tenant = (SELECT marginalia_tenant()));
