import { windowMemory } from './storage.js';

/**
 * Lets what waits to be sent outlive a reload. Like the window's secret it is stored only while the page is not there: a
 * duplicated window must not send the messages of the original.
 */
export function keepPending(chat) {
  for (const { room, ref, text, state, error } of windowMemory.read('pending') ?? []) {
    chat.room(room)?.addPending(ref, text, state === 'failed' ? state : 'waiting', error);
  }
  windowMemory.write('pending', null);
  addEventListener('pagehide', () => windowMemory.write('pending', allPending(chat)));
  addEventListener('pageshow', () => windowMemory.write('pending', null));
}

function allPending({ rooms }) {
  return [...rooms.values()].flatMap(({ name, pending }) => pending.map((entry) => ({ ...entry, room: name })));
}
