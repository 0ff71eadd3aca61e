/**
 * Tells Excel on this machine about manifest.xml and makes sure of the development certificate it demands.
 *   node assets/office/sideload.cjs            register
 *   node assets/office/sideload.cjs --remove   take it back
 * Windows: a value under HKCU\Software\Microsoft\Office\16.0\WEF\Developer names the file.
 * macOS: a copy of the file stands in Excel's own "wef" folder. On the web the file is uploaded by hand.
 */
const { execFileSync } = require("node:child_process");
const { copyFileSync, mkdirSync, readFileSync, rmSync } = require("node:fs");
const os = require("node:os");
const path = require("node:path");

const manifest = path.resolve(__dirname, "../../manifest.xml");
const id = /<Id>([^<]+)<\/Id>/.exec(readFileSync(manifest, "utf8"))[1];
const isRemoval = process.argv.includes("--remove");

const registryKey = "HKCU\\Software\\Microsoft\\Office\\16.0\\WEF\\Developer";
const macFolder = path.join(os.homedir(), "Library/Containers/com.microsoft.Excel/Data/Documents/wef");
const macCopy = path.join(macFolder, `${id}.manifest.xml`);

const platforms = {
  win32: {
    register: () => execFileSync("reg", ["add", registryKey, "/v", id, "/t", "REG_SZ", "/d", manifest, "/f"]),
    remove: () => execFileSync("reg", ["delete", registryKey, "/v", id, "/f"]),
    next: "Restart Excel: “Review the model” is on the Home tab, or under Add-ins > Developer Add-ins.",
  },
  darwin: {
    register: () => {
      mkdirSync(macFolder, { recursive: true });
      copyFileSync(manifest, macCopy);
    },
    remove: () => rmSync(macCopy, { force: true }),
    next: "Restart Excel: “Review the model” is on the Home tab, or under Add-ins > Developer Add-ins.",
  },
};

const onTheWeb =
  "In Excel on the web: Home > Add-ins > More Add-ins > My Add-ins > Upload My Add-in, and choose\n" +
  `  ${manifest}\nThe browser must trust the certificate of https://localhost:3000.`;

async function main() {
  const platform = platforms[process.platform];
  if (isRemoval) {
    platform?.remove();
    console.error("Excel no longer knows about Marginalia. Restart Excel to see it gone.");
    return;
  }
  // Asks for permission in a dialog of the system where the certificate is not trusted yet.
  await require("office-addin-dev-certs").ensureCertificatesAreInstalled();
  if (platform === undefined) {
    console.error(`There is no Excel for ${process.platform} to register with.\n${onTheWeb}`);
    return;
  }
  platform.register();
  console.error(`Registered ${manifest}\n${platform.next}\n${onTheWeb}`);
}

main().catch((error) => {
  console.error(`Marginalia could not be registered with Excel: ${error.message}`);
  process.exitCode = 1;
});
