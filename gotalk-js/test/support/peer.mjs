import { bytes, FakeWebSocket, useFakeWebSocket } from './fake-websocket.mjs';

/** The sources, or the file of dist/ that the environment names: so the script that browsers get is tested, too. */
async function load() {
  const { GOTALK_SCRIPT: file } = process.env;
  if (file) return (await import(new URL(`../../dist/${file}`, import.meta.url))).default;
  return (await import('../../target/modules/api.js')).gotalk;
}

export const gotalk = await load();
export { ascii, bytes, FakeWebSocket, utf8 } from './fake-websocket.mjs';

export const ADDRESS = 'ws://server.example/gotalk/';

/** How a page asks servers of ours for a session, and what those say that have none. */
export const HELLO = 'r$hlo00d$gotalk/hello00000012{"can":["resume"]}';
export const NO_SESSIONS = bytes('E$hlo00000007unknown');

/** A Sock whose WebSocket is open and whose peer has said its version, with nothing recorded as sent yet. */
export async function connected({ framing = 'packed', handlers = gotalk.Handlers(), configure = () => {} } = {}) {
  useFakeWebSocket();
  const sock = gotalk.Sock(handlers, framing === 'text' ? gotalk.protocol.text : undefined);
  sock.heartbeatInterval = 0;
  configure(sock);
  sock.open(ADDRESS);
  const ws = FakeWebSocket.last;
  ws.accept(framing === 'packed' ? 'gotalk.v1' : '');
  ws.receive(bytes('01'));
  if (framing === 'packed') ws.receive(NO_SESSIONS);
  await settled();
  ws.sent = [];
  return { sock, ws, handlers };
}

/** After the microtasks: packed messages have been sent, promises have told. */
export async function settled() {
  for (let i = 0; i < 200; i++) await null;
}

/** The outcome of a promise, without waiting for it. */
export function watch(promise) {
  const outcome = { state: 'pending' };
  promise.then(
    (value) => Object.assign(outcome, { state: 'fulfilled', value }),
    (error) => Object.assign(outcome, { state: 'rejected', error }),
  );
  return outcome;
}
