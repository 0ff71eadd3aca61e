/** The browser tests open what a newcomer opens, so the pane and the workbench are built first. */
const { execFileSync } = require("node:child_process");
const path = require("node:path");

module.exports = () => {
  const root = path.resolve(__dirname, "../..");
  execFileSync(process.execPath, [path.join(root, "node_modules/webpack/bin/webpack.js"), "--mode", "production"], {
    cwd: root,
    stdio: "inherit",
  });
};
