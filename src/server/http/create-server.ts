import helmet from "@fastify/helmet";
import rateLimit from "@fastify/rate-limit";
import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import fastify, { type FastifyInstance } from "fastify";
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import { randomUUID } from "node:crypto";
import { type Services } from "../services/services";
import { version } from "../version";
import { describeError } from "./error-status";
import { changeRoutes } from "./routes/change-routes";
import { documentRoutes } from "./routes/document-routes";
import { questionRoutes } from "./routes/question-routes";
import { servePages } from "./static-pages";

export interface HttpOptions {
  readonly logLevel: string;
  /** Hosts a request may name; others are refused, so that a page elsewhere cannot reach a loopback service by DNS. */
  readonly allowedHosts: readonly string[] | null;
  readonly tls: { readonly key: Buffer; readonly cert: Buffer } | null;
}

const largestBodyBytes = 2_000_000;
/** A pane asks in bursts while it starts; one reader never needs more than this. */
const requestsPerMinute = 600;

/** Where Excel may frame the pane: itself, and Office on the web. */
const framedBy = [
  "'self'",
  "https://*.officeapps.live.com",
  "https://*.office.com",
  "https://*.sharepoint.com",
  "https://*.microsoft365.com",
];

/** The HTTP face of the services: contracts on every route, one error shape, limits, and the pages. */
export async function createServer(services: Services, options: HttpOptions): Promise<FastifyInstance> {
  const app = fastify({
    logger: { level: options.logLevel, redact: ["req.headers.authorization"] },
    bodyLimit: largestBodyBytes,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    forceCloseConnections: "idle",
    ...(options.tls === null ? {} : { https: options.tls }),
  }) as unknown as FastifyInstance;
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);

  app.addHook("onRequest", async (request, reply) => {
    reply.header("x-request-id", request.id);
    const host = request.hostname.replace(/:\d+$/, "");
    if (options.allowedHosts !== null && !options.allowedHosts.includes(host)) {
      await reply.code(403).send({
        error: {
          code: "server/unknown-host",
          message: `This service does not answer to the name "${host}".`,
          requestId: request.id,
          details: {},
        },
      });
    }
  });
  app.setErrorHandler((error, request, reply) => {
    const { status, body } = describeError(error, request.id);
    if (status >= 500) request.log.error({ err: error }, body.error.code);
    return reply.code(status).send(body);
  });
  app.setNotFoundHandler((request, reply) =>
    reply.code(404).send({
      error: {
        code: "server/not-found",
        message: `There is nothing at ${request.method} ${request.url.slice(0, 200)}.`,
        requestId: request.id,
        details: {},
      },
    }),
  );

  await app.register(helmet, {
    frameguard: false,
    // The pane lives in a frame of another origin (Excel on the web), which must be able to load it.
    crossOriginResourcePolicy: { policy: "cross-origin" },
    crossOriginOpenerPolicy: false,
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: options.tls !== null,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", "https://appsforoffice.microsoft.com"],
        workerSrc: ["'self'", "blob:"],
        // Fluent writes its styles into the page while it runs.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'", "data:", "https://res.cdn.office.net"],
        connectSrc: ["'self'"],
        frameSrc: ["'self'"],
        frameAncestors: framedBy,
        baseUri: ["'none'"],
        formAction: ["'none'"],
      },
    },
  });
  await app.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: "1 minute",
    allowList: (request) => !request.url.startsWith("/api/"),
  });
  await app.register(swagger, {
    openapi: {
      info: {
        title: "Marginalia",
        description: "Evidence, answers and passages behind the pane. No route changes a workbook.",
        version,
      },
    },
    transform: jsonSchemaTransform,
  });
  await app.register(swaggerUi, { routePrefix: "/api/docs", staticCSP: true });

  questionRoutes(app, services);
  documentRoutes(app, services);
  changeRoutes(app, services);
  await servePages(app);
  return app;
}
