import { type Services } from "../../src/server/services/services";

function unexpected(name: string): () => never {
  return () => {
    throw new Error(`${name} was not expected to be called`);
  };
}

/** Services of which a test gives only what it needs; anything else called fails the test. */
export function servicesPort(given: Partial<Services>): Services {
  return {
    status: unexpected("status"),
    listDocuments: unexpected("listDocuments"),
    addFiling: unexpected("addFiling"),
    addFromEdgar: unexpected("addFromEdgar"),
    factHistories: unexpected("factHistories"),
    edgarHistories: unexpected("edgarHistories"),
    checkFacts: unexpected("checkFacts"),
    search: unexpected("search"),
    ask: unexpected("ask"),
    findEvidence: unexpected("findEvidence"),
    passageContext: unexpected("passageContext"),
    filingChanges: unexpected("filingChanges"),
    outline: unexpected("outline"),
    close: async () => undefined,
    ...given,
  };
}
