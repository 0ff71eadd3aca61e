import { matchConcept } from "../../src/concepts/match-concept";
import { partOf } from "../support/measured-data";
import { type Figure, type ScoredSuite } from "../support/scored-suite";
import { analystLabels } from "./labels/analyst-labels";

/** Surer than this a rule takes a label at its word. */
const takenAtItsWord = 0.75;

/** Labels of our own, with what each names: how many are read right, and how many are claimed to be something they are not. */
export const suite: ScoredSuite = () => {
  const read = analystLabels.map(([label, expected, around]) => {
    const match = matchConcept(label, around);
    return { label, expected, part: partOf(label), match };
  });
  const figuresOf = (part: Figure["part"]): Figure[] => {
    const within = read.filter((one) => part === "all" || one.part === part);
    const claimed = within.filter(({ match }) => match !== null && match.confidence >= takenAtItsWord);
    const wrong = claimed.filter(({ match, expected }) => match!.id !== expected);
    const meant = within.filter(({ expected }) => expected !== null);
    const figure = (name: string, value: number, unit: string, bar: Figure["bar"] = null): Figure => ({
      name,
      part,
      value,
      unit,
      bar,
    });
    return [
      figure(
        "labels read right",
        within.filter(({ match, expected }) => (match?.id ?? null) === expected).length,
        `of ${within.length}`,
        {
          atLeast: Math.ceil(within.length * 0.9),
        },
      ),
      figure(
        "known concepts found",
        meant.filter(({ match, expected }) => match?.id === expected).length,
        `of ${meant.length}`,
      ),
      figure("sure and wrong", wrong.length, `of ${claimed.length}`, { atMost: Math.floor(claimed.length * 0.03) }),
    ];
  };
  return Promise.resolve({
    rows: read
      .filter(({ part, match, expected }) => part === "tuned" && (match?.id ?? null) !== expected)
      .map(({ label, expected, match }) => ({
        label,
        meant: expected ?? "(nothing)",
        read: match === null ? "(nothing)" : `${match.id} ${match.confidence}`,
      })),
    figures: (["tuned", "kept", "all"] as const).flatMap(figuresOf),
  });
};
