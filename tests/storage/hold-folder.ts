import { lockFolder } from "../../src/storage/folder-lock";

/** A process of its own that takes a folder's lock, says so, and lives until it is killed. */
void lockFolder(process.argv[2] ?? "").then(() => {
  process.stdout.write("held\n");
  setInterval(() => undefined, 1000);
});
