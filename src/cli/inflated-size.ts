import { open } from "node:fs/promises";

/** The format packs no more than this many times. */
const mostInflation = 1_032;

/** How many bytes a file holds once it is inflated, as its last four bytes say; 0 where it cannot be looked at. */
export async function inflatedSize(file: string): Promise<number> {
  try {
    const handle = await open(file, "r");
    try {
      const { size } = await handle.stat();
      if (!/\.gz$/i.test(file) || size < 18) return size;
      const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, size - 4);
      return Math.min(Math.max(buffer.readUInt32LE(0), size), size * mostInflation);
    } finally {
      await handle.close();
    }
  } catch {
    return 0;
  }
}
