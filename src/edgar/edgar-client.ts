import { type z } from "zod";
import { type IsoDate } from "../contracts/dates";
import { checkSubmission } from "./check-submission";
import { findByTicker, readCik, tickersSchema, type ListedCompany } from "./company-directory";
import { companyFactsSchema, type CompanyFacts } from "./company-facts";
import {
  EdgarUnreachableError,
  NoFactsAtEdgarError,
  NoSuchCompanyError,
  NotAtEdgarError,
  ShutOutError,
  StrangeAnswerError,
} from "./edgar-errors";
import { type EdgarPorts } from "./edgar-ports";
import { type EdgarSettings } from "./edgar-settings";
import { fetchFromEdgar } from "./fetch-from-edgar";
import { openKeptAnswers } from "./kept-answers";
import {
  formerNamesOf,
  listFilings,
  olderSubmissionsSchema,
  submissionsSchema,
  type CompanyFilings,
} from "./read-submissions";
import { openRequestTurns } from "./request-turns";

/** EDGAR, as far as a reader of filings needs it. Every call throws `edgar/*` where it cannot give what it promises. */
export interface EdgarClient {
  /** By ticker or CIK number. */
  findCompany(asked: string, signal?: AbortSignal): Promise<ListedCompany>;
  /** Every filing back to the day given, older lists fetched only where needed. */
  listFilings(cik: string, since: IsoDate | null, signal?: AbortSignal): Promise<CompanyFilings>;
  /** The whole submission as EDGAR keeps it: main document, exhibits and data in one text. */
  openFiling(cik: string, accession: string, signal?: AbortSignal): Promise<Uint8Array>;
  /** EDGAR's own reading of the facts a company tagged, without dimensions. */
  companyFacts(cik: string, signal?: AbortSignal): Promise<CompanyFacts>;
}

/** A client that asks politely, keeps what it got, and says each request it sends. */
export function createEdgarClient(settings: EdgarSettings, ports: EdgarPorts): EdgarClient {
  const turns = openRequestTurns(settings.turnsFolder, settings.times.turnMs, ports.timer);
  const kept = openKeptAnswers(settings.cacheFolder);

  /**
   * Archives never change; the rest is asked for again, with what we hold as the condition. Only what `read` takes is
   * kept. Where EDGAR cannot be asked, what we hold is better than nothing, and that it may be old is said.
   */
  async function get<T>(
    url: string,
    changes: boolean,
    read: (bytes: Uint8Array) => T,
    signal?: AbortSignal,
  ): Promise<T> {
    const held = await kept.read(url);
    const age = held === null ? Infinity : ports.timer.nowMs() - held.fetchedMs;
    if (held !== null && (!changes || (age >= 0 && age < settings.times.freshMs))) return read(held.bytes);
    try {
      const wanted = { url, known: held?.validators ?? null, read };
      const fetched = await fetchFromEdgar(wanted, settings, turns, ports, signal);
      const fetchedMs = ports.timer.nowMs();
      if (fetched.outcome === "given") {
        await kept.write(url, { bytes: fetched.bytes, fetchedMs, validators: fetched.validators });
        return fetched.value;
      }
      if (held === null) throw new StrangeAnswerError(url, "it says that nothing changed, yet nothing was held");
      await kept.write(url, { ...held, fetchedMs });
    } catch (error) {
      const isOutOfReach =
        error instanceof EdgarUnreachableError || error instanceof ShutOutError || error instanceof StrangeAnswerError;
      if (held === null || !isOutOfReach) throw error;
      ports.onRemark({ kind: "not-asked-anew", url, heldSince: new Date(held.fetchedMs), why: error.message });
    }
    return read(held.bytes);
  }

  function getJson<T>(url: string, schema: z.ZodType<T>, signal?: AbortSignal): Promise<T> {
    return get(url, true, (bytes) => readJson(url, bytes, schema), signal);
  }

  return {
    findCompany: async (asked, signal) => {
      const cik = readCik(asked);
      if (cik !== null) return { cik, ticker: null, name: null };
      return findByTicker(
        asked,
        await getJson(`${settings.archiveUrl}/files/company_tickers.json`, tickersSchema, signal),
      );
    },
    listFilings: async (cik, since, signal) => {
      const submissions = await getJson(
        `${settings.dataUrl}/submissions/CIK${cik}.json`,
        submissionsSchema,
        signal,
      ).catch((error: unknown) => {
        throw error instanceof NotAtEdgarError ? new NoSuchCompanyError(`CIK ${Number(cik)}`, []) : error;
      });
      const filings = listFilings(submissions.filings.recent);
      for (const { name, filingTo } of submissions.filings.files) {
        if (since !== null && filingTo < since) continue;
        const older = await getJson(`${settings.dataUrl}/submissions/${name}`, olderSubmissionsSchema, signal);
        filings.push(...listFilings(older));
      }
      return {
        name: submissions.name,
        tickers: (submissions.tickers ?? []).flatMap((ticker) => (ticker === null || ticker === "" ? [] : [ticker])),
        formerNames: formerNamesOf(submissions),
        // The lists overlap by a day where a filing came in while EDGAR cut them.
        filings: [...new Map(filings.map((filing) => [filing.accession, filing])).values()],
      };
    },
    openFiling: (cik, accession, signal) => {
      const folder = `${Number(cik)}/${accession.replaceAll("-", "")}`;
      const url = `${settings.archiveUrl}/Archives/edgar/data/${folder}/${accession}.txt`;
      return get(url, false, (bytes) => checkSubmission(url, accession, bytes), signal);
    },
    companyFacts: (cik, signal) =>
      getJson(`${settings.dataUrl}/api/xbrl/companyfacts/CIK${cik}.json`, companyFactsSchema, signal).catch(
        (error: unknown) => {
          throw error instanceof NotAtEdgarError ? new NoFactsAtEdgarError(cik) : error;
        },
      ),
  };
}

function readJson<T>(url: string, bytes: Uint8Array, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(Buffer.from(bytes).toString("utf8")));
  } catch (error) {
    throw new StrangeAnswerError(url, "it is not the JSON that EDGAR documents", error);
  }
}
