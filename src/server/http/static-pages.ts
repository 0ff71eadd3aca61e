import fastifyStatic from "@fastify/static";
import { existsSync } from "node:fs";
import path from "node:path";
import { type FastifyInstance } from "fastify";

const projectFolder = path.resolve(__dirname, "../../..");

/** Where a page is served from, and which folder of ours holds it. */
const pages: readonly { readonly prefix: string; readonly folder: string }[] = [
  { prefix: "/pane/", folder: "dist/pane" },
  { prefix: "/office/", folder: "node_modules/@microsoft/office-js/dist" },
  { prefix: "/assets/", folder: "assets/icons" },
  { prefix: "/", folder: "dist/workbench" },
];

/** True once `npm run build` has made the pages. */
export function pagesAreBuilt(): boolean {
  return ["dist/pane/index.html", "dist/workbench/index.html"].every((file) =>
    existsSync(path.join(projectFolder, file)),
  );
}

/** Serves the workbench, the pane, the unmodified office.js and the sample model; nothing comes from outside. */
export async function servePages(app: FastifyInstance): Promise<void> {
  let decorate = true;
  for (const { prefix, folder } of pages) {
    const root = path.join(projectFolder, folder);
    if (!existsSync(root)) continue;
    // Built files carry a hash of their content in their name; only the pages themselves must be asked for again.
    await app.register(fastifyStatic, {
      root,
      prefix,
      decorateReply: decorate,
      schemaHide: true,
      setHeaders: (response, file) => {
        response.setHeader(
          "cache-control",
          /\.[0-9a-f]{8,}\.\w+$/.test(file) ? "public, max-age=31536000, immutable" : "no-cache",
        );
      },
    });
    decorate = false;
  }
  app.get("/sample/model.xlsx", { schema: { hide: true } }, async (_request, reply) =>
    reply.sendFile("fernhollow-model.xlsx", path.join(projectFolder, "assets/sample")),
  );
}
