const WINDOW = 3000;

/** How fast something goes, over the last seconds. */
export class Rate {
  #marks = [];

  add(done) {
    const now = performance.now();
    this.#marks.push({ now, done });
    while (this.#marks.length > 2 && now - this.#marks[0].now > WINDOW) {
      this.#marks.shift();
    }
  }

  /** In units a second; 0 where it is not known yet. */
  get perSecond() {
    const [first, last] = [this.#marks[0], this.#marks.at(-1)];
    const time = last ? last.now - first.now : 0;
    return time > 0 ? ((last.done - first.done) / time) * 1000 : 0;
  }
}
