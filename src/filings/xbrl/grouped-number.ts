/** How the registries of formats let a number be grouped: the first three by threes, from the fourth on as one likes. */
type Grouping = "threes" | "any" | "indian";

interface NumberShape {
  /** Characters that may stand between groups; a space is any white space. */
  readonly marks: string;
  readonly decimal: string;
  readonly grouping: Grouping;
}

const apostrophes = "'`´’′＇";

const shapes: Readonly<Record<string, NumberShape>> = {
  numcommadot: { marks: ",", decimal: ".", grouping: "threes" },
  numspacedot: { marks: " ", decimal: ".", grouping: "threes" },
  numdotdecimal: { marks: ", ", decimal: ".", grouping: "threes" },
  numdotdecimalin: { marks: ", ", decimal: ".", grouping: "indian" },
  "num-dot-decimal": { marks: ", ", decimal: ".", grouping: "any" },
  "num-dot-decimal-apos": { marks: `, ${apostrophes}`, decimal: ".", grouping: "any" },
  numcomma: { marks: "", decimal: ",", grouping: "threes" },
  numdotcomma: { marks: ".", decimal: ",", grouping: "threes" },
  numspacecomma: { marks: " ", decimal: ",", grouping: "threes" },
  numcommadecimal: { marks: ". ", decimal: ",", grouping: "threes" },
  "num-comma-decimal": { marks: ". ", decimal: ",", grouping: "any" },
  "num-comma-decimal-apos": { marks: `. ${apostrophes}`, decimal: ",", grouping: "any" },
};

/** White space of every width, and what browsers show as none. */
const spaces = /[\s\u200b\u2060]+/g;

/**
 * "1,234.5" as its format reads it, in plain digits with a point; null where the text does not follow the format, and
 * undefined for a format that is not of this kind.
 */
export function readGrouped(printed: string, format: string): string | null | undefined {
  const shape = Object.hasOwn(shapes, format) ? shapes[format] : undefined;
  return shape === undefined ? undefined : read(asciiDigits(printed).replace(spaces, " ").trim(), shape);
}

/** Full-width and Devanagari digits, with the full-width marks beside them, as plain ones. */
export function asciiDigits(text: string): string {
  return text
    .replace(/[０-９．，]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0))
    .replace(/[०-९]/g, (one) => String(one.charCodeAt(0) - 0x0966));
}

/** Groups stand before the decimal mark only: "1.234,5" where points are decimal marks is no number. */
function read(text: string, { marks, decimal, grouping }: NumberShape): string | null {
  const at = text.indexOf(decimal);
  const whole = ungrouped((at < 0 ? text : text.slice(0, at)).trim(), marks, grouping);
  // What registries of free grouping let stand behind the decimal mark are spaces.
  const behind = at < 0 ? "" : text.slice(at + 1).replace(grouping === "any" ? / /g : "", "");
  if (whole === null || !/^\d*$/.test(behind) || whole + behind === "") return null;
  return behind === "" ? whole : `${whole}.${behind}`;
}

function ungrouped(text: string, marks: string, grouping: Grouping): string | null {
  const groups: string[] = [""];
  for (const one of text) {
    if (one >= "0" && one <= "9") groups[groups.length - 1] += one;
    else if (marks.includes(one)) groups.push("");
    else return null;
  }
  // Two marks together, and one at an end, part nothing.
  if (groups.length > 1 && groups.includes("")) return null;
  return isGrouped(groups, grouping) ? groups.join("") : null;
}

function isGrouped(groups: readonly string[], grouping: Grouping): boolean {
  const [first = "", ...rest] = groups;
  if (grouping === "any" || rest.length === 0) return true;
  if (grouping === "threes") return rest.every((group) => group.length % 3 === 0);
  return first.length <= 2 && rest.every((group, index) => group.length === (index === rest.length - 1 ? 3 : 2));
}
