// Browsers keep delays as signed 32-bit numbers and run anything longer at once.
const LONGEST = 0x7fffffff;

/** Runs `action` after `ms`, however many. @returns a function that calls it off */
export function later(ms, action) {
  let timer;
  const arm = (left) => {
    timer = setTimeout(() => (left > LONGEST ? arm(left - LONGEST) : action()), Math.min(left, LONGEST));
  };
  arm(ms);
  return () => clearTimeout(timer);
}

/** Milliseconds of a clock that nobody can set. */
export function now() {
  return performance.now();
}
