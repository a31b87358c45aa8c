import * as MsgType from './msg-type.js';
import { readHeader } from './header.js';
import type { NormalPayload } from './payload.js';
import { decodeUtf8, encodeUtf8 } from './text.js';

/**
 * One protocol message as it passed, for tools. Ours. `type` is the message's letter in the protocol, or 'version'.
 * `size` is the payload's in bytes; a payload that was skipped because of its size is undefined.
 */
export interface Frame {
  readonly direction: 'in' | 'out';
  readonly type: 'version' | 'r' | 's' | 'p' | 'R' | 'S' | 'E' | 'e' | 'n' | 'h' | 'f';
  /** When it passed, in milliseconds since 1970. */
  readonly time: number;
  /** The header as it stands on the wire. */
  readonly header: string;
  readonly size: number;
  readonly payload?: Uint8Array | string | Blob | undefined;
  /** Request id, one character a byte. */
  readonly id?: string | undefined;
  /** Operation or notification. */
  readonly name?: string | undefined;
  /** Of a RetryResult, in milliseconds. */
  readonly wait?: number;
  /** Of a heartbeat, 0 to 65535, with the time its sender gave. */
  readonly load?: number;
  readonly sentAt?: Date;
  /** Of a protocol error. */
  readonly code?: number;
}

export function describeFrame(direction: 'in' | 'out', rawHeader: string | Uint8Array, payload: NormalPayload): Frame {
  const bytes = typeof rawHeader === 'string' ? encodeUtf8(rawHeader) : rawHeader;
  const frame = { direction, time: Date.now(), header: decodeUtf8(bytes), size: 0, payload };
  // Every other message is longer than the version.
  return bytes.length === 2 ? { ...frame, type: 'version' } : { ...frame, ...fieldsOf(bytes) };
}

function fieldsOf(bytes: Uint8Array) {
  const { t, id, name, wait, size } = readHeader(bytes);
  const type = String.fromCharCode(t) as Frame['type'];
  switch (t) {
    case MsgType.Heartbeat:
      return { type, load: wait, sentAt: new Date(size * 1000) };
    case MsgType.ProtocolError:
      return { type, code: size };
    case MsgType.RetryRes:
      return { type, id, wait, size };
    default:
      return { type, id, name, size };
  }
}
