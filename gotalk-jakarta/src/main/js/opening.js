import { statusText } from './errors.js';
import { gotalk } from './namespace.js';
import { textCodec } from './codec-text.js';
import { later } from './timer.js';
import { warnDeveloper } from './reporting.js';

let warned = false;

/**
 * Opens a WebSocket and calls `done(error, ws)` once. Browsers refuse a server that answers an offered subprotocol
 * with none, so that a failure with the offer is followed by one attempt without.
 *
 * @returns a function that calls the attempt off
 */
export function openWebSocket(address, sock, done) {
  const offer = sock.protocol === textCodec ? '' : sock.subprotocol;
  let cancel = () => {};
  const attempt = (protocols) => {
    const ws = protocols.length > 0 ? new WebSocket(address, protocols) : new WebSocket(address);
    const stopClock = later(sock.handshakeTimeout, () => {
      cancel();
      done(new Error(`connection failed: ${address} did not answer within ${sock.handshakeTimeout} ms`));
    });
    cancel = () => {
      stopClock();
      ws.onopen = ws.onclose = null;
      ws.close();
    };
    ws.onopen = () => {
      stopClock();
      ws.onopen = ws.onclose = null;
      done(null, ws);
    };
    ws.onclose = (event) => {
      stopClock();
      ws.onopen = ws.onclose = null;
      if (protocols.length > 0) {
        attempt([]);
      } else {
        hint(event.code);
        done(new Error(`connection failed: ${statusText(event.code)}`));
      }
    };
  };
  attempt(offer ? [offer] : []);
  return () => cancel();
}

function hint(status) {
  if (warned) return;
  warned = true;
  warnDeveloper(
    `connection failed with code ${statusText(status)}. If the server is elsewhere than ` +
      `"${gotalk.defaultResponderAddress}", pass its address or set gotalk.defaultResponderAddress.`,
  );
}
