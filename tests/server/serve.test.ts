import { mkdtemp, rm } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { readConfiguration } from "../../src/server/configuration";
import { serve } from "../../src/server/serve";
import { pagesAreBuilt } from "../../src/server/http/static-pages";

jest.setTimeout(120_000);

// The pages are built by `npm start` and by the browser tests; without them the server says so and does not start.
const whereBuilt = pagesAreBuilt() ? describe : describe.skip;

whereBuilt("the server", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "marginalia-serve-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const start = (port: number) =>
    serve({
      configuration: readConfiguration(
        { MARGINALIA_LOG: "silent" },
        { dataFolder: path.join(folder, "data"), workingFolder: folder },
      ),
      host: "127.0.0.1",
      port,
      tls: null,
      withSample: true,
      onProgress: () => undefined,
    });

  it("names the port that is taken, and leaves the data folder to the next", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as AddressInfo;
    await expect(start(port)).rejects.toMatchObject({
      code: "server/port-in-use",
      message: `Port ${port} is in use by another program. Choose another with --port.`,
    });
    await new Promise((resolve) => other.close(resolve));
    const server = await start(port);
    expect(server.address).toBe(`http://127.0.0.1:${port}/`);
    expect((await fetch(`${server.address}api/status`)).status).toBe(200);
    await server.stop();
  });
});
