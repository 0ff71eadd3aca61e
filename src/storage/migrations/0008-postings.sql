-- Which passages of a document hold a term: five bytes a passage, its place in the document (3) and the term's BM25 weight
-- there times 16384 (2). A question reads the rows of its few terms instead of every passage's whole vector. No reference
-- to documents: checking one for each row costs more than the row, and what removes a document removes its rows here.
CREATE TABLE term_postings (
  document_number int NOT NULL,
  term_id int NOT NULL,
  postings bytea NOT NULL,
  PRIMARY KEY (document_number, term_id)
);

-- They look like chance: trying to compress them costs time and saves nothing.
ALTER TABLE term_postings ALTER COLUMN postings SET STORAGE EXTERNAL;

INSERT INTO term_postings (document_number, term_id, postings)
SELECT d.number, split_part(entry, ':', 1)::int,
  string_agg(substring(int4send(p.ordinal) FROM 2 FOR 3)
    || substring(int4send(least(round(split_part(entry, ':', 2)::float8 * 16384), 65535)::int) FROM 3 FOR 2), ''::bytea ORDER BY p.ordinal)
FROM documents AS d JOIN passages AS p ON p.document_id = d.id
CROSS JOIN LATERAL unnest(string_to_array(btrim(split_part(p.lexical::text, '/', 1), '{}'), ',')) AS entry
WHERE entry <> ''
GROUP BY d.number, split_part(entry, ':', 1)::int
ORDER BY 1, 2;

ALTER TABLE passages DROP COLUMN lexical;

-- The empty term stands in every passage: how many there are is looked up, never added up.
INSERT INTO terms (term, passage_count) SELECT '', coalesce(sum(passage_count), 0)::int FROM documents;
