import { partsOf, partsOfSource, sizeOfSource } from './cut.js';
import { payloadSize } from './payload.js';
import { warnDeveloper } from './reporting.js';

/** The way out of one stream. `put(part)` sends one part. */
export class PartWriter {
  #room;
  #put;
  #closed = null;
  #onClose = new Set();

  constructor(room, put) {
    this.#room = room;
    this.#put = put;
  }

  get isOpen() {
    return this.#closed === null;
  }

  /** @returns whether more is welcome at once */
  write(value) {
    if (!this.isOpen) {
      warnDeveloper('nothing is written:', this.#closed);
      return false;
    }
    for (const part of partsOf(value)) this.#put(part);
    return this.#room.isFree;
  }

  /** A promise that more may be written. It fails when the stream ends. */
  get ready() {
    return this.#unlessClosed(this.#room.wait());
  }

  async send(source, { progress } = {}) {
    const total = sizeOfSource(source);
    let stop = () => {};
    const parts = partsOfSource(source, (action) => (stop = action));
    let sent = 0;
    try {
      for (;;) {
        await this.ready;
        const { done, value } = await this.#unlessClosed(parts.next());
        if (done) return;
        this.write(value);
        sent += payloadSize(value);
        progress?.(sent, total);
      }
    } finally {
      stop();
      // Not waited for: a source that is stuck would keep its reader from hearing that the stream has ended.
      parts.return().catch(() => {});
    }
  }

  /** Nothing more goes out; whoever waits gets `reason`. */
  close(reason) {
    if (!this.isOpen) return;
    this.#closed = reason;
    this.#onClose.forEach((reject) => reject(reason));
    this.#onClose.clear();
  }

  #unlessClosed(promise) {
    return new Promise((resolve, reject) => {
      if (!this.isOpen) {
        reject(this.#closed);
        return;
      }
      this.#onClose.add(reject);
      promise.then(resolve, reject).finally(() => this.#onClose.delete(reject));
    });
  }
}
