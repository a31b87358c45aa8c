import type { CloseError } from '../wire/errors.js';
import type { Connection } from '../connection/connection.js';
import { ACK, CANCEL, isReserved } from '../wire/names.js';
import { handleNotification } from './notification.js';
import type { MessageHeader } from '../wire/header.js';
import * as MsgType from '../wire/msg-type.js';
import type { Outbox } from '../calls/outbox.js';
import type { Received } from '../wire/payload.js';
import { RequestServer } from './request-server.js';
import type { Resumption } from '../resume/resumption.js';

export interface Heartbeat {
  time: Date;
  /** 0 (idle) to 65535 (overloaded). */
  load: number;
}

/** Brings the messages of one connection to the handlers, events and requests that they are for. */
export class MessageDispatcher {
  #outbox: Outbox;
  #resumption: Resumption;
  #requestServer: RequestServer;
  #onHeartbeat: (heartbeat: Heartbeat) => void;

  constructor(outbox: Outbox, resumption: Resumption, connection: Connection, onHeartbeat: (heartbeat: Heartbeat) => void) {
    this.#outbox = outbox;
    this.#resumption = resumption;
    this.#requestServer = new RequestServer(outbox.options, outbox.readiness, connection);
    this.#onHeartbeat = onHeartbeat;
  }

  dispatch(header: MessageHeader, payload: Received): void {
    switch (header.t) {
      case MsgType.SingleReq:
        this.#requestServer.request(header, payload);
        break;
      case MsgType.StreamReq:
        this.#requestServer.streamRequest(header, payload);
        break;
      case MsgType.StreamReqPart:
        this.#requestServer.part(header, payload);
        break;
      case MsgType.Notification:
        this.#notification(header.name, payload);
        break;
      case MsgType.Heartbeat:
        this.#onHeartbeat({ time: new Date(header.size * 1000), load: header.wait });
        break;
      default:
        this.#outbox.requests.receive(header, payload);
    }
  }

  /** How busy this side is, 0 to 1. */
  get load(): number {
    return this.#requestServer.load;
  }

  #notification(name: string, payload: Received): void {
    if (name === CANCEL) {
      this.#requestServer.cancel(payload);
    } else if (name === ACK) {
      this.#resumption.received(payload);
    } else {
      handleNotification(this.#outbox.options.handlers, name, payload);
      if (!isReserved(name)) this.#resumption.handled();
    }
  }

  closed(error: CloseError | null): void {
    this.#requestServer.closed(error);
  }
}
