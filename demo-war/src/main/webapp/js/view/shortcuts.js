import { browserMemory } from '../storage.js';
import { byId, el } from '../dom.js';

/**
 * Keys that work outside of text fields, so that they never get in the way of typing, and Alt with an arrow, which works
 * everywhere. `actions` is a list of `[key, what it does, action]`. Single keys can be switched off in the help.
 */
export function shortcuts(actions, { previousRoom, nextRoom }) {
  const bySign = new Map(actions.map(([key, , action]) => [key, action]));
  const dialog = byId('help-dialog');
  const single = byId('single-keys');
  single.checked = browserMemory.read('singleKeys') !== false;
  single.addEventListener('change', () => browserMemory.write('singleKeys', single.checked));
  byId('help').addEventListener('click', () => dialog.showModal());
  byId('help-keys').append(
    ...keyRow('Enter', 'send, Shift+Enter for a new line'),
    ...keyRow('Alt ↑ ↓', 'room before, room after'),
    ...keyRow('Esc', 'leave a text field'),
    ...actions.flatMap(([key, what]) => keyRow(key, what)),
  );

  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      (event.key === 'ArrowUp' ? previousRoom : nextRoom)();
    } else if (event.key === 'Escape' && isTextField(event.target)) {
      event.target.blur();
    } else if (isPlain(event) && single.checked && !isTextField(event.target) && bySign.has(event.key)) {
      event.preventDefault();
      bySign.get(event.key)();
    }
  });
}

function keyRow(key, what) {
  return [el('dt', {}, el('kbd', {}, key)), el('dd', {}, what)];
}

function isPlain({ ctrlKey, metaKey, altKey }) {
  return !ctrlKey && !metaKey && !altKey;
}

function isTextField(element) {
  return element instanceof Element && element.matches('input, textarea, select');
}
