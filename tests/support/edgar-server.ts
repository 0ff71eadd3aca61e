import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, type Socket } from "node:net";

export type EdgarReply = (request: IncomingMessage, response: ServerResponse) => void;

export interface EdgarServer {
  readonly url: string;
  /** Every request, in order: its path and headers. */
  readonly requests: { readonly path: string; readonly headers: IncomingMessage["headers"]; readonly atMs: number }[];
  /** Before what is served: the next requests get these replies, each once. */
  readonly storms: EdgarReply[];
  /** What stands at a path from now on. */
  serve(path: string, body: string | Uint8Array | object, etag?: string): void;
  /** What is served, for a storm that lets one pass. */
  answer: EdgarReply;
  close(): Promise<void>;
}

/** A server on loopback that answers as EDGAR does, and misbehaves as told. */
export async function startEdgarServer(): Promise<EdgarServer> {
  const files = new Map<string, { readonly body: Uint8Array; readonly etag: string | null }>();
  const requests: EdgarServer["requests"] = [];
  const storms: EdgarReply[] = [];
  const sockets = new Set<Socket>();
  const answer: EdgarReply = (request, response) => {
    const file = files.get(request.url ?? "");
    if (file === undefined) return void response.writeHead(404).end("<html>NoSuchKey</html>");
    if (file.etag !== null && request.headers["if-none-match"] === file.etag) return void response.writeHead(304).end();
    response.writeHead(200, file.etag === null ? {} : { etag: file.etag }).end(file.body);
  };
  const server = createServer((request, response) => {
    requests.push({ path: request.url ?? "", headers: request.headers, atMs: performance.now() });
    (storms.shift() ?? answer)(request, response);
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    storms,
    answer,
    serve: (path, body, etag) => {
      const isBytes = body instanceof Uint8Array;
      const bytes = isBytes ? body : Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
      files.set(path, { body: bytes, etag: etag ?? null });
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Answers with a status and nothing to read. */
export function refuse(status: number, headers: Record<string, string> = {}): EdgarReply {
  return (_, response) => response.writeHead(status, headers).end("refused");
}

/** Announces more than it sends, then hangs up. */
export const cutBody: EdgarReply = (_, response) => {
  response.writeHead(200, { "content-length": "1000" });
  response.write("only the beginning");
  setTimeout(() => response.destroy(), 5);
};

/** Begins an answer and says no more. */
export const fallSilent: EdgarReply = (_, response) => {
  response.writeHead(200);
  response.write("<SEC-DOCUMENT>");
};

/** Sends a byte at a time, for as long as anybody listens. */
export const drip: EdgarReply = (_, response) => {
  response.writeHead(200);
  const dripping = setInterval(() => response.write(" "), 20);
  response.once("close", () => clearInterval(dripping));
};

/** The SEC's page for who asks too fast, in the words it has. */
export function blockPage(status: number): EdgarReply {
  const page = "<!DOCTYPE html>\n<html><head><title>SEC.gov | Request Rate Threshold Exceeded</title></head></html>";
  return (_, response) => response.writeHead(status, { "content-type": "text/html" }).end(page);
}

/** EDGAR's list of a company, from rows as a person would write them. */
export function submissionsOf(
  name: string,
  rows: readonly { accession: string; form: string; filed: string; period?: string; size?: number }[],
  older: readonly { name: string; filingFrom: string; filingTo: string }[] = [],
): object {
  return { name, tickers: [], filings: { recent: columnsOf(rows), files: older } };
}

export function columnsOf(
  rows: readonly { accession: string; form: string; filed: string; period?: string; size?: number }[],
): object {
  return {
    accessionNumber: rows.map(({ accession }) => accession),
    form: rows.map(({ form }) => form),
    filingDate: rows.map(({ filed }) => filed),
    reportDate: rows.map(({ period }) => period ?? ""),
    size: rows.map(({ size }) => size ?? 1000),
    primaryDocument: rows.map(() => "main.htm"),
    items: rows.map(() => ""),
  };
}

/** A whole submission of a made-up company. */
export function submissionText(form: string, filed: string, words: string): string {
  const paragraphs = Array.from({ length: 12 }, (_, n) => `<p>${words} Paragraph ${n + 1} says a little more.</p>`);
  return [
    `<SEC-DOCUMENT>made-up.txt : ${filed.replaceAll("-", "")}`,
    `<SEC-HEADER>\nCONFORMED SUBMISSION TYPE:\t${form}\nFILED AS OF DATE:\t\t${filed.replaceAll("-", "")}`,
    `COMPANY CONFORMED NAME:\t\t\tOAKMERE TOOLS (FICTIONAL)\nCENTRAL INDEX KEY:\t\t\t0000000042\n</SEC-HEADER>`,
    `<DOCUMENT>\n<TYPE>${form}\n<TEXT>\n<html><body>${paragraphs.join("\n")}</body></html>\n</TEXT>\n</DOCUMENT>\n</SEC-DOCUMENT>`,
  ].join("\n");
}
