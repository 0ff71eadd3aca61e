/** Solid characters between tags, counted by another road than ours: what is hidden and what is no text is taken out. */
export function visibleCharacters(markup: string): number {
  const text = markup
    .replace(/<ix:header[\s\S]*?<\/ix:header>/gi, "")
    .replace(/<(script|style|head)\b[\s\S]*?<\/\1>/gi, "")
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<[a-z/!?][^>]*>/gi, "")
    .replace(/&#?\w+;/g, (entity) => (/nbsp|160|8203|8201|8194|8195|xa0/i.test(entity) ? "" : "x"));
  return text.replace(/[\s\u00a0\u00ad\u200b-\u200d\u2060\ufeff|]/g, "").length;
}
