/** Digits of a double that are worth anything; the rest is what arithmetic in twos leaves behind. */
const trueDigits = 15;

/** Rounded as on paper: a half goes away from zero, and 1.005 is a half though no double is. */
export function roundHalf(value: number, decimals: number): number {
  const size = Number(Math.abs(value).toPrecision(trueDigits));
  // Numbers this large or this small have no digits to lose at the places asked for, and are written with an exponent.
  if (!Number.isFinite(size) || size >= 1e15 || size < 1e-6) return size < 1e-6 ? 0 : value;
  const rounded = Number(`${Math.round(Number(`${size}e${decimals}`))}e${-decimals}`);
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}
