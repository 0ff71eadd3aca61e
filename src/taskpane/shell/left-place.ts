/** Where a reader stood before something was opened over it. */
export interface LeftPlace {
  readonly focused: HTMLElement | null;
  readonly panel: HTMLElement | null;
  readonly scrollTopPx: number;
}

export function placeLeft(): LeftPlace {
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  const panel = focused?.closest<HTMLElement>("[role=tabpanel]") ?? null;
  return { focused, panel, scrollTopPx: panel?.scrollTop ?? 0 };
}

/** Puts the reader back; on the tab, where what they left is no longer there. */
export function returnTo(place: LeftPlace | undefined, tab: string): void {
  if (place?.focused?.isConnected !== true) {
    document.getElementById(`tab-${tab}`)?.focus();
    return;
  }
  if (place.panel !== null) place.panel.scrollTop = place.scrollTopPx;
  place.focused.focus({ preventScroll: true });
}
