/** The undocumented parts of office.js that the guard stands in; any of them may be missing in another build. */
export interface ClientRequest {
  readonly hasActions?: unknown;
  readonly _actions?: unknown;
  readonly _objectPaths?: unknown;
}
export type SyncPrivate = (this: unknown, request: ClientRequest) => Promise<unknown>;
export type InvokeMethod = (this: unknown, method: unknown, ...rest: unknown[]) => unknown;
export type SendToBridge = (this: unknown, message: unknown) => unknown;

export interface HostFacade {
  invokeMethod?: InvokeMethod;
}

/**
 * The page's office.js, as far as this folder touches it. Passed in, so that a test can take a part away;
 * everything optional is what a legacy or future build may lack.
 */
export interface OfficeRealm {
  readonly Office: typeof Office;
  readonly Excel: typeof Excel;
  readonly OfficeExtension: {
    readonly ClientRequestContext?: { readonly prototype: { syncPrivate?: SyncPrivate } };
    readonly HostBridge?: {
      readonly prototype: { sendMessageToHost?: SendToBridge; sendMessageToHostAndExpectResponse?: SendToBridge };
    };
  };
  readonly OSF: {
    readonly _OfficeAppFactory?: { readonly getHostFacade?: () => HostFacade | null | undefined };
    readonly DDA?: {
      readonly RichApi?: {
        readonly executeRichApiRequestAsync?: (message: unknown[], answered: (result: unknown) => void) => void;
      };
    };
  };
}

/** The page's own office.js; parts that did not load are absent whatever the type says. */
export function pageRealm(): OfficeRealm {
  return globalThis as unknown as OfficeRealm;
}
