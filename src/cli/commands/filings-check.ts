import { type CheckedFiling, type FactDifference, type FactsCheck } from "../../server/services/check-facts";
import { FactsDifferError } from "../cli-errors";
import { type Output } from "../output";
import { sayRemark } from "../say-remark";
import { withServices } from "../with-services";

/** So many of each kind are printed for a filing; --json has all. */
const mostLines = 10;

/** Holds the stored figures of a company against EDGAR's list; fails where they are not the same. */
export async function checkFilings(
  company: string,
  options: { readonly data?: string },
  output: Output,
): Promise<void> {
  await withServices(options.data, async (services) => {
    const check = await services.checkFacts(company, (remark) => output.message(sayRemark(remark)));
    output.result(check, () => describe(check));
    const off = check.filings.filter((filing) => !isEqual(filing)).length;
    if (off > 0) throw new FactsDifferError(company, off, check.filings.length);
  });
}

const isEqual = (filing: CheckedFiling) => filing.different.length + filing.missing.length + filing.extra.length === 0;

function describe({ company, filings, withoutFigures, notStored }: FactsCheck): string {
  return [
    `${company}: ${filings.length} stored filings held against EDGAR's list of facts`,
    ...filings.flatMap(describeFiling),
    ...(withoutFigures === 0 ? [] : [`${withoutFigures} stored filings have no figures in EDGAR's list`]),
    ...(notStored === 0 ? [] : [`${notStored} filings in EDGAR's list are not stored`]),
  ].join("\n");
}

function describeFiling(filing: CheckedFiling): string[] {
  const { document, equal, different, missing, extra } = filing;
  const counts = `${equal} equal, ${different.length} different, ${missing.length} missing, ${extra.length} extra`;
  return [
    `  ${document.form ?? "?"} filed ${document.filed ?? "?"} (${document.accession ?? document.id}): ${counts}`,
    ...list("different", different, ({ ours, theirs }) => `ours ${String(ours)}, EDGAR's ${String(theirs)}`),
    ...list("missing", missing, ({ theirs }) => `EDGAR has ${String(theirs)}`),
    ...list("extra", extra, ({ ours }) => `ours ${String(ours)}`),
  ];
}

function list(kind: string, all: readonly FactDifference[], say: (one: FactDifference) => string): string[] {
  const shown = all
    .slice(0, mostLines)
    .map(
      (one) =>
        `     ${kind}: ${one.concept} (${one.unit ?? "no unit"}) ${one.start ?? "at"} ${one.end ?? "?"}: ${say(one)}`,
    );
  return all.length > mostLines ? [...shown, `     and ${all.length - mostLines} more ${kind}`] : shown;
}
