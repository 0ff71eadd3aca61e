import { type FastifyReply } from "fastify";
import { type AskEvent } from "../../contracts/answer";

/** Sent while nothing else is, so that proxies neither buffer nor close the stream. */
const heartbeatMs = 10_000;

/** Writes events as a server-sent event stream until they end or the reader goes away. */
export async function sendEvents(
  reply: FastifyReply,
  events: AsyncIterable<AskEvent>,
  onGone: () => void,
): Promise<void> {
  // What the plugins set (security headers among it) must travel too: hijacking bypasses the usual path.
  for (const [name, value] of Object.entries(reply.getHeaders()))
    if (value !== undefined) reply.raw.setHeader(name, value);
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-cache, no-transform",
    "x-accel-buffering": "no",
    connection: "keep-alive",
  });
  let gone = false;
  raw.on("close", () => {
    if (raw.writableFinished) return;
    gone = true;
    onGone();
  });
  const heartbeat = setInterval(() => raw.write(": still here\n\n"), heartbeatMs);
  try {
    for await (const event of events) {
      if (gone) break;
      raw.write(`event: ${event.kind}\ndata: ${JSON.stringify(event)}\n\n`);
    }
  } finally {
    clearInterval(heartbeat);
    raw.end();
  }
}
