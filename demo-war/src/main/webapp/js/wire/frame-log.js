import { kindOf } from './kinds.js';
import { Payload } from './payload.js';

const MOST_FRAMES = 500;
const MOST_OPEN = 1000;
/** A file has a thousand parts, which would bury everything else. */
const MOST_PARTS = 5;

/**
 * The last frames of a connection. Results carry no name on the wire: here they get that of their request, and the time
 * it took. Of a long stream there are the first parts and the end, which knows how many were left out. Calls
 * `added(frame)` for each.
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
    const frame = { ...described };
    this.total += 1;
    if (!this.#pair(frame)) return;
    frame.kind = kindOf(frame.type, frame.name ?? frame.answers);
    frame.payload = new Payload(payload);
    this.frames.push(frame);
    if (this.frames.length > MOST_FRAMES) {
      this.frames.shift();
    }
    this.#added(frame);
  }

  /** @returns whether the frame is to be kept */
  #pair(frame) {
    const { type, direction, id, name, time } = frame;
    if (type === 'version') {
      this.#requests.clear();
    } else if (type === 'r' || type === 's') {
      this.#forgetOldest();
      this.#requests.set(direction + id, { name, time, parts: { p: 0, S: 0 } });
    } else if ('pRSEe'.includes(type)) {
      const isAnswer = type !== 'p';
      const request = this.#requests.get((isAnswer === (direction === 'in') ? 'out' : 'in') + id);
      if (request) {
        const isLast = isAnswer && (type !== 'S' || frame.size === 0);
        Object.assign(frame, { answers: request.name }, isLast ? { took: time - request.time } : {});
        return this.#isKept(frame, request.parts);
      }
    }
    return true;
  }

  #isKept(frame, parts) {
    if (!(frame.type in parts)) return true;
    if (frame.size > 0) {
      parts[frame.type] += 1;
      return parts[frame.type] <= MOST_PARTS;
    }
    frame.leftOut = Math.max(0, parts[frame.type] - MOST_PARTS);
    return true;
  }

  #forgetOldest() {
    if (this.#requests.size >= MOST_OPEN) {
      this.#requests.delete(this.#requests.keys().next().value);
    }
  }
}
