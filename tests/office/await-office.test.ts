import { awaitOffice } from "../../src/office/await-office";
import { type OfficeRealm } from "../../src/office/office-realm";

/** An office.js that came up in the given way. */
function realmOf(parts: { onReady?: () => Promise<unknown>; api?: boolean; withoutHooks?: boolean }): OfficeRealm {
  const onReady = parts.onReady ?? (() => Promise.resolve({ host: "Excel", platform: "PC" }));
  const hooks = {
    ClientRequestContext: { prototype: { syncPrivate: () => undefined } },
    HostBridge: { prototype: {} },
  };
  return {
    Office: { onReady, context: { requirements: { isSetSupported: () => parts.api ?? true } } },
    Excel: { run: () => undefined },
    OfficeExtension: parts.withoutHooks === true ? { ClientRequestContext: { prototype: {} } } : hooks,
    OSF: {},
  } as unknown as OfficeRealm;
}

it("gives the page's office.js once it has found Excel", async () => {
  const realm = realmOf({});
  expect(await awaitOffice({ realm })).toBe(realm);
});

const failing: Readonly<Record<string, [OfficeRealm, string]>> = {
  "office.js did not load": [{} as OfficeRealm, "office/not-in-host"],
  "the page is open in a plain browser": [
    realmOf({ onReady: () => Promise.resolve({ host: null, platform: null }) }),
    "office/not-in-host",
  ],
  "the pane was opened in Word": [realmOf({ onReady: () => Promise.resolve({ host: "Word" }) }), "office/not-in-host"],
  "the host never answers": [realmOf({ onReady: () => new Promise(() => undefined) }), "office/host-silent"],
  "the build is the legacy one": [realmOf({ withoutHooks: true }), "office/legacy-host"],
  "Excel lacks the API set we read with": [realmOf({ api: false }), "office/legacy-host"],
};

it.each(Object.keys(failing))("says so where %s", async (name) => {
  const [realm, code] = failing[name]!;
  await expect(awaitOffice({ realm, timeoutMs: 20 })).rejects.toMatchObject({ code });
});
