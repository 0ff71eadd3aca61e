import { type Figure, meetsBar, type SuiteResult } from "./scored-suite";

function asTable(rows: readonly Readonly<Record<string, string | number>>[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = rows.map((row) => columns.map((column) => String(row[column] ?? "")));
  const widths = columns.map((column, i) => Math.max(column.length, ...cells.map((line) => line[i]!.length)));
  const line = (parts: readonly string[]) =>
    parts
      .map((part, i) => part.padEnd(widths[i]!))
      .join("  ")
      .trimEnd();
  return [line(columns), line(widths.map((width) => "-".repeat(width))), ...cells.map(line)].join("\n");
}

function describeBar(bar: Figure["bar"]): string {
  if (bar === null) return "";
  return "atLeast" in bar ? `>= ${bar.atLeast}` : `<= ${bar.atMost}`;
}

/** Prints rows, figures and one JSON line; gives the exit code: 1 where a bar is missed. */
export function printSuite(name: string, result: SuiteResult): 0 | 1 {
  if (result.rows.length > 0) console.log(`${asTable(result.rows)}\n`);
  const shown = result.figures.map((figure) => ({
    figure: figure.name,
    part: figure.part,
    value: `${Math.round(figure.value * 1000) / 1000} ${figure.unit}`.trim(),
    bar: describeBar(figure.bar),
    met: figure.bar === null ? "" : meetsBar(figure) ? "yes" : "NO",
  }));
  console.log(asTable(shown));
  console.log(`\n${JSON.stringify({ suite: name, figures: result.figures })}`);
  return result.figures.every(meetsBar) ? 0 : 1;
}
