import { createHash } from "node:crypto";

/** 64 bits in hex over pairs of neighbouring words: passages of nearly the same words differ in few bits (simhash). */
export function wordPrintOf(terms: readonly string[]): string {
  const words = terms.filter((term) => !/^\d/.test(term));
  const balance = new Array<number>(64).fill(0);
  for (let i = 0; i < words.length; i++) {
    const { high, low } = hashOf(`${words[i]} ${words[i + 1] ?? ""}`);
    for (let bit = 0; bit < 32; bit++) {
      balance[bit] = balance[bit]! + ((high >>> bit) & 1 ? 1 : -1);
      balance[32 + bit] = balance[32 + bit]! + ((low >>> bit) & 1 ? 1 : -1);
    }
  }
  let print = "";
  for (let nibble = 0; nibble < 16; nibble++) {
    let value = 0;
    for (let bit = 0; bit < 4; bit++) if (balance[nibble * 4 + bit]! > 0) value |= 1 << bit;
    print += value.toString(16);
  }
  return print;
}

/** Of the numbers in order: the same words with other numbers say something else. */
export function numberPrintOf(terms: readonly string[]): string {
  const numbers = terms.filter((term) => /^\d/.test(term));
  return numbers.length === 0 ? "" : createHash("sha1").update(numbers.join(" ")).digest("hex").slice(0, 16);
}

/** In how many of the 64 bits two prints differ. */
export function printDistance(a: string, b: string): number {
  let differing = 0;
  for (let i = 0; i < 16; i++) {
    let bits = Number.parseInt(a[i] ?? "0", 16) ^ Number.parseInt(b[i] ?? "0", 16);
    for (; bits > 0; bits >>= 1) differing += bits & 1;
  }
  return differing;
}

/** Two FNV-1a hashes with different starts. */
function hashOf(text: string): { high: number; low: number } {
  let high = 0x811c9dc5;
  let low = 0x01000193;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low ^ code, 0x85ebca6b);
    low ^= low >>> 13;
  }
  high ^= high >>> 15;
  return { high, low };
}
