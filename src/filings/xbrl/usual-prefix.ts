const taxonomies = /^https?:\/\/(?:xbrl\.(?:us|sec\.gov)|fasb\.org)\/(?:[a-z]+\/)?([a-z-]+)\/\d{4}/;
const ifrs = /^https?:\/\/xbrl\.ifrs\.org\/taxonomy\/[\d-]+\/ifrs-full$/;
const known = /^(?:us-gaap|dei|srt|invest|ecd|cyd|country|currency|exch)$/;

/**
 * The prefix by which everybody knows a common taxonomy, whatever the filer wrote; null for any other namespace.
 * "http://fasb.org/us-gaap/2023", "http://xbrl.us/us-gaap/2009-01-31", "http://xbrl.sec.gov/dei/2023"
 */
export function usualPrefix(namespace: string): string | null {
  if (ifrs.test(namespace)) return "ifrs-full";
  const name = taxonomies.exec(namespace)?.[1] ?? "";
  return known.test(name) ? name : null;
}

/** A qualified name under the usual prefix of its taxonomy, where the filer's differs. */
export function underUsualPrefix(name: string, prefixes: ReadonlyMap<string, string>): string {
  const colon = name.indexOf(":");
  const usual = colon < 0 ? undefined : prefixes.get(name.slice(0, colon));
  return usual === undefined ? name : usual + name.slice(colon);
}
