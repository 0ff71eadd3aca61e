import { readFileSync } from "node:fs";

/** Whether a process of this number runs on this machine, ours or another user's. */
export function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A killed process nobody has waited for still has its number.
    return statFieldsOf(pid)?.[0] !== "Z";
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * When a process was started, as the system counts it: a number is reused, the pair is not.
 * Null where the system does not tell (anything but Linux) or the process is gone.
 */
export function startMarkOf(pid: number): string | null {
  const startTicks = statFieldsOf(pid)?.[19];
  if (startTicks === undefined) return null;
  try {
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}/${startTicks}`;
  } catch {
    return null;
  }
}

/** From the third field of /proc/PID/stat on: the second is the command in brackets and may hold anything. */
function statFieldsOf(pid: number): string[] | null {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, "utf8");
    return line.slice(line.lastIndexOf(")") + 2).split(" ");
  } catch {
    return null;
  }
}
