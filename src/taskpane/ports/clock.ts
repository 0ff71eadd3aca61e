import { type IsoDate } from "../../contracts/dates";

export interface Clock {
  now(): Date;
  /** The calendar day where the reader sits. */
  today(): IsoDate;
}

export const systemClock: Clock = { now: () => new Date(), today: () => localDayOf(new Date()) };

export function localDayOf(moment: Date): IsoDate {
  const twoDigits = (part: number): string => String(part).padStart(2, "0");
  return `${moment.getFullYear()}-${twoDigits(moment.getMonth() + 1)}-${twoDigits(moment.getDate())}`;
}
