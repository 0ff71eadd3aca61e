const { appendFileSync } = require("node:fs");

/** A jest reporter: adds one line {passed, failed, skipped} to the file TEST_TOTALS_FILE names; else does nothing. */
module.exports = class TestTotalsReporter {
  onRunComplete(_contexts, results) {
    const file = process.env.TEST_TOTALS_FILE;
    if (!file) return;
    const totals = {
      passed: results.numPassedTests,
      // A suite that could not be run has no tests to count, and is a failure all the same.
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
    };
    appendFileSync(file, `${JSON.stringify(totals)}\n`);
  }
};
