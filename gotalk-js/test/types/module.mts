// The same as a module.
import gotalk, { Buf, ErrAbnormal, ErrInvalidMsg, ErrTimeout, ErrUnsupported, Handlers, Sock } from '../../dist/gotalk.mjs';
import { connection, handle, handleBufferNotification, handleBufferRequest } from '../../dist/gotalk.mjs';
import { handleNotification, handleRequest, handleStreamRequest, open, protocol, version } from '../../dist/gotalk.mjs';

handle<string, number>('length', (text) => text.length);
handleRequest('length', null);
handleBufferRequest('raw', async (payload) => payload);
handleStreamRequest('echo', async (stream) => stream.send(stream));
handleNotification('said', (value) => console.log(value));
handleBufferNotification('said', null);
const sock: gotalk.Sock = connection();
open((error) => console.log(error === ErrAbnormal || error === ErrInvalidMsg || error === ErrTimeout || error === ErrUnsupported));
console.log(Buf(1), Sock(Handlers(), protocol.binary), version, sock, gotalk.developmentMode);
// @ts-expect-error what may change is read from the object itself
export { developmentMode } from '../../dist/gotalk.mjs';
