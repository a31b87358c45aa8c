import { el } from '../dom.js';
import { sizeOf } from '../format.js';

/** How far something has come: a bar, and in words how much, how fast. `what` names it for readers. */
export function transferBar(what, total, ...controls) {
  const bar = el('progress', { max: total, value: 0, aria: { label: what } });
  const words = el('span', { className: 'transfer-words' });
  const element = el('div', { className: 'transfer' }, bar, el('div', { className: 'transfer-line' }, words, ...controls));
  let drawn = 0;

  /** Many parts may come between two pictures: the last one counts. */
  function show(done, rate = 0) {
    cancelAnimationFrame(drawn);
    drawn = requestAnimationFrame(() => {
      bar.value = done;
      words.textContent = `${sizeOf(done)} of ${sizeOf(total)}${rate > 0 ? ` · ${sizeOf(Math.round(rate))}/s` : ''}`;
    });
  }

  show(0);
  return { element, show };
}
