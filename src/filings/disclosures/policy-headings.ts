import { type LaidBlock } from "../layout/lay-out-text";
import { type FoundDisclosure } from "./found-disclosure";
import { runInTitle } from "./title-of";

const holdsPolicies =
  /accounting\s+(?:polic|principles|standards|practices)|basis\s+of\s+(?:presentation|preparation)|significant\s+polic|summary\s+of\s+significant/i;
const policyCharacters = 120;
const fewestPolicies = 3;

interface PolicyStart {
  readonly blockIndex: number;
  readonly title: string;
}

/** The policies of a note about policies, by its sub-headings or by the words its paragraphs open with. */
export function findPolicies(
  blocks: readonly LaidBlock[],
  note: FoundDisclosure,
  first: number,
  end: number,
): FoundDisclosure[] {
  if (note.title === null || !holdsPolicies.test(note.title)) return [];
  const starts = policyStarts(blocks, first + 1, end);
  return starts.map(({ blockIndex, title }, index) => {
    const past = starts[index + 1]?.blockIndex ?? end;
    const span = { start: blocks[blockIndex]!.start, end: blocks[past - 1]!.end };
    return { concept: null, kind: "policy", title, spans: [span] };
  });
}

function policyStarts(blocks: readonly LaidBlock[], from: number, end: number): PolicyStart[] {
  const headed: (PolicyStart & { rank: number })[] = [];
  const runIn: PolicyStart[] = [];
  for (let blockIndex = from; blockIndex < end; blockIndex++) {
    const { kind, text, headingRank } = blocks[blockIndex]!;
    if (kind === "table") continue;
    if (headingRank !== null && text.length <= policyCharacters) {
      headed.push({ blockIndex, title: text.replace(/\s+/g, " "), rank: headingRank });
    } else {
      const title = runInTitle(text);
      if (title !== null) runIn.push({ blockIndex, title });
    }
  }
  const topmost = mostProminent(headed);
  if (topmost.length >= fewestPolicies) return topmost;
  return runIn.length >= fewestPolicies ? runIn : [];
}

/** The headings of the highest rank that several share: those below it part a policy, a single one above it groups some. */
function mostProminent<Heading extends { rank: number }>(headings: readonly Heading[]): Heading[] {
  const counts = new Map<number, number>();
  for (const { rank } of headings) counts.set(rank, (counts.get(rank) ?? 0) + 1);
  const shared = [...counts].filter(([, count]) => count >= fewestPolicies).map(([rank]) => rank);
  if (shared.length === 0) return [];
  const top = shared.reduce((highest, rank) => Math.max(highest, rank));
  return headings.filter(({ rank }) => rank >= top);
}
