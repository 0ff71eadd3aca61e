import { openStore } from "../../src/storage/open-store";
import { parsedDocument, plainIndex } from "./document-fixture";

/** A process of its own that adds documents until it is killed, and names each one the store has acknowledged. */
async function main(): Promise<void> {
  const store = await openStore({ kind: "pglite", folder: process.argv[2] ?? "" });
  for (let n = 0; ; n++) {
    const document = parsedDocument({
      id: `document-${n}`,
      passages: Array.from({ length: 300 }, (_, i) => ({
        text: `Passage ${i} of document ${n} speaks of lamp number${i}.`,
      })),
      facts: Array.from({ length: 300 }, (_, i) => ({ value: i })),
    });
    await store.addDocument(document, plainIndex(document));
    process.stdout.write(`${document.document.id}\n`);
  }
}
void main();
