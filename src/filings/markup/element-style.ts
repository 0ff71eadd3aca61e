/**
 * What text inherits from the elements around it, packed into one integer so that a stack of styles is a stack of
 * numbers: flags below, font size in half points above. 0 is plain text of unknown size.
 */
export const styleHidden = 1;
export const styleBold = 2;
export const styleItalic = 4;
export const styleUnderline = 8;
export const styleCentred = 16;
export const stylePreformatted = 32;
const flagBits = 8;

export function fontSizeHalfPoints(style: number): number {
  return style >> flagBits;
}

/** What one `style` attribute changes. */
export interface StyleChange {
  readonly set: number;
  readonly clear: number;
  /** Half points; 0 where it says nothing. */
  readonly size: number;
  readonly breakBefore: boolean;
  readonly breakAfter: boolean;
  readonly display: "inline" | "block" | null;
}

export function inherit(parent: number, change: StyleChange): number {
  const flags = ((parent & ~change.clear) | change.set) & ((1 << flagBits) - 1);
  const size = change.size === 0 ? parent >> flagBits : change.size;
  return flags | (size << flagBits);
}

/** What a `style` attribute says, as far as it matters to text. */
export function readStyle(style: string): StyleChange {
  let set = 0;
  let clear = 0;
  let size = 0;
  let breakBefore = false;
  let breakAfter = false;
  let display: StyleChange["display"] = null;
  const flag = (bit: number, on: boolean): void => {
    if (on) set |= bit;
    else clear |= bit;
  };
  for (const declaration of style.toLowerCase().split(";")) {
    const colon = declaration.indexOf(":");
    if (colon < 0) continue;
    const value = declaration.slice(colon + 1).trim();
    switch (declaration.slice(0, colon).trim()) {
      case "display":
        if (value.startsWith("none")) set |= styleHidden;
        display = value.startsWith("inline") ? "inline" : value.startsWith("block") ? "block" : null;
        break;
      case "visibility":
        if (value.startsWith("hidden")) set |= styleHidden;
        break;
      case "font-weight":
        flag(styleBold, /^(?:bold|[6-9]00)/.test(value));
        break;
      case "font":
        if (/\bbold\b|\b[6-9]00\b/.test(value)) set |= styleBold;
        if (/\bitalic\b/.test(value)) set |= styleItalic;
        size = halfPoints(/([\d.]{1,12}(?:pt|px))/.exec(value)?.[1] ?? "");
        break;
      case "font-style":
        flag(styleItalic, /^(?:italic|oblique)/.test(value));
        break;
      case "text-decoration":
        if (value.includes("underline")) set |= styleUnderline;
        break;
      case "text-align":
        flag(styleCentred, value.startsWith("center"));
        break;
      case "font-size":
        size = halfPoints(value);
        break;
      case "white-space":
        flag(stylePreformatted, value === "pre");
        break;
      case "page-break-before":
      case "break-before":
        breakBefore = value === "always" || value === "page";
        break;
      case "page-break-after":
      case "break-after":
        breakAfter = value === "always" || value === "page";
        break;
    }
  }
  return { set, clear, size, breakBefore, breakAfter, display };
}

function halfPoints(value: string): number {
  const match = /^([\d.]+)(pt|px)/.exec(value);
  if (match === null) return 0;
  const points = Number(match[1]) * (match[2] === "px" ? 0.75 : 1);
  return Number.isFinite(points) ? Math.min(Math.round(points * 2), 255) : 0;
}
