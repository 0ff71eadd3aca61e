/** What this machine happens to have configured must not decide a test: no key, no database, no data folder, nobody who asks EDGAR. */
export function environmentWithoutSettings(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(OPENAI_|MARGINALIA_|EDGAR_|DATABASE_URL$|NODE_OPTIONS$)/.test(name),
  );
  return Object.fromEntries(kept);
}
