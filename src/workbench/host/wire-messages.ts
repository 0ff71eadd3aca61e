import { z } from "zod";
import { AppError } from "../../contracts/app-error";

/** The RichApi request and response, as the unmodified office.js writes and reads them. */
const argumentInfoSchema = z.looseObject({
  Arguments: z.array(z.unknown()).nullish(),
  ReferencedObjectPathIds: z.array(z.unknown()).nullish(),
});

const objectPathSchema = z.looseObject({
  Id: z.number().int(),
  ObjectPathType: z.number().int(),
  Name: z.string().nullish(),
  ParentObjectPathId: z.number().int().nullish(),
  ArgumentInfo: argumentInfoSchema.nullish(),
});

const queryInfoSchema = z.looseObject({
  Select: z.array(z.string()).nullish(),
  Expand: z.array(z.string()).nullish(),
  Top: z.number().int().nullish(),
  Skip: z.number().int().nullish(),
});

const actionSchema = z.looseObject({
  Id: z.number().int(),
  ActionType: z.number().int(),
  Name: z.string().nullish(),
  ObjectPathId: z.number().int(),
  ArgumentInfo: argumentInfoSchema.nullish(),
  QueryInfo: queryInfoSchema.nullish(),
  ObjectState: z.record(z.string(), z.unknown()).nullish(),
});

const requestSchema = z.looseObject({
  Actions: z.array(actionSchema),
  ObjectPaths: z.record(z.string(), objectPathSchema),
});

export type WireArguments = z.infer<typeof argumentInfoSchema>;
export type WireObjectPath = z.infer<typeof objectPathSchema>;
export type WireQuery = z.infer<typeof queryInfoSchema>;
export type WireAction = z.infer<typeof actionSchema>;
export type WireRequest = z.infer<typeof requestSchema>;

export interface WireResponse {
  readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
  readonly TraceIds: readonly number[];
  readonly Error?: {
    readonly Code: string;
    readonly Message: string;
    readonly Location: string;
    readonly ActionIndex: number;
    readonly HttpStatusCode: number;
  };
}

/** Category, event type, target id, JSON of the event, id, whether it comes from another author. */
export type WireEvent = readonly [65536, number, string, string, number, boolean];

export const actionTypes = { instantiate: 1, query: 2, method: 3, setProperty: 4, trace: 5, update: 9 } as const;
export const objectPathTypes = {
  root: 1,
  newObject: 2,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
  nothing: 7,
} as const;

/** The text that arrived is no RichApi request. */
export class BadRequest extends AppError {
  readonly code = "workbench/bad-request";
}

export function parseWireRequest(body: string): WireRequest {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch (cause) {
    throw new BadRequest("The host received a request that is not JSON.", { cause });
  }
  const parsed = requestSchema.safeParse(json);
  if (!parsed.success) {
    throw new BadRequest(`The host received a request it cannot read: ${z.prettifyError(parsed.error)}`);
  }
  return parsed.data;
}
