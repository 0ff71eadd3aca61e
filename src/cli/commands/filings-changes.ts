import { type IsoDate } from "../../contracts/dates";
import { dayWords } from "../../contracts/document-words";
import { type FilingChanges, filingChangesRequestSchema, type SentenceChange } from "../../contracts/filing-changes";
import { checkQuestion } from "../check-question";
import { countOf } from "../count-of";
import { type Output } from "../output";
import { withServices } from "../with-services";

export interface FilingsChangesOptions {
  readonly item: string;
  readonly from?: string;
  readonly to?: string;
  readonly asOf?: IsoDate;
  readonly data?: string;
}

/** What a company's newest filing says otherwise than the year before's, an item at a time. */
export async function showChanges(company: string, options: FilingsChangesOptions, output: Output): Promise<void> {
  await withServices(options.data, async (services) => {
    const { documents } = await services.listDocuments();
    const isDocument = documents.some(({ id }) => id === company);
    const changes = await services.filingChanges(
      checkQuestion(filingChangesRequestSchema, {
        documentId: isDocument ? company : null,
        company: isDocument ? null : company,
        item: options.item,
        from: options.from ?? null,
        to: options.to ?? null,
        asOf: options.asOf ?? null,
      }),
    );
    output.result(changes, () => describeChanges(changes));
  });
}

function describeChanges(found: FilingChanges): string {
  const { counts, similarity, units } = found;
  const name = ({ form, periodEnd, filed, id }: FilingChanges["later"]) =>
    `${form ?? id} ${periodEnd === null ? "of no stated period" : `for ${periodEnd}`} (${dayWords({ form, filed })})`;
  const share = (value: number) => `${Math.round(value * 100)} %`;
  const lines = [
    `${found.later.company ?? found.later.title}, item ${found.item}: ${name(found.later)} against ${name(found.earlier)}`,
    `${countOf(counts.later, "sentence")} (${counts.earlier} before): ${counts.unchanged} unchanged, ${counts.figures} with updated figures, ${counts.changed} reworded, ${counts.moved} moved, ${counts.added} added; ${counts.removed} removed.`,
    `In common: ${share(similarity.jaccard)} of all different sentences; word for word from before: ${share(similarity.verbatim)}; words used alike: ${share(similarity.cosine)}.`,
    ...(found.unusual === null ? [] : [found.unusual]),
    ...found.remarks,
  ];
  if (units.length > 0) {
    lines.push(
      "",
      ...units.map(({ kind, heading, newSentences, removedSentences }) => {
        return `${kind.toUpperCase()}: ${heading} (${newSentences} new or reworded, ${removedSentences} removed)`;
      }),
    );
  }
  return [...lines, "", ...found.changes.map(describeChange)].join("\n");
}

function describeChange(change: SentenceChange): string {
  switch (change.kind) {
    case "added":
      return `+ ${oneLine(change.later.text)}`;
    case "removed":
      return `- ${oneLine(change.earlier.text)}`;
    case "moved":
      return `> ${oneLine(change.later.text)}`;
    case "changed":
    case "figures": {
      const words = change.words.map(({ kind, text }) =>
        kind === "same" ? text : kind === "added" ? `{+${text}+}` : `[-${text}-]`,
      );
      return `${change.kind === "figures" ? "#" : "~"} ${oneLine(words.join(""))}`;
    }
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
