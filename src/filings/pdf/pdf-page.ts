/** Words drawn in one go; points from the page's upper left corner. */
export interface PdfRun {
  readonly text: string;
  readonly x: number;
  /** Of the line the letters stand on. */
  readonly y: number;
  readonly width: number;
  readonly size: number;
  /** False for words that run up or down the margin. */
  readonly upright: boolean;
  /** The font's own name, "TimesNewRomanPS-BoldMT"; empty where it has none. */
  readonly font: string;
}

export interface PdfPage {
  /** From 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly runs: readonly PdfRun[];
}
