/** Import rules generated from folders.cjs. Type-only imports count: `tsPreCompilationDeps` keeps them in sight. */
const { folders, storeys } = require("./folders.cjs");

const names = Object.keys(folders);
const direction = names.map((name) => ({
  name: `${name}-imports`,
  comment: `src/${name} may import only: ${folders[name].mayImport.join(", ") || "nothing of ours"}. Move the shared part into contracts, or pass it in as a port.`,
  severity: "error",
  from: { path: `^src/${name}/` },
  to: {
    path: `^src/(${names.filter((other) => other !== name && !folders[name].mayImport.includes(other)).join("|")})/`,
  },
}));

const upward = Object.entries(storeys).flatMap(([folder, order]) =>
  order.slice(0, -1).map((name, place) => ({
    name: `${folder}-${name}-imports-upward`,
    comment: `src/${folder}/${name} may import only what lies below it: ${order.slice(0, place).join(", ") || "nothing"}.`,
    severity: "error",
    from: { path: `^src/${folder}/${name}/` },
    to: { path: `^src/${folder}/(${order.slice(place + 1).join("|")})/` },
  })),
);

const onlyIn = (name, packages, homes, comment) => ({
  name,
  comment,
  severity: "error",
  from: { path: "^src/", pathNot: `^src/(${homes.join("|")})/` },
  to: { path: `node_modules/(${packages.join("|")})/` },
});

const pureFolders = names.filter((name) => folders[name].runs === "pure");
const browserFolders = names.filter((name) => folders[name].runs === "browser");

module.exports = {
  forbidden: [
    ...direction,
    ...upward,
    {
      name: "no-cycles",
      comment: "Break the circle: name the part both need and give it its own file.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "unknown-folder",
      comment: "Every folder of src stands in tests/architecture/folders.cjs.",
      severity: "error",
      from: { path: "^src/[^/]+/", pathNot: `^src/(${names.join("|")})/` },
      to: {},
    },
    {
      name: "no-node-in-pure-or-browser",
      comment: "Pure and browser folders run in a page: pass a port instead.",
      severity: "error",
      from: { path: `^src/(${[...pureFolders, ...browserFolders].join("|")})/` },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "sources-do-not-import-tests",
      comment: "Tests know the source, never the other way.",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^tests/" },
    },
    {
      name: "no-dev-dependencies-on-the-server",
      comment: "What runs in production is a dependency.",
      severity: "error",
      from: { path: `^src/(${names.filter((name) => folders[name].runs !== "browser").join("|")})/` },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"], pathNot: "node_modules/@types/" },
    },
    onlyIn("openai-only-in-llm", ["openai"], ["llm"], "Language models are reached through src/llm."),
    onlyIn("database-only-in-storage", ["pg", "@electric-sql"], ["storage"], "SQL lives in src/storage."),
    onlyIn(
      "http-only-in-server",
      ["fastify", "@fastify", "fastify-type-provider-zod"],
      ["server"],
      "HTTP lives in src/server.",
    ),
    onlyIn("xlsx-only-in-workbook", ["@e965/xlsx"], ["workbook"], "One reader of .xlsx bytes: src/workbook."),
    onlyIn(
      "react-only-in-browser",
      ["react", "react-dom", "@fluentui"],
      ["taskpane", "workbench"],
      "React belongs to the pane and the workbench.",
    ),
    onlyIn(
      "documents-only-in-filings",
      ["htmlparser2", "pdfjs-dist"],
      ["filings"],
      "HTML and PDF are parsed in src/filings.",
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".js", ".cjs", ".mjs", ".json"],
    },
  },
};
