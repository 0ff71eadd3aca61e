/** Significant digits of a number as the workbook keeps it; trailing noughts of whole numbers say nothing. */
export function digitsAsKept(value: number): number {
  return String(Math.abs(value)).replace(/e.*$/u, "").replace(".", "").replace(/^0+/u, "").replace(/0+$/u, "").length;
}
