import { MOST_KEPT_BYTES } from './limits.js';

const PATIENCE = 30_000;

/** Fetches files, and keeps those that were fetched to be looked at. */
export class Downloads {
  #sock;
  #kept = new Map();
  #last = Promise.resolve();

  constructor(sock) {
    this.#sock = sock;
  }

  /** The content, as bytes of no type: nothing that somebody sent may become a page. */
  async fetch({ id, size }, { progress = () => {}, signal } = {}) {
    if (this.#kept.has(id)) return this.#kept.get(id);
    const parts = [];
    let received = 0;
    for await (const part of this.#sock.requestParts('file/download', id, { signal, timeout: PATIENCE })) {
      parts.push(part);
      received += part.length;
      if (received > size) break;
      progress(received);
    }
    if (received !== size) {
      throw new Error('the server sent another number of bytes than it said');
    }
    return new Blob(parts, { type: 'application/octet-stream' });
  }

  /** The same, for something small that will be asked for again. One comes after the other. */
  fetchToKeep(file) {
    const fetched = this.#last.then(() => this.fetch(file));
    this.#last = fetched.then(
      (blob) => this.#keep(file.id, blob),
      () => {},
    );
    return fetched;
  }

  #keep(id, blob) {
    this.#kept.delete(id);
    this.#kept.set(id, blob);
    let bytes = [...this.#kept.values()].reduce((sum, { size }) => sum + size, 0);
    for (const [oldest, { size }] of this.#kept) {
      if (bytes <= MOST_KEPT_BYTES) break;
      this.#kept.delete(oldest);
      bytes -= size;
    }
  }
}

/** Hands a Blob to the browser to be stored under this name. */
export function save(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has begun to read by then; before, some would store nothing.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
