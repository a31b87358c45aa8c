// Browsers keep delays as signed 32-bit numbers and run anything longer at once.
const MAX_DELAY = 0x7fffffff;

/** Runs `action` after `ms`, however many. @returns a function that cancels it */
export function later(ms: number, action: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const arm = (left: number) => {
    timer = setTimeout(() => (left > MAX_DELAY ? arm(left - MAX_DELAY) : action()), Math.min(left, MAX_DELAY));
  };
  arm(ms);
  return () => clearTimeout(timer);
}

/** Milliseconds of the monotonic clock. */
export function now(): number {
  return performance.now();
}
