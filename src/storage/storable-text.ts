/**
 * What no PostgreSQL text can hold (NUL, half a surrogate pair) becomes the replacement character,
 * one unit for one unit, so that every span still points where it did.
 */
export function toStorableText(text: string): string {
  return text.replace(/\u0000|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "\uFFFD");
}

/** As JSON writes what is not storable: a NUL and half a pair, each escaped. */
const escapedUnstorable = /\\u(?:0000|d[89a-f])/;

/** Rows as the JSON text a `jsonb_to_recordset` reads, every text in it storable. */
export function toStorableJson(rows: unknown): string {
  const json = JSON.stringify(rows);
  // Looking into each value costs ten times as much as writing all of them, and nearly never finds anything.
  if (!escapedUnstorable.test(json)) return json;
  return JSON.stringify(rows, (_key, value: unknown) => (typeof value === "string" ? toStorableText(value) : value));
}
