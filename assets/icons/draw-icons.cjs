/**
 * Draws the add-in's icons (a margin line beside a grid of cells, one of them marked) without any dependency:
 * node assets/icons/draw-icons.cjs
 */
const { writeFileSync } = require("node:fs");
const path = require("node:path");
const zlib = require("node:zlib");

const sizes = [16, 32, 64, 80, 128];
/** Points sampled along each side of a pixel, so that edges are smooth. */
const samples = 4;

const paper = [255, 255, 255, 255];
const ink = [33, 84, 61, 255];
const margin = [196, 67, 43, 255];
const marked = [250, 212, 120, 255];
const clear = [0, 0, 0, 0];

/** The colour at a point of the unit square. */
function colorAt(x, y) {
  if (x < 0.06 || x > 0.94 || y < 0.06 || y > 0.94) return clear;
  if (x >= 0.06 && x < 0.16) return margin;
  if (x < 0.25) return clear;
  const [u, v] = [(x - 0.25) / 0.69, (y - 0.06) / 0.88];
  const line = 0.09;
  const onLine = (t, at) => Math.abs(t - at) < line / 2;
  const edges = [line / 2, 0.5, 1 - line / 2];
  if (edges.some((at) => onLine(u, at)) || [line / 2, 1 / 3, 2 / 3, 1 - line / 2].some((at) => onLine(v, at)))
    return ink;
  return u > 0.5 && v > 1 / 3 && v < 2 / 3 ? marked : paper;
}

/** Rows of RGBA, each with its leading filter byte, as PNG wants them. */
function pixelsOf(size) {
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const sum = [0, 0, 0, 0];
      for (let i = 0; i < samples * samples; i++) {
        const x = (column + ((i % samples) + 0.5) / samples) / size;
        const y = (row + (Math.floor(i / samples) + 0.5) / samples) / size;
        const color = colorAt(x, y);
        for (let channel = 0; channel < 3; channel++) sum[channel] += color[channel] * color[3];
        sum[3] += color[3];
      }
      const at = row * (size * 4 + 1) + 1 + column * 4;
      for (let channel = 0; channel < 3; channel++)
        rows[at + channel] = sum[3] === 0 ? 0 : Math.round(sum[channel] / sum[3]);
      rows[at + 3] = Math.round(sum[3] / (samples * samples));
    }
  }
  return rows;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** zlib.crc32 came after the oldest Node we run on. */
function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function pngOf(size) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const pixels = zlib.deflateSync(pixelsOf(size), { level: 9 });
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", pixels), chunk("IEND", Buffer.alloc(0))]);
}

for (const size of sizes) writeFileSync(path.join(__dirname, `icon-${size}.png`), pngOf(size));
