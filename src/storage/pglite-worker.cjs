/**
 * PGlite in a thread of its own: it blocks its event loop while a statement runs, and ours must stay free.
 * Plain CommonJS, because a worker starts from a file: under tsx and under jest there is no compiled one.
 *
 * In:  { id, kind: "query", statement, values } | { id, kind: "script", statement } | { id, kind: "close" }
 * Out: { id, rows } | { id, error: { message, code } }; first of all { ready: true } or { failed: message }
 */
const { parentPort, workerData } = require("node:worker_threads");
const { PGlite } = require("@electric-sql/pglite");
const { vector } = require("@electric-sql/pglite-pgvector");

const describe = (error) => ({
  message: String((error && error.message) || error),
  code: (error && error.code) || null,
});

async function carryOut(database, request) {
  switch (request.kind) {
    case "query":
      return (await database.query(request.statement, request.values)).rows;
    case "script":
      await database.exec(request.statement);
      return [];
    case "close":
      await database.close();
      return [];
    default:
      throw new Error(`unknown request ${request.kind}`);
  }
}

async function main() {
  let database;
  try {
    database = await PGlite.create({ dataDir: workerData.dataFolder, extensions: { vector } });
  } catch (error) {
    parentPort.postMessage({ failed: describe(error).message });
    parentPort.close();
    return;
  }
  let before = Promise.resolve();
  parentPort.on("message", (request) => {
    before = before.then(async () => {
      try {
        parentPort.postMessage({ id: request.id, rows: await carryOut(database, request) });
      } catch (error) {
        parentPort.postMessage({ id: request.id, error: describe(error) });
      }
      if (request.kind === "close") parentPort.close();
    });
  });
  parentPort.postMessage({ ready: true });
}

void main();
