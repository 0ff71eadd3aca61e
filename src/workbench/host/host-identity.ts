/** The requirement sets the emulated host claims; office.js refuses calls outside them before they are sent. */
export const requirementSets: Readonly<Record<string, string>> = {
  ExcelApi: "1.17",
  DialogApi: "1.2",
  SharedRuntime: "1.1",
  RichApiRuntime: "1.2",
  RichApiRuntimeFlag: "1.2",
};

export const documentUrl = "workbench.xlsx";

export interface TransportOptions {
  /** Asked again whenever the pane asks; "light" where absent. */
  readonly theme?: () => "light" | "dark";
}

/** The dispatch ids that carry RichApi: everything else is a call of the Common API. */
export const richApiMethodId = 93;
export const richApiEventId = 33;

export const themeColors = {
  light: {
    bodyBackgroundColor: 0xffffff,
    bodyForegroundColor: 0x242424,
    controlBackgroundColor: 0xf5f5f5,
    controlForegroundColor: 0x242424,
  },
  dark: {
    bodyBackgroundColor: 0x1f1f1f,
    bodyForegroundColor: 0xffffff,
    controlBackgroundColor: 0x292929,
    controlForegroundColor: 0xffffff,
  },
} as const;
