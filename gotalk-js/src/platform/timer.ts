// Browsers keep delays as signed 32-bit numbers and run anything longer at once.
const MAX_DELAY = 0x7fffffff;
/** How long a limit that is noticed late is put off at most, in milliseconds. */
const MAX_GRACE = 250;

/** Runs `action` after `ms`, however many. @returns a function that cancels it */
export function later(ms: number, action: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const arm = (left: number) => {
    timer = setTimeout(() => (left > MAX_DELAY ? arm(left - MAX_DELAY) : action()), Math.min(left, MAX_DELAY));
  };
  arm(ms);
  return () => clearTimeout(timer);
}

/**
 * As `later`, for a limit on how long the peer may take. A page that was blocked runs its timers before it reads what
 * has come meanwhile: a timer that fires late waits once more, as long as it was late, so that messages come first.
 */
export function deadline(ms: number, action: () => void): () => void {
  const due = now() + ms;
  let cancel = later(ms, () => (cancel = later(Math.min(Math.max(now() - due, 0), MAX_GRACE), action)));
  return () => cancel();
}

/** Milliseconds of the monotonic clock. */
export function now(): number {
  return performance.now();
}
