import { readFileSync } from "node:fs";
import path from "node:path";

/**
 * The manifest as Excel will read it, checked without a network: Microsoft's own validator needs one, and its
 * `info` accepts nonsense.
 */
const root = path.resolve(__dirname, "../..");
const text = readFileSync(path.join(root, "manifest.xml"), "utf8");

interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}

/** Enough of XML for a manifest: elements, attributes and text; refuses what does not nest. */
function parseXml(xml: string): Element {
  const top: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [top];
  const body = xml.replaceAll(/<!--[^]*?-->|<\?[^]*?\?>/g, "");
  for (const [, closing, name, attributes, selfClosing, words] of body.matchAll(
    /<(\/?)([\w:.]+)((?:\s+[\w:.]+="[^"]*")*)\s*(\/?)>|([^<]+)/g,
  )) {
    const current = open.at(-1)!;
    if (name === undefined) current.text += (words ?? "").trim();
    else if (closing === "/") {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes another element`);
    } else {
      const pairs = [...(attributes ?? "").matchAll(/([\w:.]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]);
      const element = { name, attributes: Object.fromEntries(pairs) as Record<string, string>, children: [], text: "" };
      current.children.push(element);
      if (selfClosing !== "/") open.push(element);
    }
  }
  if (open.length !== 1 || top.children.length !== 1) throw new Error("the manifest is not one closed element");
  return top.children[0]!;
}

const app = parseXml(text);
const all = (element: Element, name: string): Element[] => [
  ...element.children.filter((child) => child.name === name),
  ...element.children.flatMap((child) => all(child, name)),
];
const one = (element: Element, name: string): Element => {
  const found = element.children.filter((child) => child.name === name);
  expect(found).toHaveLength(1);
  return found[0]!;
};
const namesOf = (element: Element) => element.children.map((child) => child.name);
const overrides = one(app, "VersionOverrides");
const resources = one(overrides, "Resources");
const urls = [...text.matchAll(/"(https?:\/\/localhost[^"]*)"/g)].map((match) => match[1]!);

it("orders its elements as Excel demands", () => {
  expect(namesOf(app)).toEqual([
    "Id",
    "Version",
    "ProviderName",
    "DefaultLocale",
    "DisplayName",
    "Description",
    "IconUrl",
    "HighResolutionIconUrl",
    "SupportUrl",
    "AppDomains",
    "Hosts",
    "Requirements",
    "DefaultSettings",
    "Permissions",
    "VersionOverrides",
  ]);
  expect(namesOf(overrides)).toEqual(["Hosts", "Resources"]);
  expect(namesOf(resources)).toEqual(["bt:Images", "bt:Urls", "bt:ShortStrings", "bt:LongStrings"]);
  for (const button of all(overrides, "Control")) {
    expect(namesOf(button)).toEqual(["Label", "Supertip", "Icon", "Action"]);
  }
  for (const group of all(overrides, "Group")) expect(namesOf(group)).toEqual(["Label", "Icon", "Control"]);
  for (const form of all(overrides, "DesktopFormFactor")) {
    expect(namesOf(form)).toEqual(["GetStarted", "ExtensionPoint", "ExtensionPoint"]);
  }
});

it("is a task pane for workbooks that offers a ribbon button and a command on cells", () => {
  expect(app.attributes["xsi:type"]).toBe("TaskPaneApp");
  expect(overrides.attributes["xsi:type"]).toBe("VersionOverridesV1_0");
  expect(all(app, "Host").map((host) => host.attributes.Name ?? host.attributes["xsi:type"])).toEqual([
    "Workbook",
    "Workbook",
  ]);
  expect(all(overrides, "OfficeTab")[0]?.attributes.id).toBe("TabHome");
  expect(all(overrides, "OfficeMenu")[0]?.attributes.id).toBe("ContextMenuCell");
  const ids = all(overrides, "Control").map((button) => button.attributes.id);
  expect(new Set(ids).size).toBe(ids.length);
});

it("resolves every resource id, once, and names none in vain", () => {
  const defined = resources.children.flatMap((group) => group.children.map((resource) => resource.attributes.id!));
  expect(new Set(defined).size).toBe(defined.length);
  const used = [...text.matchAll(/resid="([^"]+)"/g)].map((match) => match[1]!);
  expect([...new Set(used)].sort()).toEqual([...defined].sort());
  for (const id of defined) expect(id.length).toBeLessThanOrEqual(32);
});

it("keeps its words within Excel's lengths", () => {
  const lengthOf = (element: Element) => element.attributes.DefaultValue!.length;
  expect(lengthOf(one(app, "Description"))).toBeLessThanOrEqual(250);
  expect(lengthOf(one(app, "DisplayName"))).toBeLessThanOrEqual(125);
  for (const words of all(resources, "bt:String")) {
    const isShort = one(resources, "bt:ShortStrings").children.includes(words);
    expect(lengthOf(words)).toBeLessThanOrEqual(isShort ? 125 : 250);
  }
});

it("points only to https on this machine, at the pane and at icons that exist in the size they claim", () => {
  expect(urls.length).toBeGreaterThan(8);
  for (const url of urls) expect(url).toMatch(/^https:\/\/localhost:3000(\/|$)/);
  expect(urls).toContain("https://localhost:3000/pane/index.html");
  const icons = urls.filter((url) => url.endsWith(".png"));
  for (const url of icons) {
    const png = readFileSync(path.join(root, new URL(url).pathname));
    const claimed = Number(/icon-(\d+)\.png$/.exec(url)![1]);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([claimed, claimed]);
  }
  for (const icon of all(overrides, "Icon")) {
    expect(icon.children.map((image) => image.attributes.size)).toEqual(["16", "32", "80"]);
  }
});

it("asks for the one permission that lets it read formulas, and says why", () => {
  expect(one(app, "Permissions").text).toBe("ReadWriteDocument");
  expect(one(app, "Description").attributes.DefaultValue).toContain("refuses every write itself");
  expect(text).toContain("Why ReadWriteDocument");
});

it("needs no newer Excel than the reader does", () => {
  const sets = all(app, "Sets")[0]!;
  expect([sets.attributes.DefaultMinVersion, all(sets, "Set")[0]?.attributes.Name]).toEqual(["1.9", "ExcelApi"]);
  expect(readFileSync(path.join(root, "src/office/await-office.ts"), "utf8")).toContain('neededApi = "1.9"');
});
