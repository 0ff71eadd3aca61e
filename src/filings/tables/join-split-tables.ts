import { type Block, type TableStructure } from "../blocks";

/**
 * A table that a page break cut becomes one again: what follows it directly repeats its heads, or has none and as many
 * columns. The text stays as it is, since rows and blocks are both parted by line ends. What a filer tagged as two, with
 * the mark of an edge between, stays two.
 */
export function joinSplitTables(blocks: readonly Block[], edges: ReadonlySet<number>): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const previous = joined[joined.length - 1];
    if (previous !== undefined && goesOn(previous, block) && !beginsAtEdge(block, edges))
      joined[joined.length - 1] = join(previous, block);
    else joined.push(block);
  }
  return joined;
}

/** Marks wait for the first words of a table, behind the separators of empty cells. */
function beginsAtEdge({ marks, text }: Block, edges: ReadonlySet<number>): boolean {
  const lead = text.search(/[^|\s]/);
  return marks.some(({ key, offset }) => offset <= lead && edges.has(key));
}

const mostRows = 5000;

function goesOn(first: Block, second: Block): boolean {
  const [heads, more] = [first.structure, second.structure];
  if (heads === undefined || more === undefined || first.exhibit !== second.exhibit) return false;
  const width = first.rows?.[0]?.length;
  if (width === undefined || width < 2 || width !== second.rows?.[0]?.length) return false;
  if (first.rows!.length + second.rows.length > mostRows) return false;
  if (heads.headRows === 0 || !heads.columnHeads.slice(1).some((words) => words.length > 0)) return false;
  if (more.headRows === 0) return more.laterHeads.length === 0;
  return second.pageBreakBefore && sameHeads(heads, more);
}

function sameHeads(first: TableStructure, second: TableStructure): boolean {
  return first.columnHeads.every((words, column) => words.join("\n") === (second.columnHeads[column] ?? []).join("\n"));
}

function join(first: Block, second: Block): Block {
  const shift = first.text.length + 1;
  const rows = first.rows!.length;
  const [heads, more] = [first.structure!, second.structure!];
  const later = (second.pageStarts ?? []).map(({ page, offset }) => ({ page, offset: offset + shift }));
  const pageStarts = [...(first.pageStarts ?? []), ...later];
  const repeated = more.headRows === 0 ? [] : [{ row: rows, columnHeads: more.columnHeads }];
  return {
    ...first,
    text: `${first.text}\n${second.text}`,
    marks: [...first.marks, ...second.marks.map(({ key, offset }) => ({ key, offset: offset + shift }))],
    ...(pageStarts.length > 0 && { pageStarts }),
    rows: [...first.rows!, ...second.rows!],
    structure: {
      ...heads,
      laterHeads: [
        ...heads.laterHeads,
        ...repeated,
        ...more.laterHeads.map(({ row, columnHeads }) => ({ row: row + rows, columnHeads })),
      ],
      rowPaths: [...heads.rowPaths, ...more.rowPaths],
    },
  };
}
