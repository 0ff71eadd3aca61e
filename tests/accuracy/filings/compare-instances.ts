import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { type Fact } from "../../../src/contracts/document";
import { readTextDocument } from "../../../src/filings/read-text-document";

export interface InstanceComparison {
  readonly expected: number;
  readonly equal: number;
  readonly differences: readonly string[];
}

/** Filings of which the SEC's own extracted instance is stored beside the inline document. */
const pairs: readonly { readonly instance: string; readonly filing: string }[] = [
  { instance: "xbrl-instance/aapl-20250329_htm.xml.gz", filing: "10-Q/AAPL_0000320193-25-000057.html.gz" },
  { instance: "xbrl-instance/aapl-20230701_htm.xml.gz", filing: "10-Q/AAPL_0000320193-23-000077.html.gz" },
];

/** Numeric facts with all their dimensions against the SEC's extracted instance. */
export function compareInstances(filingsFolder: string): InstanceComparison {
  let expected = 0;
  const differences: string[] = [];
  for (const { instance, filing } of pairs) {
    const [instancePath, filingPath] = [path.join(filingsFolder, instance), path.join(filingsFolder, filing)];
    if (!existsSync(instancePath) || !existsSync(filingPath)) continue;
    const { facts } = readTextDocument(readFileSync(filingPath), { fileName: path.basename(filing) });
    const ours = new Map<string, Set<Fact["value"]>>();
    for (const fact of facts) {
      if (fact.unit === null) continue;
      const key = keyOf(fact.concept, fact.unit, fact.start, fact.end, fact.dimensions);
      ours.set(key, (ours.get(key) ?? new Set()).add(fact.value));
    }
    for (const [key, value] of readInstance(gunzipSync(readFileSync(instancePath)).toString("utf8"))) {
      expected++;
      if (ours.get(key)?.has(value) !== true)
        differences.push(`${filing}: ${key} is ${value}, ours ${[...(ours.get(key) ?? [])].join()}`);
    }
  }
  return { expected, equal: expected - differences.length, differences };
}

/** The most precise value of each key. Plain expressions suffice: the SEC writes its instances in one shape. */
function readInstance(xml: string): Map<string, number | null> {
  const contexts = new Map<string, { start: string | null; end: string | null; dimensions: Record<string, string> }>();
  for (const [, id, body] of xml.matchAll(/<context id="([^"]+)">([\s\S]*?)<\/context>/g)) {
    const dimensions: Record<string, string> = {};
    const members = /<xbrldi:(?:explicit|typed)Member dimension="([^"]+)">([\s\S]*?)<\/xbrldi/g;
    for (const [, axis, member] of body!.matchAll(members)) dimensions[axis!] = member!.replace(/<[^>]+>/g, "").trim();
    const day = (tag: string): string | null => new RegExp(`<${tag}>([^<]+)`).exec(body!)?.[1] ?? null;
    contexts.set(id!, { start: day("startDate"), end: day("endDate") ?? day("instant"), dimensions });
  }
  const units = new Map<string, string>();
  for (const [, id, body] of xml.matchAll(/<unit id="([^"]+)">([\s\S]*?)<\/unit>/g)) {
    units.set(id!, [...body!.matchAll(/<measure>([^<]+)/g)].map((match) => match[1]!.split(":").pop()!).join("/"));
  }
  const best = new Map<string, { value: number | null; decimals: number }>();
  for (const [, concept, attributes, text] of xml.matchAll(
    /<((?!link|xbrldi|xbrli)[\w-]+:[\w.-]+)\b([^>]*unitRef="[^"]*"[^>]*?)(?:\/>|>([^<]*)<)/g,
  )) {
    const attribute = (name: string): string => new RegExp(`${name}="([^"]*)"`).exec(attributes!)?.[1] ?? "";
    const context = contexts.get(attribute("contextRef"));
    if (context === undefined) continue;
    const unit = units.get(attribute("unitRef")) ?? null;
    const key = keyOf(concept!, unit, context.start, context.end, context.dimensions);
    const value = /:nil="true"/.test(attributes!) ? null : Number(text);
    const decimals = attribute("decimals") === "INF" ? Number.POSITIVE_INFINITY : Number(attribute("decimals"));
    const known = best.get(key);
    if (known === undefined || decimals > known.decimals) best.set(key, { value, decimals });
  }
  return new Map([...best].map(([key, { value }]) => [key, value]));
}

function keyOf(
  concept: string,
  unit: string | null,
  start: string | null,
  end: string | null,
  dimensions: Readonly<Record<string, string>>,
): string {
  const pairs_ = Object.entries(dimensions).map(([axis, member]) => `${axis}=${member}`);
  return [concept, unit, start ?? "", end, ...pairs_.sort()].join("|");
}
