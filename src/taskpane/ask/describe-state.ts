import { type MachineState } from "../../contracts/answer";

const words: Record<MachineState, string> = {
  understand: "Understanding the question",
  gather: "Gathering facts and passages",
  calculate: "Calculating",
  draft: "Drafting",
  check: "Checking every number and quote",
  revise: "Revising what did not hold",
  answered: "Answered",
  abstained: "Could not tell",
};

export function describeState(state: MachineState): string {
  return words[state];
}
