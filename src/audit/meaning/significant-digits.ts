const nought = 48;

/** Significant digits of a number as the workbook keeps it; trailing noughts of whole numbers say nothing. */
export function digitsAsKept(value: number): number {
  return digitsWritten(String(Math.abs(value)));
}

/** Significant digits of a number that is written out. */
export function digitsWritten(text: string): number {
  let digits = 0;
  let trailing = 0;
  /** One pass without copies: this is asked of every typed number of a workbook. */
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 101) break;
    if (code < nought || code > 57) continue;
    trailing = code === nought ? trailing + 1 : 0;
    if (digits > 0 || code !== nought) digits++;
  }
  return digits - (digits > 0 ? trailing : 0);
}
