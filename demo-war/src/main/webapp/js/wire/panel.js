import { byId, el } from '../dom.js';
import { count } from '../format.js';
import { Filter } from './filter.js';
import { frameRow } from './frame-row.js';
import { FrameLog } from './frame-log.js';
import { GROUPS } from './kinds.js';
import { walkRows } from './walk-rows.js';

const NEARLY = 40;

/** The wire panel: the frames of a connection as they pass, as far as the filter lets them. */
export class WirePanel {
  #log;
  #filter = new Filter();
  #rows = byId('wire-rows');
  #isRaw = false;
  #isPaused = false;
  #follows = true;
  #fresh = [];
  #behind = 0;

  constructor(sock) {
    this.#log = new FrameLog(sock, (frame) => this.#added(frame));
    byId('wire-kinds').append(...GROUPS.map((group) => this.#groupButton(group)));
    byId('wire-text').addEventListener('input', ({ target }) => {
      this.#filter.text = target.value;
      this.#showAll();
    });
    byId('wire-pretty').addEventListener('click', () => this.#showRaw(false));
    byId('wire-raw').addEventListener('click', () => this.#showRaw(true));
    byId('wire-pause').addEventListener('click', () => this.togglePause());
    byId('wire-clear').addEventListener('click', () => this.#clear());
    this.#rows.addEventListener('scroll', () => this.#scrolled(), { passive: true });
    new ResizeObserver(() => this.#follow()).observe(this.#rows);
    walkRows(this.#rows);
    this.#showCount();
  }

  focus() {
    byId('wire-text').focus();
  }

  /** While paused, frames are recorded, but the rows stand still. */
  togglePause() {
    this.#isPaused = !this.#isPaused;
    byId('wire-pause').setAttribute('aria-pressed', this.#isPaused);
    if (!this.#isPaused) {
      this.#showAll();
    }
    this.#showCount();
  }

  #added(frame) {
    if (this.#isPaused) {
      this.#behind += 1;
      this.#showCount();
      return;
    }
    if (this.#fresh.push(frame) === 1) {
      requestAnimationFrame(() => this.#showFresh());
    }
    if (this.#fresh.length > this.#log.frames.length) {
      // A window in the background is not painted.
      this.#fresh.shift();
    }
  }

  #showFresh() {
    const frames = this.#fresh.splice(0).filter((frame) => this.#filter.accepts(frame));
    this.#rows.append(...frames.map((frame) => frameRow(frame, this.#isRaw)));
    while (this.#rows.children.length > this.#log.frames.length) {
      this.#rows.firstElementChild.remove();
    }
    this.#follow();
    this.#showCount();
  }

  #showAll() {
    this.#behind = 0;
    this.#fresh = [...this.#log.frames];
    this.#rows.replaceChildren();
    this.#showFresh();
  }

  #showRaw(isRaw) {
    this.#isRaw = isRaw;
    byId('wire-raw').setAttribute('aria-pressed', isRaw);
    byId('wire-pretty').setAttribute('aria-pressed', !isRaw);
    this.#showAll();
  }

  #clear() {
    this.#log.clear();
    this.#showAll();
  }

  #groupButton(group) {
    const pressed = this.#filter.groups.has(group);
    const button = el('button', { type: 'button', className: 'kind', data: { group }, aria: { pressed } }, group);
    button.addEventListener('click', () => {
      this.#filter.toggle(group);
      button.setAttribute('aria-pressed', this.#filter.groups.has(group));
      this.#showAll();
    });
    return button;
  }

  #showCount() {
    const shown = this.#rows.children.length;
    const { total } = this.#log;
    const of = shown === total ? '' : `${shown} of `;
    byId('wire-count').textContent = of + count(total, 'frame');
    byId('wire-pause').textContent = this.#isPaused ? `Resume${this.#behind ? ` (${this.#behind})` : ''}` : 'Pause';
  }

  #follow() {
    if (this.#follows) {
      this.#rows.scrollTop = this.#rows.scrollHeight;
    }
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.#rows;
    this.#follows = scrollHeight - scrollTop - clientHeight < NEARLY;
  }
}
