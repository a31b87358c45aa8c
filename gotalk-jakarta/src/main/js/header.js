import { MsgType } from './protocol.js';
import { readHex } from './hex.js';
import { decodeName, latin1 } from './text.js';

const shape = (id, name, wait, payload = true) => ({ id, name, wait, payload });

// wait: the digits before the last number: the wait of a RetryResult, the load of a heartbeat.
const SHAPES = new Map([
  [MsgType.SingleReq, shape(true, true, 0)],
  [MsgType.StreamReq, shape(true, true, 0)],
  [MsgType.StreamReqPart, shape(true, false, 0)],
  [MsgType.SingleRes, shape(true, false, 0)],
  [MsgType.StreamRes, shape(true, false, 0)],
  [MsgType.ErrorRes, shape(true, false, 0)],
  [MsgType.RetryRes, shape(true, false, 8)],
  [MsgType.Notification, shape(false, true, 0)],
  [MsgType.Heartbeat, shape(false, false, 4, false)],
  [MsgType.ProtocolError, shape(false, false, 0, false)],
]);

/** The parts that a header of type `t` has; undefined for a type that does not exist. */
export function headerShape(t) {
  return SHAPES.get(t);
}

/**
 * How many bytes the header that begins with the first `have` bytes needs, as far as they tell. It is complete when it
 * needs no more than it has.
 */
export function headerLength(bytes, have) {
  if (have === 0) return 1;
  const parts = SHAPES.get(bytes[0]);
  if (!parts) {
    throw new Error(`unknown message type 0x${bytes[0].toString(16).padStart(2, '0')}`);
  }
  const start = parts.id ? 5 : 1;
  if (!parts.name) return start + parts.wait + 8;
  if (have < start + 3) return start + 3;
  const nameLength = readHex(bytes, start, start + 3, 'a name length');
  if (nameLength === 0) {
    throw new Error('a name is empty');
  }
  return start + 3 + nameLength + 8;
}

/**
 * Reads a complete header. As in the reference, `wait` is a heartbeat's load, and `size` its time or the code of a
 * protocol error. `id` is a string with one character a byte.
 */
export function readHeader(bytes) {
  const length = headerLength(bytes, bytes.length);
  if (length > bytes.length) {
    throw new Error(`a header of ${length} bytes has only ${bytes.length}`);
  }
  const parts = SHAPES.get(bytes[0]);
  const header = { t: bytes[0], id: undefined, name: undefined, wait: 0, size: 0 };
  let at = 1;
  if (parts.id) {
    header.id = latin1(bytes.subarray(at, at + 4));
    at += 4;
  }
  if (parts.name) {
    header.name = decodeName(bytes.subarray(at + 3, length - 8));
  }
  if (parts.wait) {
    header.wait = readHex(bytes, at, at + parts.wait, 'a wait or load');
  }
  header.size = readHex(bytes, length - 8, length, 'a size, time or code');
  return header;
}
