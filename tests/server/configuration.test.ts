import { readConfiguration } from "../../src/server/configuration";

const here = { workingFolder: "/work" };

describe("configuration", () => {
  it("keeps everything in a folder beside the user where nothing is set", () => {
    expect(readConfiguration({}, here)).toEqual({
      database: { kind: "pglite", folder: "/work/.marginalia" },
      languageModel: null,
      edgar: null,
      logLevel: "warn",
    });
  });

  it("uses a language model where a key is given", () => {
    expect(readConfiguration({ OPENAI_API_KEY: "k" }, here).languageModel).toEqual({
      baseUrl: "https://api.openai.com/v1",
      apiKey: "k",
      model: "gpt-4.1-mini",
      timeoutMs: 60000,
    });
  });

  it("uses any compatible server by its address and a model's name", () => {
    const { languageModel } = readConfiguration(
      { OPENAI_BASE_URL: "http://127.0.0.1:11434/v1", OPENAI_MODEL: "local" },
      here,
    );
    expect(languageModel).toEqual({
      baseUrl: "http://127.0.0.1:11434/v1",
      apiKey: null,
      model: "local",
      timeoutMs: 60000,
    });
  });

  it("asks for the model's name where only an address is given", () => {
    expect(() => readConfiguration({ OPENAI_BASE_URL: "http://127.0.0.1:1/v1" }, here)).toThrow(
      "The setting OPENAI_MODEL is missing: OPENAI_BASE_URL is set, so name the model that server offers.",
    );
  });

  it("names the setting that cannot be used", () => {
    expect(() => readConfiguration({ OPENAI_BASE_URL: "not a url", OPENAI_MODEL: "m" }, here)).toThrow(
      "The setting OPENAI_BASE_URL cannot be used: is not a URL.",
    );
  });

  it("prefers a data folder named on the command line to a database in the environment", () => {
    const { database } = readConfiguration({ DATABASE_URL: "postgres://x" }, { dataFolder: "d", ...here });
    expect(database).toEqual({ kind: "pglite", folder: "/work/d" });
  });

  it("names whose documents a shared server shows, and refuses that for a folder", () => {
    const settings = { DATABASE_URL: "postgres://x", MARGINALIA_TENANT: "rates-desk" };
    expect(readConfiguration(settings, here).database).toEqual({
      kind: "postgresql",
      url: "postgres://x",
      tenant: "rates-desk",
    });
    expect(() => readConfiguration({ MARGINALIA_TENANT: "rates-desk" }, here)).toThrow(
      /MARGINALIA_TENANT parts the documents of a PostgreSQL server: set DATABASE_URL as well/,
    );
    expect(() => readConfiguration({ ...settings, MARGINALIA_TENANT: "Rates; Desk" }, here)).toThrow(
      /MARGINALIA_TENANT cannot be used: wants 1 to 63 small letters/,
    );
  });

  it("asks EDGAR only where it is said who asks, and wants an address with the name", () => {
    const edgar = readConfiguration({ EDGAR_USER_AGENT: "Example Research research@example.com" }, here).edgar;

    expect(edgar).toMatchObject({ dataUrl: "https://data.sec.gov", cacheFolder: "/work/.marginalia/edgar" });
    expect(() => readConfiguration({ EDGAR_USER_AGENT: "me" }, here)).toThrow(
      /EDGAR_USER_AGENT.*wants a name and an e-mail address/,
    );
  });
});
