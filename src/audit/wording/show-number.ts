import { type UnitKind } from "../../contracts/concept";

/** A number as an analyst reads it: "24.0%", "1,234,500", "8.0x". */
export function showNumber(value: number, unit: UnitKind, numberFormat: string | null): string {
  if (isPercent(unit, numberFormat, value))
    return `${showDecimals(value * 100, Math.abs(value) < 0.001 && value !== 0 ? 3 : 1)}%`;
  const shown = showDecimals(value, decimalsFor(value));
  return unit === "multiple" ? `${showDecimals(value, decimalsOfMultiple(value))}x` : shown;
}

function isPercent(unit: UnitKind, numberFormat: string | null, value: number): boolean {
  if (numberFormat !== null && numberFormat.includes("%")) return true;
  return unit === "percent" && Math.abs(value) <= 2;
}

function decimalsOfMultiple(value: number): number {
  if (Math.abs(value) < 1) return 2;
  return Math.abs(value) < 1000 ? 1 : 0;
}

function decimalsFor(value: number): number {
  const size = Math.abs(value);
  if (Number.isInteger(value) || size >= 1000) return 0;
  if (size >= 10) return 1;
  return size >= 1 ? 2 : 4;
}

function showDecimals(value: number, decimals: number): string {
  const [whole, fraction] = Math.abs(value).toFixed(decimals).split(".");
  const grouped = whole!.replace(/\B(?=(\d{3})+(?!\d))/gu, ",");
  const sign = value < 0 && Number(Math.abs(value).toFixed(decimals)) !== 0 ? "-" : "";
  return `${sign}${grouped}${fraction === undefined ? "" : `.${fraction}`}`;
}
