import { alike } from './names-alike.js';

/** All rooms of the chat and how many people are in them, kept up to date by events. */
export class Directory extends EventTarget {
  #rooms = new Map();
  #id = 0;
  #isLoaded = false;
  #early = [];

  /** In the order of their making. */
  get rooms() {
    return [...this.#rooms.values()];
  }

  people(name) {
    return this.#rooms.get(alike(name))?.people ?? 0;
  }

  suspend() {
    this.#isLoaded = false;
    this.#early = [];
  }

  load({ id, rooms }) {
    this.#rooms = new Map(rooms.map((state) => [alike(state.room), state]));
    this.#id = id;
    this.#isLoaded = true;
    this.#early.splice(0).forEach(([kind, event]) => this.apply(kind, event));
    this.dispatchEvent(new Event('change'));
  }

  /** An event: `room` or `room-gone`. */
  apply(kind, event) {
    if (!this.#isLoaded) {
      this.#early.push([kind, event]);
    } else if (event.id > this.#id) {
      this.#id = event.id;
      if (kind === 'room') {
        this.#rooms.set(alike(event.room), event);
      } else {
        this.#rooms.delete(alike(event.room));
      }
      this.dispatchEvent(new Event('change'));
    }
  }
}
