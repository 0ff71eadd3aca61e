import { type PdfLine, type PdfSegment } from "./pdf-line";

/** A page is set in two columns only where so many lines run beside each other. */
const fewestLines = 12;
const proseLetters = 22;

/** The lines of a page in stretches that are read one after the other: the left column before the right one. */
export function readingOrder(lines: readonly PdfLine[]): PdfLine[][] {
  const gutter = gutterOf(lines);
  if (gutter === null) return [[...lines]];
  const stretches: PdfLine[][] = [];
  let left: PdfLine[] = [];
  let right: PdfLine[] = [];
  const flush = (): void => {
    stretches.push(...[left, right].filter((column) => column.length > 0));
    left = [];
    right = [];
  };
  for (const line of lines) {
    const across = line.segments.some(({ from, to }) => from < gutter && to > gutter);
    if (across) {
      flush();
      const last = stretches[stretches.length - 1];
      if (last?.[0]?.segments.some(({ from, to }) => from < gutter && to > gutter) === true) last.push(line);
      else stretches.push([line]);
      continue;
    }
    const onLeft = line.segments.filter(({ to }) => to <= gutter);
    const onRight = line.segments.filter(({ from }) => from >= gutter);
    if (onLeft.length > 0) left.push({ ...line, segments: onLeft });
    if (onRight.length > 0) right.push({ ...line, segments: onRight });
  }
  flush();
  return stretches;
}

/** Where the white strip between two columns of prose runs; null where the page has one column. */
function gutterOf(lines: readonly PdfLine[]): number | null {
  const beside = lines.flatMap(({ segments }) => {
    const [first, second] = segments;
    return segments.length === 2 && isProse(first!) && isProse(second!) ? [(first!.to + second!.from) / 2] : [];
  });
  if (beside.length < fewestLines) return null;
  const middle = [...beside].sort((a, b) => a - b)[beside.length >> 1]!;
  const crossing = lines.filter(({ segments }) => segments.some(({ from, to }) => from < middle && to > middle));
  return crossing.length > lines.length * 0.4 ? null : middle;
}

function isProse({ text }: PdfSegment): boolean {
  return (text.match(/\p{L}/gu)?.length ?? 0) >= proseLetters;
}
