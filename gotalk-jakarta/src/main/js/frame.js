import { MsgType } from './protocol.js';
import { readHeader } from './header.js';
import { decodeUtf8, encodeUtf8 } from './text.js';

/** What the event `frame` says about one protocol message. Made only where somebody listens. */
export function describeFrame(direction, rawHeader, payload) {
  const bytes = typeof rawHeader === 'string' ? encodeUtf8(rawHeader) : rawHeader;
  const frame = { direction, time: Date.now(), header: decodeUtf8(bytes), size: 0, payload };
  // Every other message is longer than the version.
  return bytes.length === 2 ? { ...frame, type: 'version' } : { ...frame, ...fieldsOf(readHeader(bytes)) };
}

function fieldsOf({ t, id, name, wait, size }) {
  const type = String.fromCharCode(t);
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
