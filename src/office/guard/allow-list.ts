/**
 * Everything the pane may say to Excel. What is not here is refused: a new read needs a new line, a write can
 * have none. `GetMergedAreasOrNullObject` and `ribbon.requestUpdate` are absent on purpose: they change no cell,
 * but wipe the undo history of real Excel (office-js issues 5918 and 3788).
 */
export const allowList = {
  /** Action types: instantiate, query, method, trace. Not 4 (set), not 9 (update). */
  actionTypes: { instantiate: 1, query: 2, method: 3, trace: 5 },
  /** Object path types: root, method, property, indexer, reference, null; 2 (new) for the services below only. */
  pathTypes: { root: 1, newObject: 2, method: 3, property: 4, indexer: 5, reference: 6, nothing: 7 },
  services: ["Microsoft.InternalService.AddinInternalService"],
  properties: [
    "Workbook",
    "Worksheets",
    "Worksheet",
    "Names",
    "Tables",
    "Columns",
    "Application",
    "IterativeCalculation",
  ],
  /** Collections whose members are asked for by key. */
  indexed: ["Worksheets", "Names", "Tables", "Columns"],
  /** Methods that lead to an object. */
  pathMethods: [
    "GetItem",
    "GetItemOrNullObject",
    "GetRange",
    "GetRangeByIndexes",
    "GetSelectedRange",
    "GetUsedRangeOrNullObject",
    "_GetObjectByReferenceId",
  ],
  /** Methods called for their effect: moving the cursor, listening, and the bookkeeping of office.js itself. */
  actionMethods: [
    "Select",
    "Activate",
    "_KeepReference",
    "_RemoveReference",
    "NotifyActionHandlerReady",
    "_RegisterSelectionChangedEvent",
    "_UnregisterSelectionChangedEvent",
    "_RegisterDataChangedEvent",
    "_UnregisterDataChangedEvent",
    "_RegisterAddedEvent",
    "_UnregisterAddedEvent",
    "_RegisterDeletedEvent",
    "_UnregisterDeletedEvent",
  ],
  /** Keys of a request; any other (a preview execution, say) is refused. */
  requestKeys: ["AutoKeepReference", "Actions", "ObjectPaths"],
  /** Methods of the Common API: only the one that carries RichApi. */
  commonMethods: ["ExecuteRichApiRequestAsync"],
} as const;
