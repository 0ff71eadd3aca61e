import { attributeOf } from "./package-parts";

/** What a cell's style says about the place of a label. */
export interface StyleTraits {
  readonly indent?: number;
  readonly bold?: boolean;
}

/** Traits by style number (the `s` of a cell); null for styles without indent and bold. */
export function readStyleTraits(stylesXml: string | null): readonly (StyleTraits | null)[] {
  if (stylesXml === null) return [];
  const boldFonts = [
    ...inside(stylesXml, "fonts").matchAll(/<(?:\w+:)?font(?:\s[^>]*)?(?:\/>|>(.*?)<\/(?:\w+:)?font>)/gs),
  ].map(([, font]) => isBold(font ?? ""));
  const formats = inside(stylesXml, "cellXfs").matchAll(/<(?:\w+:)?xf\s([^>]*?)(?:\/>|>(.*?)<\/(?:\w+:)?xf>)/gs);
  return [...formats].map(([, tag, content]) => {
    const alignment = /<(?:\w+:)?alignment\s([^>]*)>/.exec(content ?? "");
    const indent = Number(alignment === null ? 0 : (attributeOf(alignment[1]!, "indent") ?? 0));
    const bold = boldFonts[Number(attributeOf(tag!, "fontId") ?? -1)] ?? false;
    if (!bold && !(indent > 0)) return null;
    return { ...(indent > 0 ? { indent } : {}), ...(bold ? { bold } : {}) };
  });
}

function isBold(font: string): boolean {
  const mark = /<(?:\w+:)?b(?:\s([^>]*))?\/?>/.exec(font);
  return mark !== null && !/val="(0|false)"/.test(mark[1] ?? "");
}

function inside(xml: string, element: string): string {
  return new RegExp(`<(?:\\w+:)?${element}[\\s>].*?</(?:\\w+:)?${element}>`, "s").exec(xml)?.[0] ?? "";
}
