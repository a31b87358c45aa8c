/// <reference path="../../dist/gotalk.d.ts" />

// A page that uses every name that is declared, but for streams. It is compiled and never run.

interface Greeting {
  text: string;
}

gotalk.developmentMode = gotalk.version.length > 0;
gotalk.defaultResponderAddress = 'wss://host.example/gotalk/';
gotalk.defaultRequestTimeout = 10_000;
gotalk.handle<{ name: string }, Greeting>('greet', ({ name }, result) => result({ text: `Hello ${name}` }));
gotalk.handleRequest('greet', (params, result, op: string) => result.error(new Error(`${op}: ${params}`)));
gotalk.handleRequest('greet', null);
gotalk.handleBufferRequest('raw', (payload: gotalk.Received, result) => result(payload));
gotalk.handleNotification<Greeting>('said', (value, name) => console.log(value.text, name));
gotalk.handleBufferNotification('', (payload, name) => console.log(payload?.length, name));
// @ts-expect-error a handler is a function
gotalk.handle('greet', 'hello');

const handlers: gotalk.Handlers = gotalk.Handlers();
const others = new gotalk.Handlers();
handlers.handleRequest<string, number>('length', (text) => text.length);
handlers.handleBufferRequest('raw', async (payload) => payload);
handlers.handleNotification('said', null);
handlers.handleBufferNotification('said', null);
const found: gotalk.BufferRequestHandler | null = handlers.findRequestHandler('length');
const noticed: ((payload: gotalk.Received, name: string) => void) | null = handlers.findNotificationHandler('said');
gotalk.defaultHandlers = others;
const typed: gotalk.RequestHandler<string, number> = (text, result: gotalk.Result<number>) => result(text.length);
handlers.handleRequest<string, string>('fetched', (url, { signal }) => fetch(url, { signal }).then((answer) => answer.text()));
const aborts: AbortSignal = (null as unknown as gotalk.Result<number>).signal;
console.log(found, noticed, typed, aborts);

const kept: gotalk.Sock = gotalk.connection('/gotalk/', handlers, gotalk.protocol.text);
gotalk.open();
gotalk.open((error, sock) => console.log(error?.message, sock?.address()));
gotalk.open('/gotalk/', ((error) => console.log(error)) satisfies gotalk.ConnectCallback, handlers, gotalk.protocol.binary);
const sock = new gotalk.Sock(handlers);
gotalk.Sock().open('/gotalk/').openKeepAlive('/gotalk/').open((error) => console.log(error));

sock.protocol = gotalk.protocol.binary;
sock.handlers = others;
sock.sendBufferLimit = 10;
sock.heartbeatInterval = 0;
sock.readTimeout = sock.handshakeTimeout = 1000;
sock.maxPayload = sock.maxBuffered = 1 << 20;
sock.maxAttempts = 1;
sock.subprotocol = '';
// @ts-expect-error only the library opens and closes it
sock.ws = null;
const keepalive: gotalk.KeepAlive | null = kept.keepalive;
if (keepalive?.isEnabled && !keepalive.isConnected) keepalive.disable();
keepalive?.enable();
const beat: { time: Date; load: number } | null = sock.heartbeat;

