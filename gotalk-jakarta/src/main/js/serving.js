import { makeResult, runHandler } from './answer.js';
import { ErrInvalidMsg, requestFailure } from './errors.js';
import { MsgType } from './protocol.js';
import { normalPayload } from './payload.js';
import { ServedStream } from './served-stream.js';

const SHORTEST_WAIT = 500;
const LONGEST_WAIT = 5000;

/** The peer's requests on one connection, within `sock.maxConcurrentRequests` and `sock.maxStreams`. */
export class Serving {
  #sock;
  #room;
  #connection;
  #running = 0;
  #streams = new Map();

  constructor(sock, room, connection) {
    this.#sock = sock;
    this.#room = room;
    this.#connection = connection;
  }

  get load() {
    const { maxConcurrentRequests, maxStreams } = this.#sock;
    const shares = [this.#running / maxConcurrentRequests, this.#streams.size / maxStreams];
    return Math.min(1, Math.max(...shares.map((share) => share || 0)));
  }

  request(header, payload) {
    const { handlers } = this.#sock;
    const handler = handlers.findRequestHandler(header.name);
    const streamHandler = handler ? null : handlers.findStreamRequestHandler?.(header.name);
    if (typeof handler === 'function') {
      this.#serve(handler, header, payload);
    } else if (typeof streamHandler === 'function') {
      if (!this.#clashes(header)) this.#serveStream(streamHandler, header, payload)?.requestEnd();
    } else {
      this.#refuse(header, `no such operation "${header.name}"`);
    }
  }

  streamRequest(header, payload) {
    const { name } = header;
    if (this.#clashes(header)) return;
    const { handlers } = this.#sock;
    const handler = handlers.findStreamRequestHandler?.(name);
    if (this.#sock.maxStreams === 0) {
      this.#refuse(header, 'stream requests not supported');
    } else if (typeof handler === 'function') {
      this.#serveStream(handler, header, payload);
    } else if (handlers.findRequestHandler(name)) {
      this.#refuse(header, `operation "${name}" takes no stream; request it as a whole`);
    } else {
      this.#refuse(header, `no such operation "${name}"`);
    }
  }

  /** A part of a stream that is over may have been under way. */
  part({ id }, payload) {
    const stream = this.#streams.get(id);
    if (payload === undefined) {
      stream?.requestEnd();
    } else {
      stream?.part(payload);
    }
  }

  closed(error) {
    const lost = requestFailure(error, true);
    [...this.#streams.values()].forEach((stream) => stream.lost(lost));
  }

  #serve(handler, header, payload) {
    if (this.#isBusy(header)) return;
    this.#running += 1;
    const answer = (t, value) => {
      this.#connection.answer(t, header.id, normalPayload(value));
      this.#running -= 1;
    };
    const result = makeResult(
      header.name,
      (value) => answer(MsgType.SingleRes, value),
      (text) => answer(MsgType.ErrorRes, text),
    );
    runHandler(handler, payload, result, header.name);
  }

  /** @returns the stream; nothing where it was refused */
  #serveStream(handler, header, payload) {
    if (this.#isBusy(header) || this.#isOver(this.#streams.size, this.#sock.maxStreams, header)) return undefined;
    this.#running += 1;
    const peer = {
      send: (t, id, part) => this.#connection.send(t, id, null, part),
      answer: (t, id, last) => this.#connection.answer(t, id, last),
      room: this.#room,
      sock: this.#sock,
    };
    const stream = new ServedStream(peer, header, () => {
      this.#running -= 1;
      this.#streams.delete(header.id);
    });
    this.#streams.set(header.id, stream);
    stream.run(handler);
    if (payload !== undefined) stream.part(payload);
    return stream;
  }

  /** An id of a stream that is open stands for that stream, and answers in parts could not be told from each other. */
  #clashes({ id }) {
    const isTaken = this.#streams.has(id);
    if (isTaken) this.#connection.fail(ErrInvalidMsg);
    return isTaken;
  }

  #isBusy(header) {
    return this.#isOver(this.#running, this.#sock.maxConcurrentRequests, header);
  }

  /** Whoever is refused should not come back together with all others. */
  #isOver(running, limit, { id }) {
    if (running < limit) return false;
    const wait = Math.round(SHORTEST_WAIT + Math.random() * (LONGEST_WAIT - SHORTEST_WAIT));
    this.#connection.answer(MsgType.RetryRes, id, `${limit} requests run already`, wait);
    return true;
  }

  #refuse({ id }, text) {
    this.#connection.answer(MsgType.ErrorRes, id, text);
  }
}
