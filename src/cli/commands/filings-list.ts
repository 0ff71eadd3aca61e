import { dayWords, formWords } from "../../contracts/document-words";
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
                each.company ?? "?",
                each.form === null ? "?" : formWords(each),
                `period ${each.periodEnd ?? "?"}`,
                dayWords(each),
                `${each.passages} passages`,
                `${each.facts} facts`,
              ].join("  "),
            )
            .join("\n"),
    );
  });
}
