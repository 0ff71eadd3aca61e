/**
 * Gives how to end a listening that may not have begun yet: the host answers later, and the one who asked may be gone
 * by then. A host that refuses to be listened to is borne in silence: what was read stands, with the time it was read.
 */
export function stopWhenGone(listening: Promise<() => void>): () => void {
  let isGone = false;
  let unsubscribe: (() => void) | null = null;
  listening.then(
    (stopListening) => {
      if (isGone) stopListening();
      else unsubscribe = stopListening;
    },
    () => undefined,
  );
  return () => {
    isGone = true;
    unsubscribe?.();
  };
}
