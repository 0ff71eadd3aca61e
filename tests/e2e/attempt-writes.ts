import { type Frame } from "playwright-core";

export interface WriteAttempt {
  readonly what: string;
  /** Null: nobody stopped it, which must not happen. */
  readonly refusedBecause: string | null;
}

/** Tries, inside the pane's own page, every kind of write office.js can express. */
export async function attemptWrites(pane: Frame, sheet: string): Promise<WriteAttempt[]> {
  return pane.evaluate(async (sheetName) => {
    const excel = (change: (context: Excel.RequestContext, range: Excel.Range) => void) => () =>
      Excel.run(async (context) => {
        // By ways the pane itself uses to read, so that nothing but the write is what is refused.
        change(context, context.workbook.getSelectedRange());
        await context.sync();
      });
    const common = (call: (done: (result: Office.AsyncResult<unknown>) => void) => void) => () =>
      new Promise<void>((resolve, reject) => {
        call((result) => {
          if (result.status === Office.AsyncResultStatus.Succeeded) resolve();
          else reject(new Error(result.error.message));
        });
      });
    const attempts: Record<string, () => Promise<unknown>> = {
      "range values": excel((_, range) => (range.values = [[1]])),
      "range formulas": excel((_, range) => (range.formulas = [["=1"]])),
      "range number format": excel((_, range) => (range.numberFormat = [["0"]])),
      "range clear": excel((_, range) => range.clear()),
      "range delete": excel((_, range) => range.delete("Up")),
      "range insert": excel((_, range) => void range.insert("Down")),
      "range set": excel((_, range) => range.set({ values: [[1]] })),
      "range fill": excel((_, range) => (range.format.fill.color = "#ff0000")),
      "range copy": excel((_, range) => range.copyFrom("A1")),
      "range replace": excel((_, range) => void range.replaceAll("a", "b", {})),
      "sheet add": excel((context) => void context.workbook.worksheets.add("New")),
      "sheet delete": excel((context) => context.workbook.worksheets.getItem(sheetName).delete()),
      "sheet rename": excel((context) => (context.workbook.worksheets.getItem(sheetName).name = "Renamed")),
      "name add": excel((context) => void context.workbook.names.add("added", "=1")),
      "comment add": excel((context, range) => void context.workbook.comments.add(range, "text")),
      "table add": excel((context) => void context.workbook.tables.add("A1:B2", true)),
      "chart add": excel((context, range) => {
        context.workbook.worksheets.getItem(sheetName).charts.add("Line", range);
      }),
      "calculation mode": excel((context) => (context.workbook.application.calculationMode = "Manual")),
      recalculate: excel((context) => context.workbook.application.calculate("Full")),
      save: excel((context) => context.workbook.save("Save")),
      "set selected data": common((done) => Office.context.document.setSelectedDataAsync("1", done)),
      "save settings": common((done) => {
        Office.context.document.settings.set("key", "value");
        Office.context.document.settings.saveAsync(done);
      }),
    };
    // The wire itself: what office.js would send for `range.values = …`, written by hand.
    attempts["hand-built wire message"] = () =>
      new Promise<void>((resolve) => {
        const body = JSON.stringify({
          AutoKeepReference: true,
          Actions: [{ Id: 2, ActionType: 4, Name: "Values", ObjectPathId: 1, ArgumentInfo: { Arguments: [[[1]]] } }],
          ObjectPaths: {
            "1": {
              Id: 1,
              ObjectPathType: 3,
              Name: "GetSelectedRange",
              ParentObjectPathId: 0,
              ArgumentInfo: { Arguments: [] },
            },
          },
        });
        const { OSF } = globalThis as unknown as {
          OSF: { DDA: { RichApi: { executeRichApiRequestAsync(message: unknown[], done: () => void): void } } };
        };
        OSF.DDA.RichApi.executeRichApiRequestAsync(["", "POST", "ProcessQuery", [], body, 0, 0], () => resolve());
      });
    const outcomes: { what: string; refusedBecause: string | null }[] = [];
    for (const [what, attempt] of Object.entries(attempts)) {
      try {
        await attempt();
        outcomes.push({ what, refusedBecause: null });
      } catch (error) {
        outcomes.push({ what, refusedBecause: error instanceof Error ? error.message : String(error) });
      }
    }
    return outcomes;
  }, sheet);
}
