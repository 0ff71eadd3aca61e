import { type PeriodReading } from "./read-period";

export interface HeaderEntry {
  readonly position0: number;
  readonly reading: PeriodReading;
}

/** Neighbouring period labels of one line that go forward (or backward) in time. */
export interface HeaderRun {
  readonly line0: number;
  readonly entries: readonly HeaderEntry[];
  /** The same year over several columns: a heading over the months or quarters of another line. */
  readonly repeats: boolean;
  /** Plain numbers that count from 0 or 1: after a word that says what they count, or with none ("bare"). */
  readonly counts?: "named" | "bare";
}
