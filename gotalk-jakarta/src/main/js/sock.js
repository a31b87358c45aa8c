import { binaryCodec } from './codec-binary.js';
import { callBack, callbackAndOptions, withCallback } from './callbacks.js';
import { decodeJson, encodeJson } from './json.js';
import { EventEmitter } from './events.js';
import { gotalk } from './namespace.js';
import { HEARTBEAT_MAX_LOAD, SUBPROTOCOL } from './protocol.js';
import { absoluteAddress } from './address.js';
import { KeepAlive } from './keepalive.js';
import { encodeValue, normalPayload } from './payload.js';
import { Session } from './session.js';

const MEBIBYTE = 1024 * 1024;

class Socket extends EventEmitter {
  ws = null;
  keepalive = null;
  heartbeat = null;
  sendBufferLimit = 100;
  maxPayload = 16 * MEBIBYTE;
  maxConcurrentRequests = 256;
  maxStreams = 16;
  maxStreamBuffer = MEBIBYTE;
  maxBuffered = 16 * MEBIBYTE;
  maxAttempts = 5;
  readTimeout = 60_000;
  handshakeTimeout = 30_000;
  subprotocol = SUBPROTOCOL;
  #heartbeatInterval = 20_000;
  #session = new Session(this);

  constructor(handlers, protocol) {
    super();
    this.handlers = handlers || gotalk.defaultHandlers;
    this.protocol = protocol || binaryCodec;
  }

  get heartbeatInterval() {
    return this.#heartbeatInterval;
  }

  set heartbeatInterval(ms) {
    if (ms !== 0 && !(ms >= 10)) {
      throw new RangeError(`heartbeatInterval must be at least 10 ms, or 0 for none, got ${ms}`);
    }
    this.#heartbeatInterval = ms;
  }

  open(address, callback) {
    const [to, told] = typeof address === 'function' ? [undefined, address] : [address, callback];
    this.#stopKeepAlive();
    this.#session.connect(to, (error) => told && callBack(told, error, error ? undefined : this));
    return this;
  }

  openKeepAlive(address) {
    const target = absoluteAddress(address);
    this.#stopKeepAlive();
    const connect = (opened, closed) => {
      this.emit('connecting');
      this.#session.connect(target, opened, closed);
    };
    this.keepalive = new KeepAlive(target, connect, (delay) => this.emit('waiting', { delay }));
    this.keepalive.enable();
    return this;
  }

  adoptWebSocket(ws) {
    this.#session.adopt(ws);
  }

  adopt(ws) {
    if (typeof ws?.send !== 'function' || typeof ws.close !== 'function') {
      throw new Error('unsupported transport: a WebSocket is needed');
    }
    this.adoptWebSocket(ws);
  }

  handshake() {
    this.#session.handshake();
  }

  startReading() {
    this.#session.startReading();
  }

  end() {
    this.#stopKeepAlive();
    this.#session.end();
  }

  closeError(code) {
    this.#session.closeError(code);
  }

  address() {
    return this.ws ? this.ws.url : null;
  }

  request(op, value, ...rest) {
    const onlyCallback = typeof value === 'function' && rest[0] === undefined;
    const [callback, options] = callbackAndOptions(onlyCallback ? [value] : rest);
    return withCallback(this.#requestValue(op, onlyCallback ? undefined : value, options), callback, true);
  }

  bufferRequest(op, payload, ...rest) {
    const [callback, options] = callbackAndOptions(rest);
    return withCallback(this.#requestPayload(op, payload, options), callback, false);
  }

  requestp(op, value, options) {
    return this.request(op, value, options);
  }

  bufferRequestp(op, payload, options) {
    return this.bufferRequest(op, payload, options);
  }

  streamRequest(op, options) {
    return this.#session.streamRequest(op, options);
  }

  requestParts(op, value, options) {
    return this.#session.requestParts(op, encodeValue(value, `the parameters of "${op}"`), options);
  }

  notify(name, value) {
    this.bufferNotify(name, encodeJson(value, `notification "${name}"`));
  }

  bufferNotify(name, payload) {
    this.#session.notify(name, normalPayload(payload));
  }

  sendHeartbeat(load) {
    if (!(load >= 0 && load <= 1)) {
      throw new RangeError(`load must be between 0 and 1, got ${load}`);
    }
    this.#session.sendHeartbeat(Math.round(load * HEARTBEAT_MAX_LOAD));
  }

  async #requestValue(op, value, options) {
    const payload = await this.#requestPayload(op, encodeJson(value, `the parameters of "${op}"`), options);
    return decodeJson(payload, `the result of "${op}"`);
  }

  async #requestPayload(op, payload, options) {
    return this.#session.request(op, normalPayload(payload), options);
  }

  #stopKeepAlive() {
    this.keepalive?.disable();
    this.keepalive = null;
  }
}

/** Works with and without `new`, as in the reference. */
export function Sock(handlers, protocol) {
  return new Socket(handlers, protocol);
}
Sock.prototype = Socket.prototype;
