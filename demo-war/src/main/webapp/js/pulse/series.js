/** The last minutes of something that is measured. Times are milliseconds of `performance.now()`. */
export class Series {
  samples = [];
  #span;
  #silence;

  /** Forgets what is older than `span`; samples more than `silence` apart do not belong to one line. */
  constructor({ span, silence }) {
    this.#span = span;
    this.#silence = silence;
  }

  get last() {
    return this.samples.at(-1)?.value;
  }

  get most() {
    return Math.max(...this.samples.map(({ value }) => value));
  }

  get least() {
    return Math.min(...this.samples.map(({ value }) => value));
  }

  add(time, value) {
    this.samples.push({ time, value });
    this.forget(time);
  }

  forget(now) {
    this.samples = this.samples.filter(({ time }) => time >= now - this.#span);
  }

  /** The samples as lines: each ends where something is missing, be it silence or one of the gaps `{from, to}`. */
  lines(gaps) {
    const lines = [];
    this.samples.forEach((sample, i) => {
      const before = this.samples[i - 1];
      if (before && sample.time - before.time <= this.#silence && !gaps.some((gap) => isBetween(gap, before, sample))) {
        lines.at(-1).push(sample);
      } else {
        lines.push([sample]);
      }
    });
    return lines;
  }
}

function isBetween({ from, to }, before, after) {
  return from <= after.time && to >= before.time;
}
