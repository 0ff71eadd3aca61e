/** Moves the decimal point of plain digits by whole places, exactly: multiplying would leave binary noise. */
export function shiftDecimal(digits: string, places: number): string {
  const point = digits.indexOf(".");
  let whole = point < 0 ? digits : digits.slice(0, point);
  let fraction = point < 0 ? "" : digits.slice(point + 1);
  if (places > 0) {
    fraction = fraction.padEnd(places, "0");
    whole += fraction.slice(0, places);
    fraction = fraction.slice(places);
  } else if (places < 0) {
    whole = whole.padStart(1 - places, "0");
    fraction = whole.slice(places) + fraction;
    whole = whole.slice(0, places);
  }
  whole = whole.replace(/^0+(?=\d)/, "") || "0";
  fraction = fraction.replace(/(?<!0)0+$/, "");
  return fraction === "" ? whole : `${whole}.${fraction}`;
}
