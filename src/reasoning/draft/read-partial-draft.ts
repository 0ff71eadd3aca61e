/**
 * The statements of a draft that is still arriving, as words for a reader who is told that nothing is checked yet:
 * references and typed figures are blanked, so that no number is shown before it is bound.
 */
export function readPartialDraft(json: string): string {
  const texts = [...json.matchAll(/"text"\s*:\s*"((?:[^"\\]|\\.)*)/g)].map((match) => unescapeJson(match[1] ?? ""));
  return texts
    .map((text) =>
      text
        .replace(/\{\{[^}]*(?:\}\}?|$)/g, "…")
        .replace(/(?:https?:|www\.)\S*/gi, "…")
        .replace(/[\p{N}](?:[\p{N}.,]*[\p{N}])?\s?%?/gu, (digits) =>
          /^(?:19|20)\d\d$/.test(digits.trim()) ? digits : "…",
        ),
    )
    .join("\n");
}

function unescapeJson(text: string): string {
  try {
    return JSON.parse(`"${text.replace(/\\(?:u[0-9a-fA-F]{0,3})?$/, "")}"`) as string;
  } catch {
    return "";
  }
}
