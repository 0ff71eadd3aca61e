import { useEffect } from "react";

/** Escape leads back, unless it means something else where the reader stands: a field, a list, a drawer, a tooltip. */
export function useEscape(onEscape: (() => void) | null): void {
  useEffect(() => {
    if (onEscape === null) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      const at = event.target;
      if (at instanceof Element && at.closest("input, textarea, select, [role=dialog]") !== null) return;
      event.preventDefault();
      onEscape();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [onEscape]);
}
