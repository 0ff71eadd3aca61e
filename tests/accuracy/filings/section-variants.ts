import { readTextDocument } from "../../../src/filings/read-text-document";
import { type ParsedDocument } from "../../../src/contracts/document";

type Rewrite = (markup: string) => string;

const heading =
  />(\s*)(?:part\s+i+v?[^<]{0,40}\s)?items?(?:\s|&#160;|&nbsp;)*(\d{1,2}[A-C]?)(\.?(?:\s|&#160;|&nbsp;)*)([^<]{0,140})</gi;
const withoutLinks: Rewrite = (markup) => markup.replace(/href=(["'])#[^"']*\1/gi, "");
/** Headings behind the contents page. */
const inBody = (markup: string, rewrite: Rewrite): string => {
  const cut = markup.length * 0.04 + Math.max(0, markup.slice(0, markup.length * 0.3).lastIndexOf("</ix:header>"));
  return markup.slice(0, cut) + rewrite(markup.slice(cut));
};

/** Other ways in which filers write the headings of one and the same filing. */
export const headingVariants: Readonly<Record<string, Rewrite>> = {
  "contents without links": withoutLinks,
  "spaced capitals": (markup) => markup.replace(heading, ">$1I T E M &#160;$2$3$4<"),
  "no looks, no links": (markup) => withoutLinks(markup).replace(/font-(?:weight|style|size):[^;"']+/gi, ""),
  "headings as table rows": (markup) =>
    inBody(markup, (body) =>
      body.replace(heading, "><table><tr><td>Item $2.</td><td></td><td>$4</td><td></td></tr></table><"),
    ),
  "running heads with the item": (markup) => {
    let current = "";
    return markup
      .split(/(?=<hr\b)/i)
      .map((page, index) => {
        const head = index < 4 || current === "" ? "" : `<div>Item ${current} (continued)</div>`;
        for (const match of page.matchAll(heading)) current = `${match[2]!}. ${match[4]!}`;
        const end = page.indexOf(">") + 1;
        return page.slice(0, end) + head + page.slice(end);
      })
      .join("");
  },
  "numbers without the word": (markup) => inBody(markup, (body) => body.replace(heading, ">$1$2. $4<")),
  "titles alone, an index with links": (markup) => inBody(markup, (body) => body.replace(heading, ">$1$4<")),
};

export interface VariantScore {
  readonly found: number;
  readonly expected: number;
  readonly lost: readonly string[];
}

/** How many items of a filing are found, as long as they are, when its headings are written otherwise. */
export function scoreVariant(original: ParsedDocument, markup: string, name: string, fileName: string): VariantScore {
  const rewritten = headingVariants[name]!(markup);
  const read = readTextDocument(Buffer.from(rewritten), { fileName, form: original.document.form ?? "10-K" });
  const lost: string[] = [];
  const wanted = original.sections.filter(({ item }) => item !== null);
  for (const section of wanted) {
    const length = section.end - section.start;
    const isFound = read.sections.some(
      ({ part, item, start, end }) =>
        part === section.part &&
        item === section.item &&
        Math.abs(end - start - length) <= Math.max(length * 0.05, 250),
    );
    if (!isFound) lost.push(`${section.part ?? ""}${section.item ?? ""}`);
  }
  return { found: wanted.length - lost.length, expected: wanted.length, lost };
}
