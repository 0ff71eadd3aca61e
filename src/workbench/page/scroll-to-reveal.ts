/** One direction of a scrolled view, in pixels. */
export interface ScrolledSpan {
  readonly start: number;
  readonly end: number;
  readonly viewStart: number;
  readonly viewSize: number;
}

/**
 * Where to scroll so that the span is seen: nowhere if it is; else the nearest edge, or, for a jump, with room
 * around it. A span larger than the view shows its start.
 */
export function scrollToReveal({ start, end, viewStart, viewSize }: ScrolledSpan, isJump: boolean): number {
  const size = end - start;
  if (start >= viewStart && end <= viewStart + viewSize) return viewStart;
  if (size > viewSize) return start;
  if (isJump) return Math.max(0, start - (viewSize - size) / 3);
  return start < viewStart ? start : end - viewSize;
}
