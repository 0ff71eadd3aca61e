/** The grid's letters; one place, because widths are measured with the font they are drawn in. */
export const gridFontFamily = `Calibri, Carlito, "Segoe UI", system-ui, "Helvetica Neue", Arial, sans-serif`;
export const gridFontSizePx = 13;

const averageCharacterPx = 7.2;
let context: CanvasRenderingContext2D | null | undefined;

/** The width of a text in the grid's font; by the average letter where the page cannot draw. */
export function measureTextPx(text: string, bold: boolean): number {
  if (context === undefined) context = openContext();
  if (context === null) return text.length * averageCharacterPx;
  context.font = `${bold ? 600 : 400} ${gridFontSizePx}px ${gridFontFamily}`;
  return context.measureText(text).width;
}

function openContext(): CanvasRenderingContext2D | null {
  if (typeof CanvasRenderingContext2D === "undefined") return null;
  return document.createElement("canvas").getContext("2d");
}
