const SVG = 'http://www.w3.org/2000/svg';
const LEFT = 46;
const EDGE = 5;

/** Draws a series as a line over time, as wide as its place: now is at the right, and each unit has its label. */
export class Plot {
  #svg;
  #span;
  #label;

  /** `label(value)` is a value with its unit. */
  constructor(svg, { span, label }) {
    this.#svg = svg;
    this.#span = span;
    this.#label = label;
  }

  /** `top` is the value at the upper end; zero is at the lower one. */
  draw(series, { gaps, now, top }) {
    const { clientWidth: width, clientHeight: height } = this.#svg;
    if (width === 0) return;
    const x = (time) => LEFT + (1 - (now - Math.max(time, now - this.#span)) / this.#span) * (width - LEFT - EDGE);
    const y = (value) => height - EDGE - (Math.min(value, top) / top) * (height - 2 * EDGE);
    const points = (line) => line.map(({ time, value }) => `${x(time).toFixed(1)} ${y(value).toFixed(1)}`);
    const lines = series.lines(gaps).map(points);
    const newest = series.samples.at(-1);
    this.#svg.replaceChildren(
      ...gaps.map(({ from, to }) => svg('rect', { class: 'plot-gap', x: x(from), y: 0, height, width: x(to) - x(from) })),
      ...[0, top].flatMap((value) => this.#gridLine(value, y(value), width)),
      // A line of one sample is a point: it is long enough for its round ends.
      svg('path', { class: 'plot-line', d: lines.map((line) => `M${line.join('L')}h.01`).join('') }),
      newest ? svg('circle', { class: 'plot-now', cx: x(newest.time), cy: y(newest.value), r: 2.5 }) : '',
    );
  }

  #gridLine(value, y, width) {
    const text = svg('text', { class: 'plot-label', x: LEFT - 5, y: y + 3.5 });
    text.textContent = this.#label(value);
    return [svg('path', { class: 'plot-grid', d: `M${LEFT} ${y}H${width - EDGE}` }), text];
  }
}

/** The next of 1, 2, 5, 10, 20, 50 and so on, so that axes do not jump with each value. */
export function roundUp(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map((step) => step * power).find((step) => step >= value);
}

function svg(tag, attributes) {
  const element = document.createElementNS(SVG, tag);
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  return element;
}
