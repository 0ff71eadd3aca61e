import { existsSync } from "node:fs";
import path from "node:path";
import { measuredDataFolder } from "../support/measured-data";
import { printSuite } from "../support/print-suite";
import { type ScoredSuite } from "../support/scored-suite";

/** `npm run bench -- NAME`: each `NAME.bench.ts` in this folder exports `suite`. */
async function main(): Promise<number> {
  const name = process.argv[2] ?? "";
  const file = path.join(__dirname, `${name}.bench.ts`);
  if (!/^[a-z0-9-]+$/.test(name) || !existsSync(file)) {
    console.error(`There is no benchmark called "${name}". Each file tests/benchmarks/NAME.bench.ts is one.`);
    return 2;
  }
  const { suite } = (await import(file)) as { suite: ScoredSuite };
  return printSuite(name, await suite(measuredDataFolder(), (line) => console.error(line)));
}

void main().then((code) => {
  process.exitCode = code;
});
