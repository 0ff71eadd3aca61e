import { Parser } from "htmlparser2";
import { type Block } from "../../../src/filings/blocks";
import { dropPageFurniture } from "../../../src/filings/layout/drop-page-furniture";
import { openSourceFile } from "../../../src/filings/open-source-file";
import { readSource } from "../../../src/filings/read-source";

const unseen = new Set(["ix:header", "script", "style", "head", "title"]);
const isVoid = new Set(["br", "img", "hr", "meta", "link", "input", "col", "wbr", "area", "base"]);
/** Spaces of every kind, and the bars by which our tables part their cells. */
const unsolid = /[\s\u00a0\u00ad\u200b-\u200d\u2060\ufeff|]/g;

export interface TextKept {
  /** Share of the visible characters that became blocks, 0..1. */
  readonly laidOut: number;
  /** The same after running heads, feet and page numbers are left out. */
  readonly withoutRunningHeads: number;
}

/** How much of what a reader of the page sees is in our text. Passages then cover that text whole, which is measured apart. */
export function textKept(bytes: Uint8Array, fileName: string, markup: string): TextKept {
  const file = openSourceFile(bytes, fileName);
  if (file.kind !== "markup") throw new Error(`${fileName} was to be markup, not ${file.kind}`);
  const { blocks } = readSource(file, fileName);
  const seen = visibleCharacters(markup);
  const share = (kept: readonly Block[]): number => Math.min(1, charactersOf(kept) / seen);
  return { laidOut: share(blocks), withoutRunningHeads: share(dropPageFurniture(blocks)) };
}

/** What a reader sees between the tags, by another road than ours: htmlparser2's own parser, and what is hidden left out. */
function visibleCharacters(markup: string): number {
  const open: { readonly name: string; readonly isHidden: boolean }[] = [];
  let hidden = 0;
  let characters = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (isVoid.has(name)) return;
        const isHidden = unseen.has(name) || /display\s*:\s*none/i.test(attributes["style"] ?? "");
        open.push({ name, isHidden });
        if (isHidden) hidden++;
      },
      onclosetag() {
        if (open.pop()?.isHidden === true) hidden--;
      },
      ontext(text) {
        if (hidden === 0) characters += solid(text);
      },
    },
    { decodeEntities: true },
  );
  parser.write(markup);
  parser.end();
  return characters;
}

function charactersOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + solid(block.text), 0);
}

function solid(text: string): number {
  return text.replace(unsolid, "").length;
}
