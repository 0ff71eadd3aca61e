import { AppError } from "../contracts/app-error";

/** Another process (or an earlier open in this one) works in the folder. */
export class FolderInUseError extends AppError {
  readonly code = "storage/folder-in-use";

  constructor(folder: string, holder: { pid: number; host: string }, lockFile: string) {
    super(
      `The data folder ${folder} is in use by process ${holder.pid} on ${holder.host}. Stop that process, or choose another folder with --data.`,
      { details: { folder, pid: holder.pid, host: holder.host, lockFile } },
    );
  }
}

/** The folder or server cannot be opened at all: no permission, not a folder, nothing listening. */
export class CannotOpenStoreError extends AppError {
  readonly code = "storage/cannot-open";

  constructor(where: string, why: string, cause?: unknown) {
    super(`The store at ${where} cannot be opened: ${why}.`, { details: { where }, cause });
  }
}

/** Written by a newer Marginalia: reading it with this one could misread it. */
export class SchemaTooNewError extends AppError {
  readonly code = "storage/schema-too-new";

  constructor(where: string, found: number, known: number) {
    super(
      `The store at ${where} was written by a newer version (schema ${found}; this version knows ${known}). Update Marginalia, or choose another data folder.`,
      { details: { where, found, known } },
    );
  }
}

/** Somebody took the lock from under us; writing on could corrupt the folder. */
export class LockLostError extends AppError {
  readonly code = "storage/lock-lost";

  constructor(folder: string) {
    super(`The lock on the data folder ${folder} was taken by another process; this one has stopped using it.`, {
      details: { folder },
    });
  }
}

export class StoreClosedError extends AppError {
  readonly code = "storage/closed";

  constructor() {
    super("The store is closed; open it again to go on.");
  }
}

/** The database refused a statement: a full disk, a lost connection, or a fault of ours. */
export class QueryFailedError extends AppError {
  readonly code = "storage/query-failed";

  constructor(why: string, cause?: unknown) {
    super(`The store could not carry out a statement: ${why}.`, { cause });
  }
}

/** A tenant is named in settings of the database and in messages: letters, digits and hyphens are enough. */
export class TenantNameError extends AppError {
  readonly code = "storage/tenant-name";

  constructor(tenant: string) {
    super(
      `"${tenant.slice(0, 80)}" cannot name a tenant: use 1 to 63 small letters, digits, hyphens or underscores, a letter or digit first.`,
    );
  }
}
