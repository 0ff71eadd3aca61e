import { TextDecoder, TextEncoder } from "node:util";

/** What browsers have and jsdom lacks; nothing here stands in for a part of ours. */
Object.assign(globalThis, { TextEncoder, TextDecoder });
if (!("structuredClone" in globalThis))
  Object.assign(globalThis, { structuredClone: (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown });
if (!("ResizeObserver" in globalThis)) {
  Object.assign(globalThis, {
    ResizeObserver: class {
      observe(): void {}
      unobserve(): void {}
      disconnect(): void {}
    },
  });
}
if (!("matchMedia" in globalThis)) {
  Object.assign(globalThis, {
    matchMedia: () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }),
  });
}
