/**
 * The house as data: what each folder of src is for, where it runs and what it may import.
 * The import rules, the purity rules and the drawing in src/ARCHITECTURE.md are generated from this table.
 */
const folders = {
  contracts: {
    runs: "pure",
    purpose: "schemas and types of all that crosses a folder, a process or a disk; the error base",
    mayImport: [],
  },
  concepts: { runs: "pure", purpose: "the dictionary of finance", mayImport: ["contracts"] },
  workbook: {
    runs: "pure",
    purpose: "addresses, formula reader, R1C1 form, dependency graph, fingerprint, .xlsx bytes to a snapshot",
    mayImport: ["contracts"],
  },
  model: {
    runs: "pure",
    purpose: "what a workbook means: line items, time axis, units, inputs, drivers, outputs",
    mayImport: ["contracts", "concepts", "workbook"],
  },
  audit: {
    runs: "pure",
    purpose: "rules over workbook and model, one file a rule; ranking by consequence",
    mayImport: ["contracts", "concepts", "workbook", "model"],
  },
  reasoning: {
    runs: "pure",
    purpose:
      "the state machine of an answer or a comment, prompts, reference rendering, grounding checks; declares its ports",
    mayImport: ["contracts", "concepts"],
  },
  office: {
    runs: "browser",
    purpose: "the only folder that names Office or Excel: reader, selection, navigation, read-only guard",
    mayImport: ["contracts", "workbook"],
  },
  taskpane: {
    runs: "browser",
    purpose: "the pane and its worker",
    mayImport: ["contracts", "concepts", "workbook", "model", "audit", "office"],
  },
  workbench: {
    runs: "browser",
    purpose:
      "a page that stands in for Excel: any .xlsx in a grid, a host transport under the unmodified office.js, the pane beside it",
    mayImport: ["contracts", "workbook"],
  },
  filings: {
    runs: "server",
    purpose: "filings to sections, tables, facts and passages: a list of named steps",
    mayImport: ["contracts", "concepts"],
  },
  storage: {
    runs: "server",
    purpose: "Postgres or PGlite: connection, lock, numbered migrations, one file a query",
    mayImport: ["contracts"],
  },
  retrieval: {
    runs: "server",
    purpose: "what a question is about, search, fusion, score trace",
    mayImport: ["contracts", "concepts", "storage"],
  },
  edgar: {
    runs: "server",
    purpose: "the SEC's EDGAR: who files, what is filed and the filings; asks politely, keeps what it got",
    mayImport: ["contracts"],
  },
  llm: { runs: "server", purpose: "OpenAI-compatible client, usage, retry", mayImport: ["contracts"] },
  server: {
    runs: "server",
    purpose:
      "configuration, the services composed from the folders above (the only place that wires them), and their HTTP face",
    mayImport: [
      "contracts",
      "concepts",
      "workbook",
      "model",
      "audit",
      "reasoning",
      "filings",
      "storage",
      "retrieval",
      "llm",
      "edgar",
    ],
  },
  cli: {
    runs: "server",
    purpose: "the command-line face of the same services",
    mayImport: ["contracts", "workbook", "model", "audit", "server"],
  },
};

/** Folders within a folder, lowest first: each may import those before it,. */
const storeys = {
  audit: ["wording", "lines", "meaning", "findings", "rules"],
  retrieval: ["words", "index", "question", "search", "history", "facts"],
};

module.exports = { folders, storeys };
