import { type ParsedDocument } from "../../../src/contracts/document";
import { readDocument } from "../../../src/filings/read-document";
import { seededRandom } from "../../support/seeded-random";
import { type BaseFile } from "./base-files";
import { mutations } from "./mutate-file";
import { type Tried, tryFile } from "./try-file";

export interface CaseResult extends Tried {
  readonly what: string;
}

/** Case `number` is the same on every machine: which file is damaged, how, and where. */
export class FuzzCases {
  private readonly wholes = new Map<BaseFile, ParsedDocument | null>();

  constructor(private readonly files: readonly BaseFile[]) {}

  async run(number: number): Promise<CaseResult> {
    const random = seededRandom(number * 7919 + 4);
    const file = this.files[Math.floor(random() * this.files.length)]!;
    const mutation = mutations[number % mutations.length]!;
    const whole = mutation.isCut ? await this.whole(file) : null;
    const tried = await tryFile(mutation.apply(file.bytes, random), file.fileName, whole);
    return { ...tried, what: `${number}: ${file.fileName}, ${mutation.name}` };
  }

  /** Null where even the undamaged file is refused. */
  private async whole(file: BaseFile): Promise<ParsedDocument | null> {
    const known = this.wholes.get(file);
    if (known !== undefined) return known;
    const read = await readDocument(file.bytes, { fileName: file.fileName }).catch(() => null);
    this.wholes.set(file, read);
    return read;
  }
}
