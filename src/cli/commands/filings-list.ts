import { type DocumentRef } from "../../contracts/document";
import { dayWords, formWords } from "../../contracts/document-words";
import { countOf } from "../count-of";
import { type Output } from "../output";
import { withServices } from "../with-services";

/** The documents of a store. */
export async function listFilings(options: { readonly data?: string }, output: Output): Promise<void> {
  await withServices(options.data, async (services) => {
    const list = await services.listDocuments();
    output.result(list, () =>
      list.documents.length === 0
        ? "The store holds no documents yet. Add some with: filings add PATH"
        : list.documents
            .map((each) =>
              [
                each.id,
                each.company ?? "no company stated",
                each.form === null ? "no form stated" : formWords(each),
                ...periodWords(each),
                dayWords(each),
                countOf(each.passages, "passage"),
                countOf(each.facts, "fact"),
              ].join("  "),
            )
            .join("\n"),
    );
  });
}

/** A note and a call are of a day, not of a period. */
function periodWords({ form, periodEnd }: DocumentRef): string[] {
  if (periodEnd !== null) return [`period ${periodEnd}`];
  return form === "note" || form === "transcript" ? [] : ["no period stated"];
}
