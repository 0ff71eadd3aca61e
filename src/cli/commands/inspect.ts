import { inspectFiling } from "../../server/services/inspect-filing";
import { type Output } from "../output";

/** What we read in one filing, nothing stored. */
export async function inspect(file: string, output: Output): Promise<void> {
  const parsed = await inspectFiling(file, {});
  const { document } = parsed;
  for (const warning of parsed.warnings) output.message(`note: ${warning}`);
  const result = {
    document,
    sections: parsed.sections.map(({ part, item, title, start, end }) => ({
      part,
      item,
      title,
      characters: end - start,
    })),
    facts: parsed.facts.map(({ concept, unit, start, end, dimensions, value, decimals }) => ({
      concept,
      unit,
      start,
      end,
      dimensions,
      value,
      decimals,
    })),
    tables: parsed.tables,
    passages: parsed.passages,
    textShare: parsed.textShare,
    warnings: parsed.warnings,
  };
  output.result(result, () =>
    [
      [
        document.company ?? "company not stated",
        document.form ?? "form not stated",
        `period ${document.periodEnd ?? "not stated"}`,
      ].join(", "),
      ...result.sections.map(
        (section) =>
          `  ${[section.part && `Part ${section.part}`, section.item && `Item ${section.item}`, section.title].filter(Boolean).join("  ")} (${section.characters} characters)`,
      ),
      `${result.facts.length} facts, ${result.tables.length} tables, ${result.passages.length} passages, ${(parsed.textShare * 100).toFixed(1)}% of the text in passages`,
    ].join("\n"),
  );
}
