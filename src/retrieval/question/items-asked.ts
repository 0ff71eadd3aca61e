import { type QuestionIntent } from "../../contracts/intent";
import { topics } from "./topics";

/** Items of a 10-K (and of an 8-K, "2.02") where a filing speaks of what is asked, likeliest first. */
export function itemsAsked(question: string, kind: QuestionIntent["kind"]): string[] {
  const named = [...question.matchAll(/\bitem\s+(\d{1,2}[abc]?(?:\.\d{2})?)\b/gi)].map((match) =>
    match[1]!.toUpperCase(),
  );
  if (named.length > 0) return [...new Set(named)];
  const items = topics.filter((topic) => topic.asked.test(question)).flatMap((topic) => topic.items);
  if (/\bmd&a\b|management['’]?s discussion/i.test(question)) items.unshift("7");
  if (kind === "risk") items.unshift("1A");
  if (kind === "reason") items.unshift("7");
  if (kind === "guidance") items.unshift("2.02", "7.01", "7");
  return [...new Set(items)];
}

/** Whether a passage stands in an item as a 10-K numbers them; a 10-Q numbers the same matter otherwise. */
export function standsInItem(
  place: { part: string | null; item: string | null; form: string | null },
  wanted: string,
): boolean {
  if (place.item === null) return false;
  const item = place.item.toUpperCase();
  if (place.form?.toUpperCase().startsWith("10-Q") !== true) return item === wanted;
  const own =
    wanted === "7"
      ? ["I", "2"]
      : wanted === "7A"
        ? ["I", "3"]
        : wanted === "8"
          ? ["I", "1"]
          : wanted === "3"
            ? ["II", "1"]
            : null;
  return own ? item === own[1] && (place.part === null || place.part === own[0]) : item === wanted;
}
