-- What a filing and those before it say of the same things is read by document, for figures of whole companies only.
CREATE INDEX facts_of_whole_companies ON facts (document_id, concept, period_end) WHERE dimensionless AND value_number IS NOT NULL;
