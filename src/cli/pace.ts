/** How far a run over files has come, by bytes: filings differ a hundredfold in size. */
export class Pace {
  total = 0;
  private done = 0;
  private bytes = 0;
  private bytesDone = 0;

  constructor(private readonly startedMs: number) {}

  plan(files: number, bytes: number): void {
    this.total = files;
    this.bytes = bytes;
  }

  /** "3 of 12, 1.4 MB/s, 20 s left" */
  step(bytes: number): string {
    this.done++;
    this.bytesDone += bytes;
    const seconds = Math.max(0.001, (performance.now() - this.startedMs) / 1000);
    const rate = this.bytesDone / seconds;
    const left = rate === 0 ? 0 : (this.bytes - this.bytesDone) / rate;
    return `${this.done} of ${this.total}, ${(rate / 1e6).toFixed(1)} MB/s, ${showSeconds(left)} left`;
  }
}

function showSeconds(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
