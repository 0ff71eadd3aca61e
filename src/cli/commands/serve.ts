import os from "node:os";
import path from "node:path";
import { readConfiguration } from "../../server/configuration";
import { serve } from "../../server/serve";
import { type Output } from "../output";

export interface ServeCommandOptions {
  readonly port?: number;
  readonly host: string;
  readonly data?: string;
  readonly https: boolean;
  readonly sample: boolean;
}

/** Where the development certificate for Excel stands once it is installed. */
const certificateFolder = path.join(os.homedir(), ".office-addin-dev-certs");

/** Serves the workbench, the pane and the API until it is told to stop. */
export async function serveUntilStopped(options: ServeCommandOptions, output: Output): Promise<void> {
  const server = await serve({
    configuration: readConfiguration(process.env, { dataFolder: options.data, workingFolder: process.cwd() }),
    host: options.host,
    port: options.port ?? (options.https ? 3000 : null),
    tls: options.https
      ? {
          keyFile: path.join(certificateFolder, "localhost.key"),
          certFile: path.join(certificateFolder, "localhost.crt"),
        }
      : null,
    withSample: options.sample,
    onProgress: (line) => output.message(line),
  });
  output.result({ address: server.address }, () => `Marginalia is at ${server.address}`);
  await new Promise<void>((resolve, reject) => {
    const stop = (): void => {
      output.message("stopping…");
      server.stop().then(resolve, reject);
    };
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
  });
}
