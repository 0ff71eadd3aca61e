import { type OnEdgarRemark } from "../server/services/services";

/** What EDGAR makes us wait for, or that it could not be asked, in one sentence. */
export function sayRemark(remark: Parameters<OnEdgarRemark>[0]): string {
  const { host } = new URL(remark.url);
  if (remark.kind === "waiting") {
    return `${host}: ${remark.why}; asking again in ${Math.max(1, Math.ceil(remark.waitMs / 1000))} s.`;
  }
  const since = remark.heldSince.toISOString().slice(0, 16).replace("T", " ");
  return `${remark.why} Going by what was fetched on ${since} UTC; anything newer is not seen.`;
}
