/// <reference path="../../dist/gotalk.d.ts" />

// Everything that is declared of streams.

async function upload(sock: gotalk.Sock, file: File, signal: AbortSignal): Promise<void> {
  const options: gotalk.StreamOptions = { timeout: 1000, signal, continueAfterAnswer: true };
  const stream: gotalk.StreamRequest = sock.streamRequest('upload', options);
  stream.on('data', (part) => console.log(part.length)).on('end', (error) => console.log(error?.message));
  if (!stream.write('head')) await stream.ready;
  stream.writeValue({ op: stream.op });
  const shown: gotalk.SendOptions = { progress: (sent, total) => console.log(sent, total?.toFixed()) };
  await stream.send(file, shown);
  const sources: gotalk.Source[] = ['text', new ArrayBuffer(1), new Uint8Array(1), new Blob(), ['a', new Blob()]];
  for (const source of sources) await stream.send(source);
  await stream.send(new ReadableStream<Uint8Array>());
  // @ts-expect-error a number is no source
  await stream.send(5);
  stream.end();
  const whole: Uint8Array = await stream.result;
  console.log(whole.length, await stream.json<{ id: string }>().then(({ id }) => id));
  stream.close();
}

async function list(sock: gotalk.Sock): Promise<void> {
  const parts: gotalk.Parts = sock.requestParts('list', { from: 1 }, { timeout: 1000 });
  for await (const part of parts) console.log(part.byteLength);
  for await (const { id } of sock.requestParts('list').values<{ id: number }>()) console.log(id.toFixed());
  console.log((await parts.bytes()).length, parts[Symbol.asyncIterator]());
  // @ts-expect-error nothing can be written there
  parts.write('x');
  const events: gotalk.EventEmitter<gotalk.PartsEventMap> = parts;
  console.log(events.listeners('data'));
}

const twice: gotalk.StreamRequestHandler = async function* (stream: gotalk.Stream, op: string) {
  for await (const value of stream.values<number>()) yield { op, value: 2 * value };
};
gotalk.handleStreamRequest('twice', twice);
gotalk.handleStreamRequest('sum', async (stream) => (await stream.bytes()).length);

gotalk.handleStreamRequest('watched', async (stream: gotalk.ServedStream) => {
  const signal: AbortSignal = stream.signal;
  signal.throwIfAborted();
});

const handlers = gotalk.Handlers();
handlers.handleStreamRequest('echo', async (stream) => stream.send(stream));
handlers.handleStreamRequest('echo', null);
const found: gotalk.StreamRequestHandler | null = handlers.findStreamRequestHandler('echo');

const sock = gotalk.Sock(handlers);
sock.maxStreamBuffer = 1 << 20;
sock.maxStreams = 4;
sock.maxConcurrentRequests = 64;
console.log(upload, list, found);

export {};
