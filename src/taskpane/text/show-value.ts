const plain = new Intl.NumberFormat("en-US", { maximumFractionDigits: 3 });
const small = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 3 });
const percent = new Intl.NumberFormat("en-US", { style: "percent", maximumFractionDigits: 2 });

/** A number as a reader of the model would write it: "1,234.5", "22.8%"; never so few digits that it reads as zero. */
export function showValue(value: number, isPercent: boolean): string {
  if (isPercent) return percent.format(value);
  return Math.abs(value) < 1 ? small.format(value) : plain.format(value);
}
