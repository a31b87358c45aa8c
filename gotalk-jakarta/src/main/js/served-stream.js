import { MsgType } from './protocol.js';
import { errorText, streamError } from './errors.js';
import { encodeValue } from './payload.js';
import { PartQueue } from './part-queue.js';
import { PartWriter } from './part-writer.js';
import { Stream } from './stream.js';
import { warnDeveloper } from './reporting.js';

/**
 * One request of the peer that a stream handler answers. `peer` is where it came from: `send` and `answer`
 * `(t, id, payload)`, `room`, and the `sock` with the bounds; `over()` is called when nothing of it is left.
 */
export class ServedStream {
  #peer;
  #id;
  #over;
  #isOver = false;
  #hasParts = false;
  #requestEnded = false;
  #answerEnded = false;
  #endsWithHandler = false;

  constructor(peer, { id, name }, over) {
    this.#peer = peer;
    this.#id = id;
    this.#over = over;
    this.op = name;
    this.maxPayload = peer.sock.maxPayload;
    this.queue = new PartQueue(peer.sock.maxStreamBuffer, () => {});
    this.writer = new PartWriter(peer.room, (part) => this.#put(part));
    this.stream = new Stream(this);
  }

  /**
   * A returned promise says when the operation is over, and may bring the answer or its last part; what an async
   * generator yields are the parts. Any other handler ends the stream itself.
   */
  run(handler) {
    try {
      const returned = handler(this.stream, this.op);
      const isGenerator = returned !== this.stream && typeof returned?.[Symbol.asyncIterator] === 'function';
      this.#endsWithHandler = isGenerator || typeof returned?.then === 'function';
      if (this.#endsWithHandler) {
        this.#settle(isGenerator ? this.writer.send(encoded(returned, this.op)) : returned);
      } else if (returned !== undefined && returned !== this.stream) {
        warnDeveloper(`the handler of stream "${this.op}" is not async: the value it returned is not an answer`);
      }
    } catch (error) {
      this.#fail(error);
    }
  }

  part(payload) {
    if (!this.queue.push(payload)) {
      const { overflow } = this.queue;
      this.queue.drop(overflow);
      this.#refuse(overflow.message.replace('the stream', `stream of "${this.op}"`));
    }
  }

  requestEnd() {
    this.#requestEnded = true;
    this.queue.end(null);
    this.#finish();
  }

  end() {
    if (this.#answerEnded) return;
    this.#answer(MsgType.StreamRes, undefined);
  }

  /** The handler wants no more. */
  close() {
    this.queue.drop(null);
    this.end();
  }

  lost(error) {
    this.#answerEnded = true;
    this.#cease(error);
  }

  async #settle(promise) {
    try {
      const payload = encodeValue(await promise, `the result of "${this.op}"`);
      if (this.#answerEnded) {
        this.#cease(null);
      } else if (this.#hasParts) {
        if (payload !== undefined) this.writer.write(payload);
        this.#answer(MsgType.StreamRes, undefined);
      } else {
        this.#answer(MsgType.SingleRes, payload);
      }
    } catch (error) {
      this.#fail(error);
    }
    this.#endsWithHandler = false;
    this.#requestEnded = true;
    this.#finish();
  }

  get #ended() {
    return streamError('StreamEndedError', `the stream of "${this.op}" has ended`);
  }

  #put(part) {
    this.#peer.send(MsgType.StreamRes, this.#id, part);
    this.#hasParts = true;
  }

  #fail(error) {
    if (this.#answerEnded) return;
    warnDeveloper(`the handler of stream "${this.op}" failed:`, error);
    this.#refuse(errorText(error));
  }

  #refuse(text) {
    if (!this.#answerEnded) this.#answer(MsgType.ErrorRes, text);
    this.#cease(new Error(text));
  }

  #answer(t, payload) {
    this.#peer.answer(t, this.#id, payload);
    this.#answerEnded = true;
    this.writer.close(this.#ended);
    this.#finish();
  }

  /** Both halves are done, and no handler that says when it is done is still at it. */
  #finish() {
    if (this.#requestEnded && this.#answerEnded && !this.#endsWithHandler) this.#cease(null);
  }

  #cease(error) {
    if (this.#isOver) return;
    this.#isOver = true;
    const reason = error ?? this.#ended;
    this.writer.close(reason);
    this.queue.end(reason);
    this.#over();
  }
}

async function* encoded(values, op) {
  for await (const value of values) {
    const payload = encodeValue(value, `a part of "${op}"`);
    if (payload !== undefined) yield payload;
  }
}
