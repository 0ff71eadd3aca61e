import { type DocumentRef } from "../../contracts/document";
import { type Citation } from "../../contracts/evidence";

/** What lies open over the list of evidence; each opening is another one, also of the same citation. */
export type OpenedView = { readonly id: number } & (
  | { readonly kind: "passage"; readonly citation: Citation }
  | { readonly kind: "changes"; readonly document: DocumentRef; readonly item: string }
);

export type ViewToOpen = OpenedView extends infer View ? (View extends unknown ? Omit<View, "id"> : never) : never;

/** What the way back is called that leads to this view. */
export function wayBackTo(view: OpenedView): string {
  return view.kind === "passage" ? "Back to the passage" : "Back to the changes";
}
