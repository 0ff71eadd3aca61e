import { type QuestionIntent } from "../../contracts/intent";

type Kind = QuestionIntent["kind"];

/** The first that fits decides; the order is from the most telling words to the least. */
const signs: readonly (readonly [Kind, RegExp])[] = [
  [
    "definition",
    /\bwhat (?:does|do) .{1,60}\bmean\b|\bdefine\b(?![^.?]* as\b)|\bdefinition of\b|\bmeaning of\b|\bhow (?:is|are) .{1,60}\b(?:defined|calculated|computed|measured)\b/i,
  ],
  [
    "guidance",
    /\bguid(?:ance|ed?|ing)\b|\boutlook\b|\bforecasts?\b|\bexpect(?:s|ed|ations?)?\b|\bnext (?:fiscal )?(?:year|quarter)\b|\bfull[- ]year target/i,
  ],
  [
    "reason",
    /\bwhy\b|\bwhat (?:drove|caused|explains)\b|\bdrivers?\b|\bdriven\b|\breasons?\b|\bdue to\b|\bbecause\b|\bexplain\b|\bhow come\b/i,
  ],
  ["risk", /\brisks?\b|\bthreat|\bvulnerab|\buncertaint|\bwhat could go wrong\b|\bheadwinds?\b|\bexpos(?:ed|ure)\b/i],
  [
    "comparison",
    /\bcompar(?:e[ds]?|ed|ison|ing)\b|\bversus\b|\bvs\.?(?=\s)|\b(?:higher|lower|better|worse|more|less|larger|smaller) than\b|\bpeers?\b|\bdifference between\b|\bwh(?:ich|o)\b.{0,60}\b(?:higher|lower|larger|bigger|smaller|greater|more|better)\b.{0,120}\bor\b/i,
  ],
  [
    "trend",
    /\btrends?\b|\bover time\b|\bhow (?:has|have|did) .{1,80}\b(?:change|develop|evolve|grow|move|trend)|\b(?:growing|shrinking|improving|declining|deteriorating|increasing|decreasing)\b|\bsince (?:fy|fiscal|19|20)|\b(?:last|past) \w+ (?:fiscal )?years\b/i,
  ],
  [
    "number",
    /\bhow (?:much|many|large|big|high|low)\b|\bwhat (?:is|was|were|are)\b|\bwhat['’]s\b|\bcalculate\b|\bcompute\b|\bwhich (?:amount|value|percentage)\b|\bratio\b|\bgrowth rate\b|\bcagr\b/i,
  ],
];

/** What sort of answer is wanted. A number is one only where a concept is named to give a number of. */
export function questionKind(question: string, about: { concepts: number; years: number }): Kind {
  for (const [kind, sign] of signs) {
    if (!sign.test(question)) continue;
    if (kind === "number" && about.concepts === 0) continue;
    return kind;
  }
  if (about.concepts === 0) return "open";
  return about.years > 2 ? "trend" : "number";
}
