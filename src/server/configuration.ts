import { tmpdir, userInfo } from "node:os";
import path from "node:path";
import { z } from "zod";
import { usualTimes, type EdgarSettings } from "../edgar/edgar-settings";
import { ConfigurationError } from "./server-errors";

const optionalText = z
  .string()
  .trim()
  .transform((text) => (text === "" ? null : text))
  .nullable();

const environmentSchema = z.object({
  MARGINALIA_DATA: optionalText.default(null),
  DATABASE_URL: optionalText.default(null),
  MARGINALIA_TENANT: z
    .string()
    .trim()
    .regex(
      /^[a-z0-9][a-z0-9_-]{0,62}$/,
      "wants 1 to 63 small letters, digits, hyphens or underscores, as in rates-desk",
    )
    .nullable()
    .default(null),
  OPENAI_API_KEY: optionalText.default(null),
  OPENAI_BASE_URL: z.url("is not a URL").nullable().default(null),
  OPENAI_MODEL: optionalText.default(null),
  MARGINALIA_MODEL_TIMEOUT_MS: z.coerce.number().int().min(1000).max(600_000).default(60_000),
  EDGAR_USER_AGENT: z
    .string()
    .trim()
    .regex(/^\S.*\s\S+@\S+\.\S+$/, 'wants a name and an e-mail address, as in "Example Research research@example.com"')
    .nullable()
    .default(null),
  EDGAR_DATA_URL: z.url("is not a URL").default("https://data.sec.gov"),
  EDGAR_ARCHIVE_URL: z.url("is not a URL").default("https://www.sec.gov"),
  MARGINALIA_LOG: z.enum(["silent", "error", "warn", "info", "debug"]).default("warn"),
});

/** Everything that can be set; read once, at the edge. */
export interface Configuration {
  readonly database:
    | { readonly kind: "pglite"; readonly folder: string }
    /** `tenant`: whose documents are seen of a server that several share. */
    | { readonly kind: "postgresql"; readonly url: string; readonly tenant?: string };
  /** Null: no language model, and nothing leaves this machine. */
  readonly languageModel: LanguageModelConfiguration | null;
  /** Null: nobody said who asks, and EDGAR is not asked. */
  readonly edgar: EdgarSettings | null;
  readonly logLevel: "silent" | "error" | "warn" | "info" | "debug";
}

export interface LanguageModelConfiguration {
  readonly baseUrl: string;
  readonly apiKey: string | null;
  readonly model: string;
  readonly timeoutMs: number;
}

/** Used where a key is given and no model is named; any chat model with structured output will do. */
const defaultModel = "gpt-4.1-mini";
const defaultBaseUrl = "https://api.openai.com/v1";

/** Reads the environment; `dataFolder` (from the command line) wins over it. Throws `ConfigurationError`. */
export function readConfiguration(
  environment: Readonly<Record<string, string | undefined>>,
  options: { dataFolder?: string; workingFolder: string },
): Configuration {
  const parsed = environmentSchema.safeParse(pickKnown(environment));
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw new ConfigurationError(issue.path.join("."), `cannot be used: ${issue.message}`);
  }
  const settings = parsed.data;
  const folder = path.resolve(options.workingFolder, options.dataFolder ?? settings.MARGINALIA_DATA ?? ".marginalia");
  const usesPostgres = settings.DATABASE_URL !== null && options.dataFolder === undefined;
  const tenant = settings.MARGINALIA_TENANT;
  if (tenant !== null && !usesPostgres) {
    throw new ConfigurationError(
      "MARGINALIA_TENANT",
      "parts the documents of a PostgreSQL server: set DATABASE_URL as well, or leave it out; a data folder is one person's",
    );
  }
  return {
    database: usesPostgres
      ? { kind: "postgresql", url: settings.DATABASE_URL!, ...(tenant === null ? {} : { tenant }) }
      : { kind: "pglite", folder },
    languageModel: readLanguageModel(settings),
    edgar: readEdgar(settings, folder),
    logLevel: settings.MARGINALIA_LOG,
  };
}

function pickKnown(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const known = Object.keys(environmentSchema.shape);
  return Object.fromEntries(
    known.flatMap((name) => {
      const value = environment[name];
      return value === undefined || value.trim() === "" ? [] : [[name, value]];
    }),
  );
}

function readLanguageModel(settings: z.infer<typeof environmentSchema>): LanguageModelConfiguration | null {
  if (settings.OPENAI_API_KEY === null && settings.OPENAI_BASE_URL === null) return null;
  if (settings.OPENAI_BASE_URL !== null && settings.OPENAI_MODEL === null) {
    throw new ConfigurationError(
      "OPENAI_MODEL",
      "is missing: OPENAI_BASE_URL is set, so name the model that server offers",
    );
  }
  return {
    baseUrl: settings.OPENAI_BASE_URL ?? defaultBaseUrl,
    apiKey: settings.OPENAI_API_KEY,
    model: settings.OPENAI_MODEL ?? defaultModel,
    timeoutMs: settings.MARGINALIA_MODEL_TIMEOUT_MS,
  };
}

function readEdgar(settings: z.infer<typeof environmentSchema>, folder: string): EdgarSettings | null {
  if (settings.EDGAR_USER_AGENT === null) return null;
  const withoutSlash = (url: string): string => url.replace(/\/+$/, "");
  return {
    userAgent: settings.EDGAR_USER_AGENT,
    dataUrl: withoutSlash(settings.EDGAR_DATA_URL),
    archiveUrl: withoutSlash(settings.EDGAR_ARCHIVE_URL),
    cacheFolder: path.join(folder, "edgar"),
    // One for the user, not for the data folder: EDGAR counts requests over all that somebody runs.
    turnsFolder: path.join(
      tmpdir(),
      ["marginalia-turns", userInfo().username, hostOf(settings.EDGAR_ARCHIVE_URL)].join("-"),
    ),
    times: usualTimes,
  };
}

function hostOf(url: string): string {
  return new URL(url).host.replace(/[^\w.-]+/g, "_");
}
