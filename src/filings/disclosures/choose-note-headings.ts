import { type NoteHeading } from "./note-headings";

/** Fewer are a list of something else, unless each says "Note". */
const fewestUnnamed = 3;
/** A filer may leave one out, or we may not see it; more than that is another list. */
const mostSkipped = 2;

/** The longest run of headings whose numbers go up, all numbered in one way; none where no run convinces. */
export function chooseNoteHeadings(candidates: readonly NoteHeading[]): readonly NoteHeading[] {
  let best: readonly NoteHeading[] = [];
  let bestScore = 0;
  for (const numbering of ["note-number", "note-letter", "bracketed", "number", "letter"] as const) {
    const run = longestRun(candidates.filter((candidate) => candidate.numbering === numbering));
    const named = numbering === "note-number" || numbering === "note-letter";
    if (run.length < (named ? 1 : fewestUnnamed)) continue;
    // Said in so many words it is a note; a bare number may count anything.
    const score = run.length * (named ? 2 : 1);
    if (score > bestScore) {
      best = run;
      bestScore = score;
    }
  }
  return best;
}

interface Run {
  readonly heading: NoteHeading;
  readonly before: Run | null;
  readonly length: number;
  readonly score: number;
}

/** Alike in looks is worth half a heading, room for a text between two nearly as much: lists and contents have neither. */
const worthOfLooks = 0.5;
const worthOfRoom = 0.4;
const roomInBlocks = 3;

/** By the number it ends with, the best run seen so far: one look at each candidate, whatever their count. */
function longestRun(candidates: readonly NoteHeading[]): NoteHeading[] {
  const ends = new Map<number, Run>();
  let best: Run | null = null;
  for (const heading of candidates) {
    const run = runTo(heading, ends);
    if (run === null) continue;
    const known = ends.get(heading.ordinal);
    if (known === undefined || run.score > known.score) ends.set(heading.ordinal, run);
    if (best === null || run.score > best.score) best = run;
  }
  const run: NoteHeading[] = [];
  for (let at = best; at !== null; at = at.before) run.push(at.heading);
  return run.reverse();
}

function runTo(heading: NoteHeading, ends: ReadonlyMap<number, Run>): Run | null {
  let best: Run | null = null;
  for (let skipped = 0; skipped <= mostSkipped; skipped++) {
    const before = ends.get(heading.ordinal - 1 - skipped);
    if (before === undefined) continue;
    const looks = before.heading.rank === heading.rank ? worthOfLooks : 0;
    const room = heading.blockIndex - before.heading.blockIndex >= roomInBlocks ? worthOfRoom : 0;
    const score = before.score + 1 + looks + room - skipped * worthOfLooks;
    if (best === null || score > best.score) best = { heading, before, length: before.length + 1, score };
  }
  if (best !== null) return best;
  // A run that begins in the middle is a reference or a list; the first note may be hidden in prose.
  return heading.ordinal <= 1 + mostSkipped ? { heading, before: null, length: 1, score: 1 } : null;
}
