/**
 * 128 bits of a text in four 32-bit numbers (the cyrb construction). Fast and well spread, not cryptographic:
 * it tells versions of a workbook apart, it guards no secret.
 */
export function hashText(text: string): readonly [number, number, number, number] {
  let a = 0xdeadbeef ^ text.length;
  let b = 0x41c6ce57 ^ text.length;
  let c = 0x9e3779b9 ^ text.length;
  let d = 0x7f4a7c15 ^ text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
    c = Math.imul(c ^ unit, 951274213);
    d = Math.imul(d ^ unit, 2716044179);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(c ^ (c >>> 13), 3266489909);
  c = Math.imul(c ^ (c >>> 16), 2246822507) ^ Math.imul(d ^ (d >>> 13), 3266489909);
  d = Math.imul(d ^ (d >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return [a | 0, b | 0, c | 0, d | 0];
}

/** The same as 16 hexadecimal digits, for ids. */
export function shortHash(text: string): string {
  const hash = hashText(text);
  return [hash[0], hash[1]].map((part) => (part >>> 0).toString(16).padStart(8, "0")).join("");
}
