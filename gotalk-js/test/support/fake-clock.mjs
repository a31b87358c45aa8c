const real = {
  setTimeout: globalThis.setTimeout,
  clearTimeout: globalThis.clearTimeout,
  now: performance.now,
  dateNow: Date.now,
};

/** Time that passes only when the test says so. */
export class FakeClock {
  #now = 0;
  #next = 1;
  #timers = new Map();

  install() {
    globalThis.setTimeout = (action, ms) => {
      this.#timers.set(this.#next, { at: this.#now + Math.max(0, ms), action });
      return this.#next++;
    };
    globalThis.clearTimeout = (id) => this.#timers.delete(id);
    performance.now = () => this.#now;
    Date.now = () => 1_800_000_000_000 + this.#now;
    return this;
  }

  uninstall() {
    Object.assign(globalThis, { setTimeout: real.setTimeout, clearTimeout: real.clearTimeout });
    performance.now = real.now;
    Date.now = real.dateNow;
  }

  /** Lets `ms` pass and runs what falls due, in order. */
  pass(ms) {
    const until = this.#now + ms;
    for (;;) {
      const due = [...this.#timers].filter(([, timer]) => timer.at <= until).sort(([, a], [, b]) => a.at - b.at)[0];
      if (!due) break;
      const [id, timer] = due;
      this.#timers.delete(id);
      this.#now = timer.at;
      timer.action();
    }
    this.#now = until;
  }

  /** Lets `ms` pass without running anything, as where a page is busy. */
  block(ms) {
    this.#now += ms;
  }

  /** Runs the timer that is due first, at the time it is now. */
  runNext() {
    const [id, timer] = [...this.#timers].sort(([, a], [, b]) => a.at - b.at)[0];
    this.#timers.delete(id);
    timer.action();
  }

  /** How long until the next timer falls due; undefined where there is none. */
  get untilNext() {
    const times = [...this.#timers.values()].map((timer) => timer.at - this.#now);
    return times.length > 0 ? Math.min(...times) : undefined;
  }
}
