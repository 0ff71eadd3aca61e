const path = require("node:path");

const rootDir = path.resolve(__dirname, "../..");
/** Packages published as ES modules only: jest must translate them. */
const esmPackages = [
  "htmlparser2",
  "entities",
  "domhandler",
  "domutils",
  "dom-serializer",
  "domelementtype",
  "@sparticuz",
  "@revolist",
  "content-disposition",
  "cookie",
];

const shared = {
  rootDir,
  transform: {
    "^.+\\.(t|j|mj)sx?$": [
      "@swc/jest",
      {
        sourceMaps: "inline",
        jsc: {
          target: "es2022",
          parser: { syntax: "typescript", tsx: true },
          transform: { react: { runtime: "automatic" } },
        },
        module: { type: "commonjs" },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmPackages.join("|")})/)`],
  testPathIgnorePatterns: ["/node_modules/", "<rootDir>/tests/accuracy/", "<rootDir>/tests/benchmarks/"],
};

const browserTests = ["<rootDir>/tests/(office|taskpane|workbench)/**/*.test.{ts,tsx}"];

module.exports = {
  rootDir,
  reporters: ["default", "<rootDir>/tests/support/test-totals-reporter.cjs"],
  projects: [
    {
      ...shared,
      displayName: "node",
      testEnvironment: "node",
      testMatch: ["<rootDir>/tests/!(office|taskpane|workbench|e2e|accuracy|benchmarks)/**/*.test.ts"],
    },
    {
      ...shared,
      displayName: "page",
      testEnvironment: "jsdom",
      testMatch: browserTests,
      setupFiles: ["<rootDir>/tests/support/page-setup.ts"],
    },
    {
      ...shared,
      displayName: "e2e",
      testEnvironment: "node",
      testMatch: ["<rootDir>/tests/e2e/**/*.test.ts"],
      globalSetup: "<rootDir>/tests/e2e/global-setup.cjs",
    },
  ],
};
