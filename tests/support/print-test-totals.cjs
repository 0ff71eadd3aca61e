/** Prints "N passed, N failed, N skipped" over all test runs; exits as the runs did: FILE CODE on the command line. */
const { existsSync, readFileSync } = require("node:fs");

const [file, codeText] = process.argv.slice(2);
const runs = existsSync(file)
  ? readFileSync(file, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line))
  : [];
const total = (key) => runs.reduce((sum, run) => sum + run[key], 0);

let code = Number(codeText);
let failed = total("failed");
if (code !== 0 && failed === 0) {
  console.log("A check beside the tests failed (see above); it counts as one.");
  failed = 1;
}
if (code === 0 && (failed > 0 || total("passed") === 0)) code = 1;
console.log(`${total("passed")} passed, ${failed} failed, ${total("skipped")} skipped`);
process.exitCode = code;
