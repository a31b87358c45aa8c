/**
 * Runs `action` when the page goes away for good: one that the browser may show again as it was only pauses. Where there are
 * no pages, never.
 *
 * @returns what stops it
 */
export function onPageEnd(action: () => void): () => void {
  const hidden = (event: Event) => {
    if (!(event as PageTransitionEvent).persisted) action();
  };
  globalThis.addEventListener?.('pagehide', hidden);
  return () => globalThis.removeEventListener?.('pagehide', hidden);
}
