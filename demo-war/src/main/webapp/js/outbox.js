import { randomMark } from './storage.js';
import { sentenceOf } from './format.js';

/** So many messages may wait in this page, in all rooms together. */
export const MOST_PENDING = 50;

const MOST_SILENCES = 3;

/**
 * Takes what was typed to the server: in each room one message after the other, as soon as the page is in that room, and
 * again when a connection ended before the answer. The server knows a message by its `ref` and does not say it twice.
 */
export class Outbox {
  #chat;
  #say;
  #connection;
  #busy = new Set();

  /** `say(room, entry)` promises the message as the server has it. */
  constructor(chat, connection, say) {
    this.#chat = chat;
    this.#connection = connection;
    this.#say = say;
  }

  get isFull() {
    return [...this.#chat.rooms.values()].reduce((sum, { pending }) => sum + pending.length, 0) >= MOST_PENDING;
  }

  /** @returns whether there was room for it */
  add(room, text) {
    if (this.isFull) return false;
    room.addPending(randomMark(), text);
    this.flush(room);
    return true;
  }

  /** Sends what waits for this room, unless that is under way. */
  async flush(room) {
    if (this.#busy.has(room)) return;
    this.#busy.add(room);
    for (let entry = this.#next(room); entry; entry = this.#next(room)) {
      await this.#send(room, entry);
    }
    this.#busy.delete(room);
  }

  async #send(room, entry) {
    room.markPending(entry, 'sending');
    try {
      room.confirmPending(await this.#say(room, entry));
    } catch (error) {
      if (this.#isConnectedTo(room)) {
        this.#failed(room, entry, error);
      } else {
        room.markPending(entry, 'waiting');
      }
    }
  }

  #failed(room, entry, error) {
    const isSilence = error.name === 'TimeoutError';
    entry.silences += isSilence ? 1 : 0;
    if (isSilence && entry.silences < MOST_SILENCES) {
      this.#connection.reconnect();
    } else {
      room.markPending(entry, 'failed', isSilence ? 'The server does not answer.' : sentenceOf(error.message));
    }
  }

  #next(room) {
    return this.#isConnectedTo(room) ? room.pending.find(({ state }) => state === 'waiting') : undefined;
  }

  #isConnectedTo(room) {
    return room.isLoaded && this.#connection.isOpen;
  }
}
