import { MOST_BYTES } from './limits.js';
import { randomMark } from '../storage.js';
import { Rate } from './rate.js';
import { sizeOf } from '../format.js';

const PATIENCE = 30_000;

/**
 * A file on its way to a room. `state` is `waiting`, `sending`, `failed`, or `refused`, which is failed for good. Event
 * `change` comes with each change of it and with each part that went out.
 */
export class Upload extends EventTarget {
  ref = randomMark();
  state = 'waiting';
  error = '';
  sent = 0;
  rate = new Rate();
  #cancel = new AbortController();

  constructor(room, file) {
    super();
    this.room = room;
    this.file = file;
    if (file.size === 0 || file.size > MOST_BYTES) {
      this.become('refused', file.size === 0 ? 'It is empty.' : `It is larger than ${sizeOf(MOST_BYTES)}.`);
    }
  }

  get isCancelled() {
    return this.#cancel.signal.aborted;
  }

  become(state, error = '') {
    Object.assign(this, { state, error });
    this.#changed();
  }

  cancel() {
    this.#cancel.abort();
  }

  /** Streams it: first what it is, then its bytes. Done when the server has all of it and shows it to the room. */
  async send(sock) {
    const { room, file, ref } = this;
    this.#progressed(0);
    const stream = sock.streamRequest('file/upload', { signal: this.#cancel.signal, timeout: PATIENCE });
    const answer = stream.json();
    answer.catch(() => {});
    stream.writeValue({ room: room.name, name: file.name, type: file.type, size: file.size, ref });
    try {
      await stream.send(file, { progress: (sent) => this.#progressed(sent) });
      stream.end();
    } catch (error) {
      // The server may know the file already, and then wants no more of it.
      if (error.name !== 'StreamEndedError') {
        stream.close();
        throw error;
      }
    }
    return answer;
  }

  #progressed(sent) {
    this.sent = sent;
    if (sent === 0) {
      this.rate = new Rate();
    }
    this.rate.add(sent);
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}
