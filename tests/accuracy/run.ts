import { existsSync } from "node:fs";
import path from "node:path";
import { measuredDataFolder } from "../support/measured-data";
import { printSuite } from "../support/print-suite";
import { type ScoredSuite } from "../support/scored-suite";

/** `npm run accuracy -- NAME`: each `NAME.suite.ts` in this folder exports `suite`. */
async function main(): Promise<number> {
  const name = process.argv[2] ?? "";
  const file = path.join(__dirname, `${name}.suite.ts`);
  if (!/^[a-z0-9-]+$/.test(name) || !existsSync(file)) {
    console.error(`There is no accuracy suite called "${name}". Each file tests/accuracy/NAME.suite.ts is one.`);
    return 2;
  }
  const dataFolder = measuredDataFolder();
  if (dataFolder === null) {
    console.log(`accuracy ${name}: skipped, the measuring data is not here (set MARGINALIA_TEST_DATA to its folder).`);
    return 0;
  }
  const { suite } = (await import(file)) as { suite: ScoredSuite };
  return printSuite(name, await suite(dataFolder, (line) => console.error(line)));
}

void main().then((code) => {
  process.exitCode = code;
});
