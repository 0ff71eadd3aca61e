import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const { folders } = createRequire(import.meta.url)("./folders.cjs");
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const pure = Object.keys(folders).filter((name) => folders[name].runs === "pure");

export default tseslint.config(
  { ignores: ["node_modules/**", "dist/**", "coverage/**", ".marginalia/**"] },
  {
    files: ["src/**/*.{ts,tsx}", "tests/**/*.{ts,tsx}", "assets/**/*.ts"],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      "@typescript-eslint/require-await": "off",
      eqeqeq: "error",
      "no-restricted-syntax": [
        "error",
        { selector: "ExportDefaultDeclaration", message: "Name what a file gives: no default exports." },
      ],
    },
  },
  {
    files: pure.map((name) => `src/${name}/**/*.{ts,tsx}`),
    rules: {
      "no-restricted-globals": [
        "error",
        ...[
          "window",
          "document",
          "navigator",
          "process",
          "fetch",
          "setTimeout",
          "setInterval",
          "require",
          "__dirname",
          "localStorage",
          "performance",
          "crypto",
        ].map((name) => ({
          name,
          message: "Pure folders name no clock, no random, no DOM, no process, no network: pass it in.",
        })),
      ],
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: "Pass randomness in." },
        { object: "Date", property: "now", message: "Pass the clock in." },
      ],
      "no-restricted-syntax": [
        "error",
        { selector: "ExportDefaultDeclaration", message: "Name what a file gives: no default exports." },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "Pass the clock in." },
      ],
    },
  },
  {
    files: ["src/taskpane/**/*.{ts,tsx}", "src/workbench/**/*.{ts,tsx}"],
    plugins: { "react-hooks": reactHooks },
    rules: { "react-hooks/rules-of-hooks": "error", "react-hooks/exhaustive-deps": "error" },
  },
);
