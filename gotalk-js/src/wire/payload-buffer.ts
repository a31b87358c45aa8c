import { decodeUtf8 } from './text.js';

const FIRST_CAPACITY = 4096;

/** Gathers a payload in pieces. Its memory grows with the bytes that came, never with the size that was announced. */
export class PayloadBuffer {
  #size: number;
  #bytes: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  #length = 0;
  #isText = true;

  constructor(size: number) {
    this.#size = size;
  }

  get missing(): number {
    return this.#size - this.#length;
  }

  append(bytes: Uint8Array<ArrayBuffer>, isText: boolean): void {
    this.#isText &&= isText;
    if (this.#length === 0 && bytes.length === this.#size) {
      // A view would keep all of a packed WebSocket message alive for the sake of one payload.
      this.#bytes = bytes.length === bytes.buffer.byteLength ? bytes : bytes.slice();
    } else {
      this.#reserve(this.#length + bytes.length);
      this.#bytes.set(bytes, this.#length);
    }
    this.#length += bytes.length;
  }

  /** The complete payload: a string where all of it came as text, as in the reference. */
  take(): Uint8Array<ArrayBuffer> | string {
    return this.#isText ? decodeUtf8(this.#bytes) : this.#bytes;
  }

  #reserve(needed: number): void {
    if (needed <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.min(this.#size, Math.max(needed, 2 * this.#bytes.length, FIRST_CAPACITY)));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }
}
