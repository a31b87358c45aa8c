import { type NormalPayload, type Payload, payloadSize } from '../wire/payload.js';
import { partsOf, partsOfSource, sizeOfSource, type Source } from './parts-of.js';
import { warnDeveloper } from '../platform/reporting.js';
import type { WriteReadiness } from '../calls/write-readiness.js';

export interface SendOptions {
  /** Hears after each part how many bytes were handed over, and how many there are where that is known. */
  progress?(sent: number, total: number | undefined): void;
}

/** Writes the parts of one stream. */
export class PartWriter {
  #readiness: WriteReadiness;
  #put: (part: NormalPayload) => void;
  /** Why nothing more goes out: anything but undefined. */
  #closed: unknown;
  #onClose = new Set<(reason: unknown) => void>();

  /** @param put sends one part */
  constructor(readiness: WriteReadiness, put: (part: NormalPayload) => void) {
    this.#readiness = readiness;
    this.#put = put;
  }

  /** @returns whether more may be written at once */
  write(value: Payload): boolean {
    if (this.#closed !== undefined) {
      warnDeveloper('nothing is written:', this.#closed);
      return false;
    }
    for (const part of partsOf(value)) this.#put(part);
    return this.#readiness.isReady;
  }

  /** A promise that more may be written. It fails when the stream ends. */
  get ready(): Promise<void> {
    return this.#unlessClosed(this.#readiness.wait());
  }

  async send(source: Source, { progress }: SendOptions = {}): Promise<void> {
    const total = sizeOfSource(source);
    let stop = () => {};
    const parts = partsOfSource(source, (action) => (stop = action));
    let sent = 0;
    try {
      for (;;) {
        await this.ready;
        const { done, value } = await this.#unlessClosed(parts.next());
        if (done) return;
        this.write(value as Payload);
        sent += payloadSize(value as NormalPayload);
        progress?.(sent, total);
      }
    } finally {
      stop();
      // Not waited for: a source that is stuck would keep its reader from hearing that the stream has ended.
      parts.return().catch(() => {});
    }
  }

  /** Nothing more goes out; pending promises fail with `reason`. */
  close(reason: unknown): void {
    if (this.#closed !== undefined) return;
    this.#closed = reason;
    this.#onClose.forEach((reject) => reject(reason));
    this.#onClose.clear();
  }

  #unlessClosed<T>(promise: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#closed !== undefined) {
        reject(this.#closed);
        return;
      }
      this.#onClose.add(reject);
      promise.then(resolve, reject).finally(() => this.#onClose.delete(reject));
    });
  }
}
