import { standGuard } from "../../../src/office/guard/stand-guard";
import { type OfficeRealm } from "../../../src/office/office-realm";

/** What an office.js may do differently from the one the guard was written for. */
interface Build {
  without?: "sync" | "facade" | "bridge";
  /** Ways to Excel that do not pass the places the guard knows. */
  syncGoesPast?: boolean;
  probeIsIgnored?: boolean;
  richApiGoesPast?: boolean;
  commonApiGoesPast?: boolean;
  isFrozen?: boolean;
}

/** An office.js in small, of the same shape: contexts that sync, a facade that invokes, a bridge that sends. */
function officeOf(build: Build): { realm: OfficeRealm; sent: unknown[] } {
  const sent: unknown[] = [];
  interface Executor {
    executeAsync(body: unknown): Promise<unknown>;
  }
  class ClientRequestContext {
    _requestExecutor: Executor | null = null;
    actions: object[] = [];
    get workbook() {
      const range = {
        clear: () => void this.actions.push({ ActionType: 3, Name: "Clear" }),
        set values(_: unknown) {
          add({ ActionType: 4, Name: "Values" });
        },
      };
      const add = (action: object) => void this.actions.push(action);
      const sheet = {
        load: () => add({ ActionType: 2 }),
        getRange: () => range,
        set name(_: unknown) {
          add({ ActionType: 4, Name: "Name" });
        },
      };
      const adding = { add: () => add({ ActionType: 3, Name: "Add" }) };
      return { worksheets: { ...adding, getItem: () => sheet }, names: adding };
    }
    sync() {
      const request = {
        hasActions: true,
        _actions: this.actions.map((actionInfo) => ({ actionInfo })),
        _objectPaths: {},
      };
      return build.syncGoesPast === true ? this.send(request) : (this as unknown as Syncing).syncPrivate(request);
    }
    send(request: object): Promise<unknown> {
      if (this._requestExecutor !== null && build.probeIsIgnored !== true)
        return this._requestExecutor.executeAsync(request);
      sent.push(request);
      return Promise.resolve();
    }
  }
  interface Syncing {
    syncPrivate(request: object): Promise<unknown>;
  }
  const syncing = ClientRequestContext.prototype as unknown as Partial<Syncing>;
  if (build.without !== "sync") {
    syncing.syncPrivate = function (this: ClientRequestContext, request) {
      return this.send(request);
    };
  }
  const facade = { invokeMethod: (...call: unknown[]) => void sent.push(call) };
  class HostBridge {
    m_bridge = { sendMessageToHost: (message: unknown) => void sent.push(message) };
    sendMessageToHost(message: unknown) {
      this.m_bridge.sendMessageToHost(message);
    }
    sendMessageToHostAndExpectResponse(message: unknown) {
      this.m_bridge.sendMessageToHost(message);
      return new Promise(() => undefined);
    }
  }
  if (build.isFrozen === true) Object.freeze(facade);
  const document = {
    setSelectedDataAsync(...given: unknown[]) {
      if (build.commonApiGoesPast !== true) facade.invokeMethod({ id: "SetSelectedDataAsync" }, given);
    },
  };
  const executeRichApiRequestAsync = (...given: unknown[]) => {
    if (build.richApiGoesPast === true) sent.push(given);
    else facade.invokeMethod({ id: "ExecuteRichApiRequestAsync" }, given);
  };
  const realm = {
    Office: { context: { document } },
    Excel: { RequestContext: ClientRequestContext },
    OfficeExtension: { ClientRequestContext, ...(build.without === "bridge" ? {} : { HostBridge }) },
    OSF: {
      _OfficeAppFactory: { getHostFacade: () => (build.without === "facade" ? null : facade) },
      DDA: { RichApi: { executeRichApiRequestAsync } },
    },
  };
  return { realm: realm as unknown as OfficeRealm, sent };
}

it("stands where every way out passes it, and its self-test sends nothing", async () => {
  const { realm, sent } = officeOf({});
  const guard = await standGuard(realm);
  expect(guard.status()).toEqual({ state: "standing", allowed: 0, refused: [] });
  expect(() => guard.assertStanding()).not.toThrow();
  expect(sent).toEqual([]);
});

it("is put up once, however often it is asked for", async () => {
  const { realm } = officeOf({});
  expect(await standGuard(realm)).toBe(await standGuard(realm));
});

const failing: Readonly<Record<string, [Build, string]>> = {
  "the sync of a context is missing": [{ without: "sync" }, "a context's sync"],
  "the host facade is missing": [{ without: "facade" }, "the host facade"],
  "the native bridge is missing": [{ without: "bridge" }, "the native bridge"],
  "a hook cannot be put in place": [{ isFrozen: true }, "could not be put in place"],
  "contexts sync some other way": [{ syncGoesPast: true }, "range.values at a context's sync reached the probe"],
  "the self-test's probe is not used": [{ probeIsIgnored: true }, "a read at a context's sync ended in neither"],
  "RichApi goes past the facade": [{ richApiGoesPast: true }, "a hand-built write passed the host facade"],
  "the Common API goes past the facade": [{ commonApiGoesPast: true }, "a write of the Common API passed"],
};

it.each(Object.keys(failing))("fails closed where %s", async (name) => {
  const [build, why] = failing[name]!;
  const guard = await standGuard(officeOf(build).realm);
  expect(guard.status()).toEqual({ state: "failed", why: expect.stringContaining(why) as string });
  expect(() => guard.assertStanding()).toThrow("is not read because its read-only guard does not stand");
});

it("fails from the moment its place is swapped for another", async () => {
  const { realm } = officeOf({});
  const guard = await standGuard(realm);
  Object.assign(realm.OSF._OfficeAppFactory!, { getHostFacade: () => ({ invokeMethod: () => undefined }) });
  expect(() => guard.assertStanding()).toThrow("taken away");
  expect(guard.status().state).toBe("failed");
});
