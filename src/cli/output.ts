/** Where a command speaks: one document on stdout, messages on stderr. */
export interface Output {
  readonly json: boolean;
  /** The command's result: JSON where asked for, else the text for a person. */
  result(document: unknown, text: () => string): void;
  /** One line of a batch. */
  line(document: unknown): void;
  message(text: string): void;
}

export function createOutput(json: boolean): Output {
  const print = (text: string) => process.stdout.write(`${text}\n`);
  return {
    json,
    result: (document, text) => print(json ? JSON.stringify(document) : text()),
    line: (document) => print(JSON.stringify(document)),
    message: (text) => process.stderr.write(`${text}\n`),
  };
}
