import { type GuardStatus } from "../../contracts/workbook-host";
import { GuardNotStanding } from "../office-errors";
import { type OfficeRealm } from "../office-realm";
import { type Guard, installGuard } from "./install-guard";
import { selfTest } from "./self-test";

export interface StandingGuard {
  status(): GuardStatus;
  /** Throws `office/guard-not-standing`; called before every request of ours. */
  assertStanding(): void;
}

const guards = new WeakMap<object, Promise<StandingGuard>>();

/** Installs the guard and tries it, once a page. Never rejects: where it fails, its status says why and nothing is read. */
export function standGuard(realm: OfficeRealm): Promise<StandingGuard> {
  const known = guards.get(realm.OfficeExtension);
  if (known !== undefined) return known;
  const standing = installAndTry(realm);
  guards.set(realm.OfficeExtension, standing);
  return standing;
}

async function installAndTry(realm: OfficeRealm): Promise<StandingGuard> {
  const installed = installGuard(realm);
  if (installed.kind === "impossible") return neverStanding(installed.why);
  const { guard } = installed;
  try {
    const why = await selfTest(realm, guard);
    if (why === null) guard.declareStanding();
    else guard.declareFailed(why);
  } catch (cause) {
    guard.declareFailed(`its self-test broke off (${String(cause)})`);
  }
  return watched(guard);
}

function watched(guard: Guard): StandingGuard {
  return {
    status: () => guard.status(),
    assertStanding() {
      if (!guard.hooksInPlace()) guard.declareFailed("its hooks were taken away after it was set up");
      const status = guard.status();
      if (status.state === "failed") throw new GuardNotStanding(status.why);
    },
  };
}

function neverStanding(why: string): StandingGuard {
  return {
    status: () => ({ state: "failed", why }),
    assertStanding() {
      throw new GuardNotStanding(why);
    },
  };
}
