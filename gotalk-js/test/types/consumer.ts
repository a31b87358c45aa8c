// A program of somebody else's project, which imports the package by its name.
import gotalk, { connection, open } from '@gotalk/client';
import type { BufferRequestHandler, Callback, ConnectCallback, EventEmitter, Frame, Handlers, Header } from '@gotalk/client';
import type { Heartbeat, KeepAlive, NotificationHandler, Parts, PartsEventMap, Payload, Protocol } from '@gotalk/client';
import type { ProtocolError, Received, RequestError, RequestHandler, RequestOptions, Result, SendOptions } from '@gotalk/client';
import type { Setup, SetupSock, Sock, SockEventMap, SockOptions, Source, Stream, StreamOptions } from '@gotalk/client';
import type { StreamRequest, StreamRequestHandler, TraceContext } from '@gotalk/client';

/** Bytes that came can be given to the browser as they are. */
async function saved(sock: Sock, parts: Parts, stream: StreamRequest): Promise<Blob[]> {
  const all = [];
  for await (const part of parts) all.push(part);
  const received: Received = await sock.bufferRequest('raw');
  parts.on('data', (part) => new Blob([part]));
  return [new Blob(all), new Blob([await parts.bytes()]), new Blob([await stream.result]), new Blob([received ?? ''])];
}

const echo: BufferRequestHandler = (payload, result: Result<Payload>) => result(payload && new Blob([payload]));
const signIn = (sock: SetupSock): Promise<boolean> => sock.request<boolean>('sign in', 'token');
const setup: Setup = async (sock) => {
  if (!(await signIn(sock))) throw new Error('not signed in');
};
const sock: Sock = connection('/gotalk/').setup(setup);
void signIn(sock);
const handlers: Handlers = gotalk.Handlers();
handlers.handleBufferRequest('echo', echo);
open((error) => console.log(error));
new Blob([gotalk.Buf(4)]);
// @ts-expect-error a type alone: the package has no such value
console.log(KeepAlive);

export type Rest = [
  Callback<string>, ConnectCallback, EventEmitter<SockEventMap>, Frame, Header<string>, Heartbeat, KeepAlive, NotificationHandler,
  PartsEventMap, Protocol, ProtocolError, RequestError, RequestHandler, RequestOptions, SendOptions, SockOptions, Source, Stream,
  StreamOptions, StreamRequestHandler, TraceContext,
];
export { saved };
