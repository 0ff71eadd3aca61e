/** What the pane remembers on this machine between openings: small texts by key. */
export interface PaneMemory {
  read(key: string): string | null;
  write(key: string, value: string): void;
}

/**
 * The browser's storage under the host's partition, as the platform asks (one key per embedding site), so two
 * hosts of the same pane never see each other's notes. A browser that forbids storage costs memory, not the pane.
 */
export function browserMemory(partition: string | null): PaneMemory {
  const unsaved = new Map<string, string>();
  const fullKey = (key: string): string => `${partition ?? ""}marginalia/${key}`;
  return {
    read: (key) => {
      try {
        return localStorage.getItem(fullKey(key)) ?? unsaved.get(key) ?? null;
      } catch {
        return unsaved.get(key) ?? null;
      }
    },
    write: (key, value) => {
      unsaved.set(key, value);
      try {
        localStorage.setItem(fullKey(key), value);
      } catch {
        // Storage is full or forbidden: the note lives as long as the pane does.
      }
    },
  };
}
