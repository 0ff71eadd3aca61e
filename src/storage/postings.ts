/** Place in the document, three bytes, and weight, two. */
const bytesEach = 5;
const weightScale = 16_384;
const mostWeight = 65_535;
const mostPassages = 1 << 24;

/** The passages of one document that hold a term, from their place and the term's weight there. */
export function packPostings(places: readonly { readonly ordinal: number; readonly weight: number }[]): Buffer {
  const packed = Buffer.allocUnsafe(places.length * bytesEach);
  places.forEach(({ ordinal, weight }, n) => {
    if (ordinal >= mostPassages) throw new RangeError(`a document has at most ${mostPassages} passages`);
    packed.writeUIntBE(ordinal, n * bytesEach, 3);
    packed.writeUInt16BE(Math.min(Math.round(weight * weightScale), mostWeight), n * bytesEach + 3);
  });
  return packed;
}

/**
 * Adds to `scores`, by place in the document, what the terms of one document give. `packed` is of the rows that the query
 * puts end to end: term id (4 bytes), length of its postings (4 bytes), the postings.
 */
export function addScores(packed: Buffer, weights: ReadonlyMap<number, number>, scores: Float64Array): void {
  let at = 0;
  while (at < packed.length) {
    const weight = (weights.get(packed.readInt32BE(at)) ?? 0) / weightScale;
    const end = at + 8 + packed.readInt32BE(at + 4);
    for (at += 8; at < end; at += bytesEach) {
      const ordinal = packed.readUIntBE(at, 3);
      scores[ordinal] = (scores[ordinal] ?? 0) + weight * packed.readUInt16BE(at + 3);
    }
  }
}

/** How many passages a row of postings names, in SQL. */
export const passagesOfPostings = `octet_length(postings) / ${bytesEach}`;
