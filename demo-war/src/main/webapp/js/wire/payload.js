const MOST_KEPT = 64 * 1024;
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
const HEX_SHOWN = 512;

/** What a frame carries, as it can be shown. Of a big one only the beginning is kept. */
export class Payload {
  /** As text, or as hex digits where it is none. */
  text;
  isCut = false;
  #isHex = false;

  constructor(payload) {
    if (typeof payload === 'string') {
      this.#keep(payload);
    } else if (payload instanceof Blob) {
      this.#keep(`(a Blob of ${payload.size} bytes)`);
    } else {
      this.#keepBytes(payload ?? new Uint8Array());
    }
  }

  get isEmpty() {
    return this.text === '';
  }

  /** Of one that is cut, whether it begins like JSON. */
  get isJson() {
    return !this.#isHex && (this.isCut ? /^\s*[[{"]/.test(this.text) : this.#parsed() !== undefined);
  }

  /** In one line, for a row. */
  preview(length) {
    const line = this.text.slice(0, length * 2).replace(/\s+/g, ' ');
    return line.length > length || this.isCut ? `${line.slice(0, length)}…` : line;
  }

  /** JSON with its structure laid out; anything else as it is. */
  pretty() {
    if (this.isCut) return `${this.text}…`;
    return this.isJson ? JSON.stringify(this.#parsed(), null, 2) : this.text;
  }

  #parsed() {
    try {
      return JSON.parse(this.text);
    } catch {
      return undefined;
    }
  }

  #keepBytes(bytes) {
    try {
      this.#keep(new TextDecoder('utf-8', { fatal: bytes.length <= MOST_KEPT }).decode(bytes.subarray(0, MOST_KEPT)));
      this.isCut ||= bytes.length > MOST_KEPT;
    } catch {
      this.#keepHex(bytes);
      return;
    }
    if (CONTROL.test(this.text)) {
      this.#keepHex(bytes);
    }
  }

  #keep(text) {
    this.text = text.slice(0, MOST_KEPT);
    this.isCut = text.length > MOST_KEPT;
  }

  #keepHex(bytes) {
    this.#isHex = true;
    const shown = bytes.subarray(0, HEX_SHOWN);
    this.text = Array.from(shown, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
    this.isCut = bytes.length > HEX_SHOWN;
  }
}
