import { Command, CommanderError } from "commander";
import { isAppError } from "../contracts/app-error";
import { version } from "../server/version";
import { ask, type AskOptions } from "./commands/ask";
import { addFilings, type FilingsAddOptions } from "./commands/filings-add";
import { type FilingsChangesOptions, showChanges } from "./commands/filings-changes";
import { checkFilings } from "./commands/filings-check";
import { type FilingsFactsOptions, printFacts } from "./commands/filings-facts";
import { listFilings } from "./commands/filings-list";
import { type FilingsOutlineOptions, printOutline } from "./commands/filings-outline";
import { inspect } from "./commands/inspect";
import { review, type ReviewOptions } from "./commands/review";
import { search, type SearchOptions } from "./commands/search";
import { serveUntilStopped, type ServeCommandOptions } from "./commands/serve";
import { readCount, readDate, readPort } from "./option-values";
import { createOutput, type Output } from "./output";

function buildProgram(): Command {
  const program = new Command("marginalia")
    .description("A thought partner in the margin of an analyst's spreadsheet. It never writes a cell.")
    .version(version);
  program.exitOverride();
  const outputOf = (options: { json?: boolean }): Output => createOutput(options.json === true);
  const described = (parent: Command, words: string, summary: string): Command =>
    parent.command(words).description(summary).option("--json", "one JSON document on stdout").exitOverride();

  described(program, "review <model>", "comments on a financial model (.xlsx)")
    .option("--company <name>", "the company the model is about, where the workbook does not say")
    .option("--as-of <date>", "use nothing filed after this day", readDate)
    .option("--offline", "the workbook alone, no filings", false)
    .option("--all", "every finding, not only the twenty that matter most", false)
    .option("--data <folder>", "where the filings are stored")
    .action(async (model: string, options: ReviewOptions & { json?: boolean }) =>
      review(model, options, outputOf(options)),
    );

  described(program, "inspect <filing>", "what is read in one filing; nothing is stored").action(
    async (filing: string, options: { json?: boolean }) => inspect(filing, outputOf(options)),
  );

  const filings = program.command("filings").description("the filings that are stored").exitOverride();
  described(filings, "add <what...>", "add filings: files, folders, or a company's at EDGAR by ticker or CIK number")
    .option("--data <folder>", "where the filings are stored")
    .option("--company <name>", "the company, where the file does not say")
    .option("--ticker <symbol>", "its ticker")
    .option("--form <form>", "10-K, 10-Q, 8-K, …; several with commas where a company's are fetched")
    .option("--since <date>", "of a company: filed on this day or later", readDate)
    .option("--newest <count>", "of a company: the newest so many, with their amendments", readCount)
    .option("--period <date>", "the last day of its period", readDate)
    .option("--filed <date>", "the day it was filed", readDate)
    .option("--date <date>", "of a note or a call: the day it was written or held", readDate)
    .action(async (what: string[], options: FilingsAddOptions & { json?: boolean }) =>
      addFilings(what, options, outputOf(options)),
    );
  described(filings, "list", "what is stored")
    .option("--data <folder>", "where the filings are stored")
    .action(async (options: { data?: string; json?: boolean }) => listFilings(options, outputOf(options)));
  described(
    filings,
    "outline <document>",
    "what was read in a stored document: sections, notes and policies with their pages",
  )
    .option("--data <folder>", "where the filings are stored")
    .action(async (document: string, options: FilingsOutlineOptions & { json?: boolean }) =>
      printOutline(document, options, outputOf(options)),
    );
  described(filings, "changes <company>", "what a filing says otherwise than the one of the year before")
    .option(
      "--item <item>",
      "1A risk factors, 7 discussion, 3 legal, 7A market risk, 1 business, notes; of a 10-Q I-2",
      "1A",
    )
    .option("--from <filing>", "the earlier filing: its id, or like 10-K-2023")
    .option("--to <filing>", "the later filing: its id, or like 10-K-2024")
    .option("--as-of <date>", "use nothing filed after this day", readDate)
    .option("--data <folder>", "where the filings are stored")
    .action(async (company: string, options: FilingsChangesOptions & { json?: boolean }) =>
      showChanges(company, options, outputOf(options)),
    );

  described(
    filings,
    "facts <company> <concept>",
    "what a company's filings said of a figure over time, and how it changed",
  )
    .option("--as-of <date>", "as it was known on this day", readDate)
    .option("--edgar", "out of EDGAR's own list of facts instead of the stored filings", false)
    .option("--data <folder>", "where the filings are stored")
    .action(async (company: string, concept: string, options: FilingsFactsOptions & { json?: boolean }) =>
      printFacts(company, concept, options, outputOf(options)),
    );
  described(filings, "check <company>", "hold the stored figures of a company against EDGAR's list of them")
    .option("--data <folder>", "where the filings are stored")
    .action(async (company: string, options: { data?: string; json?: boolean }) =>
      checkFilings(company, options, outputOf(options)),
    );

  const asking = (command: Command): Command =>
    command
      .option("--document <id>", "stay within this document")
      .option("--company <name>", "stay with this company")
      .option("--as-of <date>", "use nothing filed after this day", readDate)
      .option("--data <folder>", "where the filings are stored")
      .option("--batch <file>", "a file of questions, one JSON object a line");
  asking(described(program, "search [query]", "passages for a query"))
    .option("-k <count>", "how many", readCount, 10)
    .action(async (query: string | undefined, options: SearchOptions & { json?: boolean }) =>
      search(query, options, outputOf(options)),
    );
  asking(described(program, "ask [question]", "an answer whose every number and quote is cited"))
    .option("--workbook <file>", "a workbook the question is about")
    .option("--range <range>", 'what is selected in it: "Sheet!A1:C9"')
    .action(async (question: string | undefined, options: AskOptions & { json?: boolean }) =>
      ask(question, options, outputOf(options)),
    );

  described(program, "serve", "the workbench, the pane and the API")
    .option("--port <number>", "the port to listen on", readPort)
    .option("--host <address>", "the address to listen on", "127.0.0.1")
    .option("--data <folder>", "where the filings are stored")
    .option("--https", "serve https with the development certificate, for Excel itself", false)
    .option("--no-sample", "without the made-up sample company's filings")
    .action(async (options: ServeCommandOptions & { json?: boolean }) => serveUntilStopped(options, outputOf(options)));
  return program;
}

const exitCodes: Readonly<Record<string, number>> = { "cli/usage": 2, "cli/stopped": 130 };

/** 0 done, 1 failed with one clear line, 2 wrong usage, 130 stopped by the reader. */
async function main(): Promise<number> {
  try {
    await buildProgram().parseAsync(process.argv);
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (isAppError(error)) {
      process.stderr.write(`${error.message}\n`);
      return exitCodes[error.code] ?? 1;
    }
    const why = error instanceof Error ? error.message : String(error);
    process.stderr.write(`Something failed that should not have: ${why.split("\n")[0]}\n`);
    return 1;
  }
}

// A reader that has seen enough (`| head`) closes the pipe; that is no failure to report.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

void main().then((code) => {
  process.exitCode = code;
});
