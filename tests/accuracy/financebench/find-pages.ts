import { type Evidence } from "../../../src/contracts/evidence";
import { pageKey } from "./read-questions";

/** The pages that ranked passages stand on, best first, each once. */
export function pagesOf(ranked: readonly Evidence[]): string[] {
  const pages = ranked.flatMap(({ document, page, laterPages }) =>
    [page, ...laterPages.map((later) => later.page)].map((one) => pageKey(document.id, one ?? "none")),
  );
  return [...new Set(pages)];
}

export const pageMeasures = ["any@5", "any@10", "all@5", "all@10"] as const;
export type PageMeasure = (typeof pageMeasures)[number];

/** Whether one of the wanted pages, or all of them, are among the first. */
export function meets(measure: PageMeasure, found: readonly string[], wanted: readonly string[]): boolean {
  const [kind, first] = measure.split("@");
  const top = new Set(found.slice(0, Number(first)));
  return kind === "any" ? wanted.some((page) => top.has(page)) : wanted.every((page) => top.has(page));
}
