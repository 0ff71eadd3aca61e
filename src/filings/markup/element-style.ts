/**
 * What text inherits from the elements around it, packed into one integer so that a stack of styles is a stack of
 * numbers: flags below, font size in half points above them, how far in a cell's line begins above that. 0 is plain text
 * of unknown size.
 */
export const styleHidden = 1;
export const styleBold = 2;
export const styleItalic = 4;
export const styleUnderline = 8;
export const styleCentred = 16;
export const stylePreformatted = 32;
const flagBits = 8;
const sizeBits = 8;
const mostSize = (1 << sizeBits) - 1;
const indentShift = flagBits + sizeBits;
const mostIndent = (1 << 12) - 1;
const indentMask = mostIndent << indentShift;

export function fontSizeHalfPoints(style: number): number {
  return (style >> flagBits) & mostSize;
}

export function indentHalfPoints(style: number): number {
  return style >> indentShift;
}

/** A cell begins at its own edge, whatever stands around its table. */
export const styleKeptInCell = ~(styleCentred | indentMask);

/** What one `style` attribute changes. */
export interface StyleChange {
  readonly set: number;
  readonly clear: number;
  /** Half points; 0 where it says nothing. */
  readonly size: number;
  /** Half points by which the first line begins farther in; below 0 where it hangs out. */
  readonly indent: number;
  readonly breakBefore: boolean;
  readonly breakAfter: boolean;
  readonly display: "inline" | "block" | null;
}

export function inherit(parent: number, change: StyleChange): number {
  const flags = ((parent & ~change.clear) | change.set) & ((1 << flagBits) - 1);
  const size = change.size === 0 ? fontSizeHalfPoints(parent) : change.size;
  const indent = Math.min(Math.max(indentHalfPoints(parent) + change.indent, 0), mostIndent);
  return flags | (size << flagBits) | (indent << indentShift);
}

/** Two changes of one element, the second over the first: a class, and what the element itself says. */
export function joinChanges(first: StyleChange, second: StyleChange): StyleChange {
  return {
    set: (first.set & ~second.clear) | second.set,
    clear: (first.clear & ~second.set) | second.clear,
    size: second.size === 0 ? first.size : second.size,
    indent: second.indent === 0 ? first.indent : second.indent,
    breakBefore: first.breakBefore || second.breakBefore,
    breakAfter: first.breakAfter || second.breakAfter,
    display: second.display ?? first.display,
  };
}

/** What a `style` attribute says, as far as it matters to text. */
export function readStyle(style: string): StyleChange {
  let set = 0;
  let clear = 0;
  let size = 0;
  let padding = 0;
  let margin = 0;
  let textIndent = 0;
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
      case "padding-left":
        padding = lengthHalfPoints(value);
        break;
      case "padding":
        padding = lengthHalfPoints(leftOf(value));
        break;
      case "margin-left":
        margin = lengthHalfPoints(value);
        break;
      case "margin":
        margin = lengthHalfPoints(leftOf(value));
        break;
      case "text-indent":
        textIndent = lengthHalfPoints(value);
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
  return { set, clear, size, indent: padding + margin + textIndent, breakBefore, breakAfter, display };
}

/** The fourth of four sides is the left one, else the second. */
function leftOf(sides: string): string {
  const parts = sides.split(/\s+/, 4);
  return parts[3] ?? parts[1] ?? parts[0] ?? "";
}

/** In half points of a text of ten points; percents of a cell's width count as so many points. */
const unitHalfPoints = new Map([
  ["pt", 2],
  ["px", 1.5],
  ["em", 20],
  ["in", 144],
  ["cm", 57],
  ["%", 4],
]);

function lengthHalfPoints(value: string): number {
  const match = /^(-?[\d.]{1,12})(pt|px|em|in|cm|%)/.exec(value);
  const length = match === null ? 0 : Number(match[1]) * unitHalfPoints.get(match[2]!)!;
  return Number.isFinite(length) ? Math.round(Math.min(Math.max(length, -1000), 1000)) : 0;
}

function halfPoints(value: string): number {
  const match = /^([\d.]+)(pt|px)/.exec(value);
  if (match === null) return 0;
  const points = Number(match[1]) * (match[2] === "px" ? 0.75 : 1);
  return Number.isFinite(points) ? Math.min(Math.round(points * 2), mostSize) : 0;
}
