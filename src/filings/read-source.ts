import { readCallJson } from "./calls/read-call-json";
import { NotAFilingError } from "./filing-errors";
import { readMarkup } from "./markup/read-markup";
import { mostMarkdownCharacters, readMarkdown } from "./notes/read-markdown";
import { type SourceText } from "./open-source-file";
import { readPlainText } from "./plain/read-plain-text";
import { type Source } from "./source";
import { splitSubmission } from "./split-submission";
import { noXbrl } from "./xbrl/fact-collector";
import { layOutInstance } from "./xbrl/lay-out-instance";
import { looksLikeInstance, readInstance } from "./xbrl/read-instance";

/** A page of markup, a text, a note, a call's data, or a submission's main document with its exhibits behind it. */
export function readSource(file: SourceText, name: string): Source {
  if (file.kind === "call") {
    const call = readCallJson(file.text);
    if (call === null) throw new NotAFilingError(name, "it holds JSON data");
    return { ...call, warnings: file.warnings };
  }
  if (file.kind === "markdown" && file.text.length <= mostMarkdownCharacters) {
    return readMarkdown(file.text, file.warnings);
  }
  if (looksLikeInstance(file.text)) {
    return { ...layOutInstance(readInstance(file.text)), header: null, fictional: false, warnings: file.warnings };
  }
  const submission = splitSubmission(file.text);
  if (submission === null) return readPart(file.text, file.kind, null, file.warnings);
  const [main, ...rest] = submission.parts;
  if (main === undefined) return readPart(file.text, "plain", null, [...file.warnings, ...submission.warnings]);
  const first = readPart(main.content, kindOf(main.content), null, [...file.warnings, ...submission.warnings]);
  const exhibits = rest
    .filter((part) => /^EX-/i.test(part.type))
    .flatMap((part) => {
      const exhibit = part.type.replace(/^EX-/i, "");
      return readPart(part.content, kindOf(part.content), exhibit, []).blocks.map((block) => ({ ...block, marks: [] }));
    });
  // Before inline XBRL the facts stood beside the page; where the page has them, the instance only repeats them.
  const apart = first.xbrl.elements.length === 0 && submission.instance !== null;
  const xbrl = apart ? readInstance(submission.instance) : first.xbrl;
  return { ...first, blocks: [...first.blocks, ...exhibits], xbrl, header: submission.header };
}

function readPart(text: string, kind: SourceText["kind"], exhibit: string | null, warnings: readonly string[]): Source {
  if (kind !== "markup") {
    return { blocks: readPlainText(text, exhibit), xbrl: noXbrl, header: null, fictional: false, warnings };
  }
  const reading = readMarkup(text, exhibit);
  const cut = reading.cutInside === null ? [] : [`the file ends in the middle of ${reading.cutInside}`];
  return {
    blocks: reading.blocks,
    xbrl: reading.xbrl,
    links: reading.links,
    header: null,
    fictional: reading.fictional,
    warnings: [...warnings, ...cut],
  };
}

function kindOf(content: string): SourceText["kind"] {
  return /<(?:html|body|div|p|font|table\s+[a-z]+=|tr)[\s>]/i.test(content.slice(0, 20_000)) ? "markup" : "plain";
}
