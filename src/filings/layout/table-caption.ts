import { type LaidBlock } from "./lay-out-text";

const captionCharacters = 220;
const mostLines = 4;

/** What stands directly above a table to name it: its heading and its "(in millions)", which may take several lines. */
export function captionOf(blocks: readonly LaidBlock[], tableIndex: number): string | null {
  const lines: string[] = [];
  for (let index = tableIndex - 1; index >= 0 && lines.length < mostLines; index--) {
    const block = blocks[index]!;
    if (block.kind === "table" || block.exhibit !== blocks[tableIndex]!.exhibit) break;
    if (block.text.length > captionCharacters || /[.]$/.test(block.text)) break;
    lines.unshift(block.text.replace(/\s+/g, " "));
    if (!/^\(/.test(block.text)) break;
  }
  return lines.length === 0 ? null : lines.join(" ");
}
