/** A stretch of one block, mostly all of it. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly isHeading: boolean;
  /** A heading of a note, which its path repeats. */
  readonly isTitle: boolean;
  readonly path: readonly string[];
}

/** What stands above all of a passage. Headings that lead it deeper count, those inside it do not. */
export function commonPath(first: Piece, rest: readonly Piece[]): readonly string[] {
  let { path } = first;
  let inLead = first.isHeading;
  for (const piece of rest) {
    if (inLead && piece.path.length >= path.length) path = piece.path;
    else if (!piece.isHeading || piece.path.length < path.length) path = commonStart(path, piece.path);
    inLead &&= piece.isHeading;
  }
  return path;
}

function commonStart(first: readonly string[], second: readonly string[]): readonly string[] {
  let length = 0;
  while (length < first.length && first[length] === second[length]) length++;
  return length === 0 ? first : first.slice(0, length);
}
