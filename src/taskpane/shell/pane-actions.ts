import { createContext, useContext } from "react";
import { type DocumentRef } from "../../contracts/document";
import { type Citation } from "../../contracts/evidence";

/** What any word of a comment or an answer can do when it is clicked. */
export interface PaneActions {
  goTo(place: { sheet: string; range: string }): void;
  openCitation(citation: Citation): void;
  /** What an item of a filing says otherwise than the year before. */
  openChanges(document: DocumentRef, item: string): void;
}

const PaneActionsContext = createContext<PaneActions | null>(null);
export const PaneActionsProvider = PaneActionsContext.Provider;

export function usePaneActions(): PaneActions {
  const actions = useContext(PaneActionsContext);
  if (actions === null) throw new Error("Places and citations must stand inside PaneActionsProvider.");
  return actions;
}
