export interface StreamedEvent {
  readonly event: string;
  readonly data: string;
}

/**
 * Server-sent events out of arbitrary pieces of text. EventSource cannot POST a question, hence by hand.
 * Follows the HTML standard's parsing for the fields we use; comments (keep-alives of proxies) are dropped.
 */
export class EventStreamParser {
  private rest = "";
  private event = "message";
  private data: string[] = [];

  push(text: string): StreamedEvent[] {
    this.rest += text;
    const complete: StreamedEvent[] = [];
    for (;;) {
      // A lone "\r" at the end may be the first half of "\r\n": wait for what follows.
      const end = /\r\n|\n|\r(?!$)/.exec(this.rest);
      if (end === null) return complete;
      const line = this.rest.slice(0, end.index);
      this.rest = this.rest.slice(end.index + end[0].length);
      const event = this.takeLine(line);
      if (event !== null) complete.push(event);
    }
  }

  private takeLine(line: string): StreamedEvent | null {
    if (line === "") {
      const event = { event: this.event, data: this.data.join("\n") };
      const holdsData = this.data.length > 0;
      this.event = "message";
      this.data = [];
      return holdsData ? event : null;
    }
    const colon = line.indexOf(":");
    if (colon === 0) return null;
    const field = colon === -1 ? line : line.slice(0, colon);
    const value = colon === -1 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (field === "event") this.event = value;
    if (field === "data") this.data.push(value);
    return null;
  }
}
