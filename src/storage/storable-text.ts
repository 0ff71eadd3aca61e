/**
 * What no PostgreSQL text can hold (NUL, half a surrogate pair) becomes the replacement character,
 * one unit for one unit, so that every span still points where it did.
 */
export function toStorableText(text: string): string {
  return text.replace(/\u0000|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "\uFFFD");
}

/** Rows as the JSON text a `jsonb_to_recordset` reads, every text in it storable. */
export function toStorableJson(rows: unknown): string {
  return JSON.stringify(rows, (_key, value: unknown) => (typeof value === "string" ? toStorableText(value) : value));
}
