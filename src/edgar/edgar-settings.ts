/** How EDGAR is reached; see https://www.sec.gov/os/accessing-edgar-data for what it asks of clients. */
export interface EdgarSettings {
  /** Who asks, with an e-mail address: "Example Research research@example.com". EDGAR refuses requests without it. */
  readonly userAgent: string;
  /** Serves submissions and company facts; "https://data.sec.gov". */
  readonly dataUrl: string;
  /** Serves the archives and the list of tickers; "https://www.sec.gov". */
  readonly archiveUrl: string;
  /** Where answers are kept; archives for ever, the rest until EDGAR says it changed. */
  readonly cacheFolder: string;
  /** Shared by all processes of this user, whatever their data folder: together they stay under EDGAR's limit. */
  readonly turnsFolder: string;
  readonly times: EdgarTimes;
}

export interface EdgarTimes {
  /** Each turn lasts this long and is taken by one request. */
  readonly turnMs: number;
  /** The longest silence inside one answer, and the longest that next to nothing of it comes. */
  readonly silenceMs: number;
  /** The longest one answer may take in all. */
  readonly wholeMs: number;
  /** The first wait after a failure; it doubles from there. */
  readonly backOffMs: number;
  /** EDGAR shuts out for ten minutes who asks too fast. */
  readonly shutOutMs: number;
  /** What EDGAR asks us to wait is waited up to here; beyond, the command ends and says when to go on. */
  readonly longestWaitMs: number;
  /** What may change is asked for again after this long. */
  readonly freshMs: number;
}

/**
 * 112 ms a turn: any span of one second touches ten turns at most, so that never more than ten requests start within it.
 */
export const usualTimes: EdgarTimes = {
  turnMs: 112,
  silenceMs: 20_000,
  wholeMs: 1_800_000,
  backOffMs: 500,
  shutOutMs: 600_000,
  longestWaitMs: 60_000,
  freshMs: 30_000,
};
