const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;

/** What a zip's parts weigh unpacked, by its own directory: in total and the largest; null where it has no readable directory. */
export function zipSize(bytes: Uint8Array): { totalBytes: number; largestPartBytes: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) return null;
  let at = view.getUint32(end + 16, true);
  let totalBytes = 0;
  let largestPartBytes = 0;
  for (let i = view.getUint16(end + 10, true); i > 0; i--) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== directoryEntry) return null;
    const size = view.getUint32(at + 24, true);
    totalBytes += size;
    largestPartBytes = Math.max(largestPartBytes, size);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return { totalBytes, largestPartBytes };
}

/** The directory's end stands in the last 64 kB: only a comment may follow it. */
function findEnd(view: DataView): number | null {
  for (let at = view.byteLength - 22; at >= 0 && at > view.byteLength - 22 - 65_536; at--) {
    if (view.getUint32(at, true) === endOfDirectory) return at;
  }
  return null;
}
