import { MsgType } from './protocol.js';
import { makeResult, runHandler } from './answer.js';
import { normalPayload } from './payload.js';
import { reportFailure, warnDeveloper } from './reporting.js';

/** Brings one message of the peer to the handler, event or request that it is for. */
export function receive(sock, requests, connection, header, payload) {
  switch (header.t) {
    case MsgType.SingleReq:
      serve(sock, connection, header, payload);
      break;
    case MsgType.StreamReq:
      connection.answer(MsgType.ErrorRes, header.id, 'stream requests not supported');
      break;
    case MsgType.StreamReqPart:
      // Parts may still be under way when their request has been refused.
      break;
    case MsgType.Notification:
      notice(sock, header.name, payload);
      break;
    case MsgType.Heartbeat:
      sock.emit('heartbeat', { time: new Date(header.size * 1000), load: header.wait });
      break;
    default:
      requests.answered(header, payload);
  }
}

function serve(sock, connection, { id, name }, payload) {
  const result = makeResult(
    name,
    (value) => connection.answer(MsgType.SingleRes, id, normalPayload(value)),
    (text) => connection.answer(MsgType.ErrorRes, id, text),
  );
  const handler = sock.handlers.findRequestHandler(name);
  if (typeof handler === 'function') {
    runHandler(handler, payload, result, name);
  } else {
    result.error(`no such operation "${name}"`);
  }
}

/** A notification has nobody to tell: its handler's failure goes to the page's error handling. */
function notice(sock, name, payload) {
  const handler = sock.handlers.findNotificationHandler(name);
  if (typeof handler !== 'function') return;
  try {
    const returned = handler(payload, name);
    if (typeof returned?.then === 'function') {
      returned.then(undefined, (error) => noticeFailed(name, error));
    }
  } catch (error) {
    noticeFailed(name, error);
  }
}

function noticeFailed(name, error) {
  warnDeveloper(`the handler of notification "${name}" failed:`, error);
  reportFailure(error);
}