async function talk(page: gotalk.Sock, controller: AbortController): Promise<void> {
  const options: gotalk.RequestOptions = { timeout: 1000, signal: controller.signal };
  const trace: gotalk.TraceContext = { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' };
  await page.request('greet', {}, { trace });
  page.traceContext = () => trace;
  page.traceContext = null;
  // @ts-expect-error the context of a span is not its text
  await page.request('greet', {}, { trace: { traceId: 'a', spanId: 'b' } });
  const greeting = await page.request<Greeting>('greet', { name: 'Ada' }, options);
  console.log(greeting.text.length);
  // @ts-expect-error with a callback there may be no value
  (await page.request<Greeting>('greet', {}, (error, result) => console.log(error, result?.text))).text;
  await page.request('ping', (error) => console.log(error?.mayHaveRun, error?.isRetry, error?.wait));
  const received: gotalk.Received = await page.bufferRequest('raw', new Blob(['x']), options);
  const callback: gotalk.Callback<gotalk.Received> = (error, result) => console.log(error?.code, result);
  await page.bufferRequest('raw', new Uint8Array(1), callback, options);
  await page.requestp('greet', 1);
  await page.bufferRequestp('raw', new ArrayBuffer(1));
  // @ts-expect-error seconds come as a number
  await page.request('greet', 1, { timeout: '5 s' });
  console.log(received);
}

async function careful(page: gotalk.Sock): Promise<void> {
  try {
    await page.request('greet');
  } catch (failure) {
    const error = failure as gotalk.RequestError;
    console.log(error.isGotalkProtocolError, error.code, error.mayHaveRun, error.isRetry, error.wait);
  }
}

sock.notify('said', { text: 'hello' } satisfies Greeting);
const payload: gotalk.Payload = 'text';
sock.bufferNotify('said', payload);
sock.sendHeartbeat(0.5);
// @ts-expect-error a payload is bytes or text
sock.bufferNotify('said', 5);

declare const webSocket: WebSocket;
sock.adoptWebSocket(webSocket);
sock.adopt(webSocket);
sock.handshake();
sock.startReading();
sock.closeError(gotalk.protocol.ErrorInvalidMsg);
sock.end();

sock.on('open', (opened) => console.log(opened.address()));
sock.once('close', (error) => console.log(error?.message));
sock.addListener('heartbeat', ({ time, load }) => console.log(time.getTime(), load));
sock.on('connecting', () => {});
sock.on('waiting', ({ delay, error }) => console.log(delay, error?.message));
const setup: gotalk.Setup = (connection: gotalk.SetupSock) => connection.request('sign in', 'token');
sock.setup(setup).setup(null).setup(async (connection) => connection.notify('hello'));
// @ts-expect-error what belongs to the Sock is not there while a connection is set up
sock.setup((connection) => connection.end());
sock.on('resumed', ({ recovered, rooms }) => console.log(recovered === true, rooms.join()));
const resumed: gotalk.Resumed = { recovered: false, rooms: [] };
const session: gotalk.ResumableSession | undefined = sock.session;
console.log(session?.key.length, (session?.window ?? 0) + 1, resumed);
// @ts-expect-error only the server gives a session
sock.session = undefined;
async function enter(page: gotalk.Sock): Promise<void> {
  const joined: gotalk.Joined = await page.join('r1');
  console.log(joined.position.length);
  await page.leave('r1');
  // @ts-expect-error a room has a name
  await page.join(1);
}
const show = (frame: gotalk.Frame): void => {
  console.log(frame.direction, frame.type, frame.time, frame.header, frame.size, frame.payload, frame.id);
  console.log(frame.name, frame.wait, frame.load, frame.sentAt, frame.code);
};
sock.on('frame', show);
sock.removeListener('frame', show);
sock.removeAllListeners('frame').removeAllListeners();
const listening: boolean = sock.emit('close', null);
const listeners: Array<(frame: gotalk.Frame) => void> = sock.listeners('frame');
const events: gotalk.EventEmitter<gotalk.SockEventMap> = sock;
// @ts-expect-error there is no such event
sock.on('closed', () => {});

const failures: gotalk.ProtocolError[] = [gotalk.ErrAbnormal, gotalk.ErrUnsupported, gotalk.ErrInvalidMsg, gotalk.ErrTimeout];
console.log(gotalk.Buf(4).length + gotalk.Buf(new ArrayBuffer(4)).length, failures[0]?.code, beat, listening, listeners, events);

function codec<T>(protocol: gotalk.Protocol<T>): gotalk.Header<T> {
  const version: number = protocol.parseVersion(protocol.versionBuf);
  const heartbeat: T = protocol.makeHeartbeatMsg(gotalk.protocol.HeartbeatMsgMaxLoad);
  console.log(version === gotalk.protocol.Version, heartbeat, protocol.makeFixnum(1, 2));
  return protocol.parseMsg(protocol.makeMsg(gotalk.protocol.MsgTypeRetryRes, '0001', null, 5, 0));
}
const { t, id, name, wait, size } = codec(gotalk.protocol.binary);
console.log(t, id, name, wait, size, talk, careful, enter);

const { protocol } = gotalk;
console.log(protocol.MsgTypeSingleReq, protocol.MsgTypeStreamReq, protocol.MsgTypeStreamReqPart, protocol.MsgTypeSingleRes);
console.log(protocol.MsgTypeStreamRes, protocol.MsgTypeErrorRes, protocol.MsgTypeNotification, protocol.MsgTypeHeartbeat);
console.log(protocol.MsgTypeProtocolError, protocol.ErrorAbnormal, protocol.ErrorUnsupported, protocol.ErrorTimeout);
