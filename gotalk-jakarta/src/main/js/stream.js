import { encodeJson } from './json.js';
import { Parts } from './parts.js';

/** Parts in both directions, as a program uses them. `stream` is behind it: as for Parts, and `{ op, writer, end() }`. */
export class Stream extends Parts {
  #stream;

  constructor(stream) {
    super(stream);
    this.#stream = stream;
    this.op = stream.op;
  }

  write(part) {
    const { writer } = this.#stream;
    if (part !== null && part !== undefined) return writer.write(part);
    // The reference ends a stream so.
    this.end();
    return false;
  }

  writeValue(value) {
    return this.write(encodeJson(value, `a part of "${this.op}"`) ?? '');
  }

  get ready() {
    return this.#stream.writer.ready;
  }

  send(source, options) {
    return this.#stream.writer.send(source, options);
  }

  end() {
    this.#stream.end();
  }
}

/** A stream request of this page. */
export class StreamRequest extends Stream {
  get result() {
    return this.bytes();
  }
}
