import { z } from "zod";

/** What a shown number is bound to. A number with no reference is never shown as checked. */
export type NumberReference =
  | { kind: "cell"; sheet: string; address: string }
  | { kind: "fact"; factId: string }
  | { kind: "calculation"; formula: string; operands: Record<string, NumberReference> };

export const numberReferenceSchema: z.ZodType<NumberReference> = z.lazy(() =>
  z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("cell"), sheet: z.string(), address: z.string() }),
    z.object({ kind: z.literal("fact"), factId: z.string() }),
    z.object({
      kind: z.literal("calculation"),
      formula: z.string(),
      operands: z.record(z.string(), numberReferenceSchema),
    }),
  ]),
);

/** matched: equals its fact or cell; derived: computed by us from its operands; unchecked: nothing behind it. */
export const numberVerdictSchema = z.enum(["matched", "derived", "unchecked"]);

export const shownNumberSchema = z.object({
  /** As rendered: "12.3%", "$4,210m". */
  shown: z.string(),
  value: z.number().nullable(),
  unit: z.string().nullable(),
  reference: numberReferenceSchema.nullable(),
  verdict: numberVerdictSchema,
});
export type ShownNumber = z.infer<typeof shownNumberSchema>;

/**
 * Prose with its anchors: plain words, places in the workbook (clickable), numbers bound to what they are,
 * and verbatim quotes. Comments and answers are made of these, so nothing has to be parsed out of a sentence.
 */
export const segmentSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), text: z.string() }),
  /** `range` without the sheet: "B10" or "B10:F10". */
  z.object({ kind: z.literal("place"), sheet: z.string(), range: z.string(), shown: z.string() }),
  z.object({ kind: z.literal("number"), number: shownNumberSchema }),
  /** `citation` is an index into the statement's citations. */
  z.object({ kind: z.literal("quote"), text: z.string(), citation: z.number().int().nonnegative() }),
]);
export type Segment = z.infer<typeof segmentSchema>;
export const richTextSchema = z.array(segmentSchema);
export type RichText = z.infer<typeof richTextSchema>;

/** The words alone, as a person would read them aloud. */
export function plainText(text: RichText): string {
  return text
    .map((segment) => {
      switch (segment.kind) {
        case "text":
          return segment.text;
        case "place":
          return segment.shown;
        case "number":
          return segment.number.shown;
        case "quote":
          return `“${segment.text}”`;
      }
    })
    .join("");
}

/** The numbers of a text, in reading order. */
export function numbersIn(text: RichText): ShownNumber[] {
  return text.flatMap((segment) => (segment.kind === "number" ? [segment.number] : []));
}
