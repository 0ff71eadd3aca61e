import { readMarkup } from "../markup/read-markup";
import { type OwnStatement, type Source } from "../source";
import { noXbrl } from "../xbrl/fact-collector";

/** Half the steps a browser takes: what matters is that a larger heading stands above a smaller. */
const headingPoints: Readonly<Record<string, number>> = { 1: 20, 2: 18, 3: 16, 4: 14, 5: 13, 6: 12 };

/** A note that a library has turned into markup, read as any page is; headings keep their order by size. */
export function readNoteMarkup(markup: string, stated: OwnStatement, warnings: readonly string[]): Source {
  const sized = markup.replace(/<h([1-6])(?=[\s>])/g, (_, level: string) => {
    return `<h${level} style="font-size:${headingPoints[level]}pt"`;
  });
  const { blocks } = readMarkup(`<html><body>${sized}</body></html>`, null);
  return { blocks, xbrl: noXbrl, header: null, fictional: false, warnings, stated };
}
