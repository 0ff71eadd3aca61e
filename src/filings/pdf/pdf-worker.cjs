/**
 * pdf.js in a thread of its own: a hostile PDF may loop or eat memory, and the thread can be ended.
 * Plain CommonJS, because a worker starts from a file: under tsx and under jest there is no compiled one.
 *
 * In:  workerData { bytes, mostPages }
 * Out: { pages } first, then { page } for each, then { done: true }; or { failed: { name, message } }
 */
const { parentPort, workerData } = require("node:worker_threads");

// pdf.js makes a matrix while it loads, for drawing; nothing is drawn here.
class NotDrawn {}
globalThis.DOMMatrix ??= NotDrawn;
globalThis.ImageData ??= NotDrawn;
globalThis.Path2D ??= NotDrawn;

async function main() {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const document = await getDocument({
    data: workerData.bytes,
    disableFontFace: true,
    isEvalSupported: false,
    stopAtErrors: false,
    verbosity: 0,
  }).promise;
  parentPort.postMessage({ pages: document.numPages });
  const fonts = new Map();
  for (let number = 1; number <= Math.min(document.numPages, workerData.mostPages); number++) {
    const page = await document.getPage(number);
    parentPort.postMessage({ page: await readPage(page, number, fonts) });
    page.cleanup();
  }
  parentPort.postMessage({ done: true });
}

async function readPage(page, number, fonts) {
  const viewport = page.getViewport({ scale: 1 });
  const content = await page.getTextContent({ disableNormalization: false });
  const items = content.items.filter((item) => typeof item.str === "string" && item.str !== "");
  // A font's name is known only once the page's drawing was read; fonts are shared, so a few pages tell them all.
  if (items.some((item) => !fonts.has(item.fontName))) {
    await page.getOperatorList();
    for (const { fontName } of items) if (!fonts.has(fontName)) fonts.set(fontName, nameOf(page, fontName));
  }
  const runs = items.map((item) => {
    const [a, b, c, d, e, f] = item.transform;
    const [x, y] = viewport.convertToViewportPoint(e, f);
    return {
      text: item.str,
      x,
      y,
      width: item.width,
      size: Math.hypot(c, d) || Math.hypot(a, b),
      upright: Math.abs(b) < 0.01 * Math.abs(a),
      font: fonts.get(item.fontName) ?? "",
    };
  });
  return { number, width: viewport.width, height: viewport.height, runs };
}

function nameOf(page, fontName) {
  try {
    return String(page.commonObjs.get(fontName).name ?? "");
  } catch {
    return "";
  }
}

main().catch((error) => {
  parentPort.postMessage({ failed: { name: String(error?.name), message: String(error?.message ?? error) } });
});
