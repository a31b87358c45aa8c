import * as MsgType from './msg-type.js';
import { readHex } from './hex.js';
import { decodeName, latin1 } from './text.js';

/** A message without its payload. `wait` is a heartbeat's load, `size` its time or a protocol error's code. */
export interface Header<T> {
  t: number;
  id?: T;
  name?: string;
  wait: number;
  size: number;
}

/** What the decoder read: `id` and `name` are there where the type of the message has them. */
export type MessageHeader = Required<Header<string>>;

interface HeaderLayout {
  id: boolean;
  name: boolean;
  /** The digits before the last number: the wait of a RetryResult, the load of a heartbeat. */
  wait: number;
}

const ID_AND_NAME: HeaderLayout = { id: true, name: true, wait: 0 };
const ID: HeaderLayout = { id: true, name: false, wait: 0 };

const LAYOUTS = new Map<number, HeaderLayout>([
  [MsgType.SingleReq, ID_AND_NAME],
  [MsgType.StreamReq, ID_AND_NAME],
  [MsgType.StreamReqPart, ID],
  [MsgType.SingleRes, ID],
  [MsgType.StreamRes, ID],
  [MsgType.ErrorRes, ID],
  [MsgType.RetryRes, { ...ID, wait: 8 }],
  [MsgType.Notification, { ...ID_AND_NAME, id: false }],
  [MsgType.Heartbeat, { ...ID, id: false, wait: 4 }],
  [MsgType.ProtocolError, { ...ID, id: false }],
]);

/** Whether messages of type `t` carry a payload. */
export function hasPayload(t: number): boolean {
  return t !== MsgType.Heartbeat && t !== MsgType.ProtocolError;
}

/**
 * How many bytes the header that begins with the first `have` bytes needs, as far as they tell. It is complete when it
 * needs no more than it has.
 */
export function headerLength(bytes: Uint8Array, have: number): number {
  if (have === 0) return 1;
  const parts = LAYOUTS.get(bytes[0]);
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

/** Reads a complete header. `id` is a string with one character a byte. */
export function readHeader(bytes: Uint8Array): Header<string> {
  const length = headerLength(bytes, bytes.length);
  const parts = LAYOUTS.get(bytes[0]);
  if (!parts || length > bytes.length) {
    throw new Error(`a header of ${length} bytes has only ${bytes.length}`);
  }
  const header: Header<string> = { t: bytes[0], id: undefined, name: undefined, wait: 0, size: 0 };
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
