/** As `Math.max` of all of them, of which a hostile page may hold more than a call takes. */
export function largest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
}
