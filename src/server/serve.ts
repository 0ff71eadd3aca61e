import { type FastifyBaseLogger } from "fastify";
import { existsSync, readFileSync } from "node:fs";
import { type AddressInfo } from "node:net";
import { type Configuration } from "./configuration";
import { createServer } from "./http/create-server";
import { pagesAreBuilt } from "./http/static-pages";
import { CannotReadFileError, PagesNotBuiltError, PortInUseError } from "./server-errors";
import { addSample } from "./services/add-sample";
import { openServices } from "./services/open-services";

export interface ServeOptions {
  readonly configuration: Configuration;
  readonly host: string;
  /** Null: the usual port, or any free one where it is taken. */
  readonly port: number | null;
  /** Files of the development certificate; null for plain http on this machine. */
  readonly tls: { readonly keyFile: string; readonly certFile: string } | null;
  readonly withSample: boolean;
  readonly onProgress: (line: string) => void;
}

export interface RunningServer {
  readonly address: string;
  /** Lets running requests end, then closes the store. */
  stop(): Promise<void>;
}

const usualPort = 4180;
const loopbackNames = ["localhost", "127.0.0.1", "[::1]", "::1"];

/** Starts the service and its pages; the sample company is read in on the first start. */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  if (!pagesAreBuilt()) throw new PagesNotBuiltError();
  const tls =
    options.tls === null ? null : { key: readFile(options.tls.keyFile), cert: readFile(options.tls.certFile) };
  let log: FastifyBaseLogger | null = null;
  const services = await openServices(options.configuration, (error) =>
    log?.error({ err: error }, "something unexpected failed; the plain answer stands in for it"),
  );
  try {
    if (options.withSample) await addSample(services, options.onProgress);
    const server = await createServer(services, {
      logLevel: options.configuration.logLevel,
      allowedHosts: loopbackNames.includes(options.host) ? loopbackNames : null,
      tls,
    });
    log = server.log;
    const listenOn = async (port: number) => server.listen({ host: options.host, port });
    try {
      await listenOn(options.port ?? usualPort);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
      if (options.port !== null) throw new PortInUseError(options.port);
      await listenOn(0);
    }
    const { port } = server.server.address() as AddressInfo;
    return {
      address: `${tls === null ? "http" : "https"}://${options.host}:${port}/`,
      stop: async () => {
        await server.close();
        await services.close();
      },
    };
  } catch (error) {
    await services.close();
    throw error;
  }
}

function readFile(file: string): Buffer {
  if (!existsSync(file)) throw new CannotReadFileError(file, "there is no such file");
  return readFileSync(file);
}
