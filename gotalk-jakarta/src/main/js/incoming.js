import { MsgType } from './protocol.js';
import { notice } from './notice.js';
import { Serving } from './serving.js';

/** Brings the messages of one connection to the handlers, events and requests that they are for. */
export class Incoming {
  #sock;
  #requests;
  #serving;

  constructor(sock, outlet, connection) {
    this.#sock = sock;
    this.#requests = outlet.requests;
    this.#serving = new Serving(sock, outlet.room, connection);
  }

  receive(header, payload) {
    switch (header.t) {
      case MsgType.SingleReq:
        this.#serving.request(header, payload);
        break;
      case MsgType.StreamReq:
        this.#serving.streamRequest(header, payload);
        break;
      case MsgType.StreamReqPart:
        this.#serving.part(header, payload);
        break;
      case MsgType.Notification:
        notice(this.#sock.handlers, header.name, payload);
        break;
      case MsgType.Heartbeat:
        this.#sock.heartbeat = { time: new Date(header.size * 1000), load: header.wait };
        this.#sock.emit('heartbeat', this.#sock.heartbeat);
        break;
      default:
        this.#requests.answered(header, payload);
    }
  }

  /** How busy this side is, 0 to 1. */
  get load() {
    return this.#serving.load;
  }

  closed(error) {
    this.#serving.closed(error);
  }
}
