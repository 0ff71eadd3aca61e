import { type Passage } from "../contracts/document";
import { type LaidPage } from "./layout/lay-out-text";

/** On which page a stretch of text begins, and where within it later pages begin. Asked in reading order. */
export class PageFinder {
  private at = -1;

  constructor(private readonly pages: readonly LaidPage[]) {}

  pagesOf(start: number, end: number): Pick<Passage, "page" | "laterPages"> {
    while ((this.pages[this.at + 1]?.start ?? Infinity) <= start) this.at++;
    const laterPages: Passage["laterPages"] = [];
    for (let next = this.at + 1; (this.pages[next]?.start ?? Infinity) < end; next++) {
      const { page, start: from } = this.pages[next]!;
      laterPages.push({ page, from: from - start });
    }
    return { page: this.pages[this.at]?.page ?? null, laterPages };
  }
}
