import { type ModelPart } from "../../support/part-of-model";

/** Per cent of the faults put in that the default view must speak of, in their place. */
export const barOfParts: Readonly<Record<ModelPart, number>> = { tuned: 68, opened: 68, kept: 68 };

/** A change after which a balance may rightly fail: what it brings is counted, and held against nothing. */
export const mayBringFindings: ReadonlySet<string> = new Set(["an input one per cent larger"]);
