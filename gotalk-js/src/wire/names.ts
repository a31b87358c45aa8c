import { MAX_NAME_BYTES } from './protocol.js';
import { encodeUtf8 } from './text.js';

const RESERVED = '$gotalk/';
/** The notification that nobody waits for a request any more; its payload is the request's id. */
export const CANCEL = `${RESERVED}cancel`;

/** The notification that says where in a trace the next message belongs. */
export const TRACE = `${RESERVED}trace`;

/** The request that asks for a session, or to go on with one. */
export const HELLO = `${RESERVED}hello`;

/** The notification that says how many notifications of the other side were handled in a session. */
export const ACK = `${RESERVED}ack`;

/** Join and leave a room, whose name is the payload. */
export const JOIN = `${RESERVED}join`;
export const LEAVE = `${RESERVED}leave`;

/** Renews the credential of an open connection. */
export const RENEW = `${RESERVED}renew`;

export function isReserved(name: string): boolean {
  return name.startsWith(RESERVED);
}

/** Operations and notifications are called by names of 1 to 4095 bytes in UTF-8. */
export function checkName(name: string, what: string): void {
  if (typeof name !== 'string' || name === '') {
    throw new TypeError(`${what} must be a string that is not empty, got ${name === '' ? "''" : typeof name}`);
  }
  const size = encodeUtf8(name).length;
  if (size > MAX_NAME_BYTES) {
    throw new RangeError(`${what} "${name.slice(0, 40)}…" has ${size} bytes; at most ${MAX_NAME_BYTES} are possible`);
  }
  if (isReserved(name)) {
    throw new Error(`${what} "${name}" begins with "${RESERVED}", which is reserved for the protocol`);
  }
}
