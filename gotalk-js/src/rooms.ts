import type { CallOutbox } from './calls/outbox.js';
import { decodeJson, encodeJson } from './wire/json.js';
import { JOIN, LEAVE } from './wire/names.js';
import { reportFailure } from './platform/reporting.js';
import { requested } from './caller.js';

/** What a page learns when it has joined a room. Ours. */
export interface Joined {
  /** Where the room's history stands, as the server writes it. */
  readonly position: string;
}

/** The rooms that the page has joined by itself. */
export class Rooms {
  #outbox: CallOutbox;
  #names = new Set<string>();

  constructor(outbox: CallOutbox) {
    this.#outbox = outbox;
  }

  async join(room: string): Promise<Joined> {
    const joined = decodeJson(await request(this.#outbox, JOIN, room), `the result of "${JOIN}"`);
    this.#names.add(room);
    return joined;
  }

  async leave(room: string): Promise<void> {
    this.#names.delete(room);
    await request(this.#outbox, LEAVE, room);
  }

  /** The session goes on, and its member is still in these rooms alone. */
  keep(rooms: string[]): void {
    this.#names.forEach((room) => rooms.includes(room) || this.#names.delete(room));
  }

  /**
   * Joins those again that a new session is not in.
   *
   * @param outbox of the session's connection: what waits comes after
   * @param isConnected whether that connection is there; else the next one asks again
   */
  rejoin(rooms: string[], outbox: CallOutbox, isConnected: () => boolean): void {
    for (const room of this.#names) {
      if (rooms.includes(room)) continue;
      request(outbox, JOIN, room).catch((error) => {
        if (!isConnected()) return;
        this.#names.delete(room);
        reportFailure(error);
      });
    }
  }

  forget(): void {
    this.#names.clear();
  }
}

function request(outbox: CallOutbox, op: string, room: string) {
  return requested(outbox, op, encodeJson(room, 'the name of a room'));
}
