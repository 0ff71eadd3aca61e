import { AppError } from "../contracts/app-error";

/** Nobody said who asks; EDGAR refuses such requests and shuts out whoever repeats them. */
export class NoUserAgentError extends AppError {
  readonly code = "edgar/no-user-agent";

  constructor() {
    super(
      'EDGAR wants to know who asks. Set EDGAR_USER_AGENT to a name and an e-mail address, as in "Example Research research@example.com".',
    );
  }
}

/** EDGAR asked us to stop for longer than a command waits. */
export class ShutOutError extends AppError {
  readonly code = "edgar/shut-out";

  constructor(host: string, until: Date, status: number | null) {
    // Rounded up: who comes back at that minute must not be early.
    const minute = new Date(Math.ceil(until.getTime() / 60_000) * 60_000);
    const time = minute.toISOString().slice(0, 16).replace("T", " ");
    super(
      `${host} takes no requests from here until ${time} UTC${status === 403 ? " (it answered 403: too many requests, or a user agent it does not accept)" : ""}. Run the same command after that: what is fetched stays and is not fetched again.`,
      { details: { host, until: until.toISOString(), status } },
    );
  }
}

/** EDGAR could not be reached, or answered with failures until we gave up. */
export class EdgarUnreachableError extends AppError {
  readonly code = "edgar/unreachable";

  constructor(url: string, attempts: number, why: string, cause?: unknown) {
    super(
      `${new URL(url).host} did not give ${new URL(url).pathname} in ${attempts} ${attempts === 1 ? "attempt" : "attempts"}: ${why}. Check the connection and run the same command again: what is fetched stays.`,
      { details: { url, attempts }, cause },
    );
  }
}

/** There is no such file at EDGAR. */
export class NotAtEdgarError extends AppError {
  readonly code = "edgar/not-found";

  constructor(url: string) {
    super(`EDGAR has no file ${new URL(url).pathname}.`, { details: { url } });
  }
}

/** An answer is not what EDGAR documents. */
export class StrangeAnswerError extends AppError {
  readonly code = "edgar/strange-answer";

  constructor(
    url: string,
    readonly why: string,
    cause?: unknown,
  ) {
    super(`What ${new URL(url).host} gave for ${new URL(url).pathname} cannot be read: ${why}.`, {
      details: { url },
      cause,
    });
  }
}

/** No company has this ticker or number. */
export class NoSuchCompanyError extends AppError {
  readonly code = "edgar/no-such-company";

  constructor(asked: string, near: readonly string[]) {
    const hint = near.length === 0 ? "Give its ticker or its CIK number" : `Did you mean ${near.join(", ")}?`;
    super(`EDGAR lists no company under "${asked}". ${hint.endsWith("?") ? hint : `${hint}.`}`, {
      details: { asked },
    });
  }
}

/** Several companies have traded under this ticker. */
export class SeveralCompaniesError extends AppError {
  readonly code = "edgar/several-companies";

  constructor(asked: string, companies: readonly { readonly name: string; readonly cik: string }[]) {
    const named = companies.map(({ name, cik }) => `${name} (CIK ${Number(cik)})`);
    super(`EDGAR lists "${asked}" for ${named.join(" and for ")}. Give the CIK number of the one you mean.`, {
      details: { asked },
    });
  }
}

/** The company has no tagged figures at EDGAR. */
export class NoFactsAtEdgarError extends AppError {
  readonly code = "edgar/no-facts";

  constructor(cik: string) {
    super(
      `EDGAR lists no tagged figures under CIK ${Number(cik)}: its filings carry none, or there is no such company.`,
      { details: { cik } },
    );
  }
}

/** The company is there, and has filed nothing of the forms asked for. */
export class NoSuchFormError extends AppError {
  readonly code = "edgar/no-such-form";

  constructor(company: string, forms: readonly string[], filedForms: readonly string[]) {
    const has = filedForms.length === 0 ? "EDGAR lists no filings of it" : `EDGAR lists ${filedForms.join(", ")}`;
    super(`${company} has filed no ${forms.join(", ")}; ${has}.`, { details: { company, forms: forms.join(", ") } });
  }
}
