import { EventStreamParser } from "../../../src/taskpane/service/event-stream-parser";

describe("EventStreamParser", () => {
  it("gives an event once its blank line has come", () => {
    const parser = new EventStreamParser();
    expect(parser.push('event: progress\ndata: {"a":1}\n')).toEqual([]);
    expect(parser.push("\n")).toEqual([{ event: "progress", data: '{"a":1}' }]);
  });

  it("puts an event together however it was cut, also within a line end", () => {
    const parser = new EventStreamParser();
    const events = [..."event: answer\r\ndata: x\r\n\r\n"].flatMap((letter) => parser.push(letter));
    expect(events).toEqual([{ event: "answer", data: "x" }]);
  });

  it("joins several data lines and drops a proxy's keep-alive", () => {
    const parser = new EventStreamParser();
    expect(parser.push(": still here\n\ndata: a\ndata:b\n\n")).toEqual([{ event: "message", data: "a\nb" }]);
  });
});
