import { KINDS } from './kinds.js';
import { Payload } from './payload.js';

const MOST_FRAMES = 500;
const MOST_OPEN = 1000;

/**
 * The last frames of a connection. Results carry no name on the wire: here they get that of their request, and the time
 * it took. Calls `added(frame)` for each.
 */
export class FrameLog {
  frames = [];
  total = 0;
  #requests = new Map();
  #added;

  constructor(sock, added) {
    this.#added = added;
    sock.on('frame', (frame) => this.#add(frame));
  }

  clear() {
    this.frames = [];
    this.total = 0;
  }

  #add({ payload, ...described }) {
    const frame = { ...described, kind: KINDS[described.type], payload: new Payload(payload) };
    this.#pair(frame);
    this.frames.push(frame);
    if (this.frames.length > MOST_FRAMES) {
      this.frames.shift();
    }
    this.total += 1;
    this.#added(frame);
  }

  #pair(frame) {
    const { type, direction, id, name, time } = frame;
    if (type === 'version') {
      this.#requests.clear();
    } else if (type === 'r' || type === 's') {
      this.#forgetOldest();
      this.#requests.set(direction + id, { name, time });
    } else if ('RSEe'.includes(type)) {
      const request = this.#requests.get((direction === 'in' ? 'out' : 'in') + id);
      if (request) {
        Object.assign(frame, { answers: request.name, took: time - request.time });
      }
    }
  }

  #forgetOldest() {
    if (this.#requests.size >= MOST_OPEN) {
      this.#requests.delete(this.#requests.keys().next().value);
    }
  }
}
