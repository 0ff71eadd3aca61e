import { migrate } from "./migrate";
import { openPgliteConnection } from "./pglite-connection";
import { openPostgresqlConnection } from "./postgresql-connection";
import { addDocument } from "./queries/add-document";
import { compareFacts } from "./queries/compare-facts";
import { countEmbeddings } from "./queries/count-embeddings";
import { findConcepts } from "./queries/find-concepts";
import { findDocument } from "./queries/find-document";
import { findFigures } from "./queries/find-figures";
import { findFact } from "./queries/find-fact";
import { findFacts } from "./queries/find-facts";
import { findMissingEmbeddings } from "./queries/find-missing-embeddings";
import { findNearestEmbeddings } from "./queries/find-nearest-embeddings";
import { findPassages } from "./queries/find-passages";
import { findTable } from "./queries/find-table";
import { insertEmbeddings } from "./queries/insert-embeddings";
import { listCompanies } from "./queries/list-companies";
import { listDisclosures } from "./queries/list-disclosures";
import { listDocuments } from "./queries/list-documents";
import { readPassageContext } from "./queries/read-passage-context";
import { removeDocument } from "./queries/remove-document";
import { searchPassages } from "./queries/search-passages";
import { findRecurringSentences } from "./queries/find-recurring-sentences";
import { readItem } from "./queries/read-item";
import { readLayout } from "./queries/read-layout";
import { findStatementPassages } from "./queries/find-statement-passages";
import { readTermStatistics } from "./queries/read-term-statistics";
import { type SqlConnection } from "./sql-connection";
import { ownTenant, restrictToTenant } from "./restrict-to-tenant";
import { type Store, type StoreLocation } from "./store";

/** The store of a folder or a server, its schema up to date. Throws `storage/folder-in-use`, `storage/cannot-open`, `storage/schema-too-new`. */
export async function openStore(location: StoreLocation): Promise<Store> {
  const connection = await connectTo(location);
  try {
    await migrate(connection);
    // A folder is one person's; a server may be a whole firm's.
    if (location.kind === "pglite") return storeOver(connection);
    return storeOver(await restrictToTenant(connection, location.tenant ?? ownTenant));
  } catch (error) {
    await connection.close();
    throw error;
  }
}

function connectTo(location: StoreLocation): Promise<SqlConnection> {
  switch (location.kind) {
    case "pglite":
      return openPgliteConnection(location.folder);
    case "postgresql":
      return openPostgresqlConnection(location.url);
  }
}

/** The queries over a connection that is open and up to date. */
export function storeOver(connection: SqlConnection): Store {
  return {
    engine: connection.engine,
    addDocument: (parsed, index) => addDocument(connection, parsed, index),
    removeDocument: (documentId) => removeDocument(connection, documentId),
    listDocuments: (asOf = null) => listDocuments(connection, asOf),
    documentById: (documentId) => findDocument(connection, documentId),
    companies: () => listCompanies(connection),
    passageById: async (passageId) => (await findPassages(connection, [passageId]))[0] ?? null,
    passagesById: (passageIds) => findPassages(connection, passageIds),
    passageContext: (passageId, around) => readPassageContext(connection, passageId, around),
    tableOfPassage: (passageId) => findTable(connection, passageId),
    layoutOf: (documentId) => readLayout(connection, documentId),
    disclosuresOf: (documentId) => listDisclosures(connection, documentId),
    findFacts: (query) => findFacts(connection, query),
    compareFacts: (documentId, earlierDocumentIds) => compareFacts(connection, documentId, earlierDocumentIds),
    figuresOf: (documentId) => findFigures(connection, documentId),
    conceptsNamed: (localName, documentIds) => findConcepts(connection, localName, documentIds),
    factById: (factId) => findFact(connection, factId),
    searchPassages: (query) => searchPassages(connection, query),
    statementPassages: (query) => findStatementPassages(connection, query),
    missingEmbeddings: (query) => findMissingEmbeddings(connection, query),
    addEmbeddings: (space, embedded) => insertEmbeddings(connection, space, embedded),
    embeddingSpaces: () => countEmbeddings(connection),
    nearestPassages: (query) => findNearestEmbeddings(connection, query),
    recurringSentences: (passageIds, companies) => findRecurringSentences(connection, passageIds, companies),
    item: (documentId, item, part) => readItem(connection, documentId, item, part),
    termStatistics: (terms) => readTermStatistics(connection, terms),
    close: () => connection.close(),
  };
}
