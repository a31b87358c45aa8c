import { byId, el } from '../dom.js';

/** In three parts, of which a phone shows only the middle one. */
const TEXTS = {
  online: () => ['', 'connected', ''],
  connecting: () => ['', 'connecting…', ''],
  offline: () => ['', 'offline', ', waiting for a network'],
  waiting: ({ until }) => ['not connected, ', `next try in ${Math.max(0, Math.ceil((until - Date.now()) / 1000))} s`, ''],
};

/** Shows the connection's state: green, yellow or red, and in words. */
export function showConnection(connection) {
  const lamp = byId('indicator');
  const text = byId('indicator-text');
  let ticking = 0;

  function show() {
    const { state } = connection;
    lamp.dataset.state = state.kind;
    const [before, words, after] = TEXTS[state.kind](state);
    if (text.textContent !== before + words + after) {
      text.replaceChildren(more(before), words, more(after));
    }
    clearInterval(ticking);
    ticking = state.kind === 'waiting' ? setInterval(show, 500) : 0;
  }

  connection.addEventListener('state', show);
  show();
}

function more(words) {
  return el('span', { className: 'indicator-more' }, words);
}
