import { AppError } from "../contracts/app-error";

/** A setting is missing or cannot be read. */
export class ConfigurationError extends AppError {
  readonly code = "server/configuration";

  constructor(setting: string, why: string) {
    super(`The setting ${setting} ${why}.`, { details: { setting } });
  }
}

/** What was asked for by id is not in the store. */
export class NotFoundError extends AppError {
  readonly code = "server/not-found";

  constructor(what: string, id: string) {
    super(`There is no ${what} "${id}" here. Look at the list of documents for what there is.`, { details: { id } });
  }
}

/** The address is taken by another program. */
export class PortInUseError extends AppError {
  readonly code = "server/port-in-use";

  constructor(port: number) {
    super(`Port ${port} is in use by another program. Choose another with --port.`, { details: { port } });
  }
}

/** A file that was named is not there or may not be read. */
export class CannotReadFileError extends AppError {
  readonly code = "server/cannot-read-file";

  constructor(file: string, why: string, cause?: unknown) {
    super(`"${file}" cannot be read: ${why}.`, { details: { file }, cause });
  }
}

/** No filing of the company is stored. */
export class NoFilingsOfCompanyError extends AppError {
  readonly code = "server/no-filings-of-company";

  constructor(company: string) {
    super(`No filings of "${company}" are stored. Add some with: filings add TICKER`, { details: { company } });
  }
}

/** Nothing is reported under the name. */
export class NoSuchConceptError extends AppError {
  readonly code = "server/no-such-concept";

  constructor(concept: string, company: string, asOf: string | null) {
    super(
      `No filing of ${company} on file${asOf === null ? "" : ` as of ${asOf}`} reports "${concept}". Name a tag such as Revenues or us-gaap:NetIncomeLoss, or a word such as capex.`,
      { details: { concept, company } },
    );
  }
}

/** The pages a browser opens have not been built. */
export class PagesNotBuiltError extends AppError {
  readonly code = "server/pages-not-built";

  constructor() {
    super("The pane and the workbench have not been built yet. Run `npm run build` once, or start with `npm start`.");
  }
}

/** A filing is on file but has no such item, or none was found in it. */
export class NoSuchItemError extends AppError {
  readonly code = "server/no-such-item";

  constructor(item: string, filing: string) {
    super(`No item ${item} was found in the ${filing}. Items are written like 1A, 7 or, for a 10-Q, I-2.`, {
      details: { item },
    });
  }
}

/** There is no earlier filing to hold a filing against. */
export class NothingToCompareError extends AppError {
  readonly code = "server/nothing-to-compare";

  constructor(documentId: string, filing: string, notEarlier?: string) {
    super(
      notEarlier === undefined
        ? `The ${filing} has no filing of the year before on file to be compared with. Add it, or name an earlier one with "from".`
        : `The ${notEarlier} was not filed before the ${filing}: name an earlier one.`,
      { details: { documentId } },
    );
  }
}

/** With an as-of date a filing without a filed date cannot be used: nobody can say that it was known. */
export class UndatedFilingError extends AppError {
  readonly code = "server/undated-filing";

  constructor(documentId: string, filing: string, asOf: string) {
    super(
      `Nobody said when the ${filing} ("${documentId}") was filed, so it may not have been known on ${asOf}. Add its file again with --filed DATE.`,
      { details: { documentId } },
    );
  }
}

/** The as-of date lies before the filing. */
export class FiledLaterError extends AppError {
  readonly code = "server/filed-later";

  constructor(documentId: string, filing: string, filed: string, asOf: string) {
    super(`The ${filing} was filed on ${filed}, after ${asOf}: choose a later as-of date.`, {
      details: { documentId },
    });
  }
}
