import { globals } from '../globals.js';
import { deadline } from '../platform/timer.js';
import { warnDeveloper } from '../platform/reporting.js';
import type { SockOptions } from '../options.js';
import { statusText } from '../wire/errors.js';
import { textCodec } from '../wire/text-codec.js';

let warned = false;

/**
 * Opens a WebSocket and calls `done(error)` or `done(null, ws)` once. Browsers refuse a server that answers an offered
 * subprotocol with none, so that a failure with the offer is followed by one attempt without.
 *
 * @returns a function that cancels the attempt
 */
export function openWebSocket(
  address: string,
  { protocol, subprotocol, handshakeTimeout }: SockOptions,
  done: (error: Error | null, ws?: WebSocket) => void,
): () => void {
  let cancel = () => {};
  const attempt = (subprotocols: string[]) => {
    const ws = new WebSocket(address, subprotocols);
    let cause: unknown;
    const stopClock = deadline(handshakeTimeout, () => {
      cancel();
      done(new Error(`connection failed: ${address} did not answer within ${handshakeTimeout} ms`));
    });
    const release = () => {
      stopClock();
      ws.onopen = ws.onclose = null;
    };
    // It stays: in Node, errors of "ws" that nothing handles end the process. Browsers tell no cause.
    ws.onerror = (event) => (cause = (event as ErrorEvent).error);
    cancel = () => {
      release();
      ws.close();
    };
    ws.onopen = () => {
      release();
      done(null, ws);
    };
    ws.onclose = (event) => {
      release();
      if (subprotocols.length > 0) {
        attempt([]);
      } else {
        hint(event.code);
        done(new Error(`connection failed: ${statusText(event.code)}`, cause ? { cause } : undefined));
      }
    };
  };
  attempt(subprotocol && protocol !== textCodec ? [subprotocol] : []);
  return () => cancel();
}

/** @throws where this environment has no WebSocket: trying again would not help */
export function expectWebSocket(): void {
  if (typeof WebSocket !== 'function') {
    throw new Error(
      'there is no WebSocket here. Node has it from version 22 on; in older ones, ' +
        'set globalThis.WebSocket first, for example to the WebSocket of the package "ws".',
    );
  }
}

function hint(status: number): void {
  if (warned) return;
  warned = true;
  warnDeveloper(
    `connection failed with code ${statusText(status)}. If the server is elsewhere than ` +
      `"${globals.defaultResponderAddress}", pass its address or set gotalk.defaultResponderAddress.`,
  );
}
