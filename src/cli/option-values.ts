import { InvalidArgumentError } from "commander";
import { type IsoDate, isoDateSchema } from "../contracts/dates";

/** A calendar day that exists. */
export function readDate(text: string): IsoDate {
  const parsed = isoDateSchema.safeParse(text);
  if (!parsed.success) throw new InvalidArgumentError(`${parsed.error.issues[0]!.message}.`);
  return parsed.data;
}

export function readCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > 100)
    throw new InvalidArgumentError("a whole number from 1 to 100.");
  return count;
}

export function readPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError("a port from 0 to 65535.");
  return port;
}
