import type { Connection } from '../connection/connection.js';
import type { MessageHeader } from '../wire/header.js';
import { decodeJson } from '../wire/json.js';
import * as MsgType from '../wire/msg-type.js';
import { HELLO } from '../wire/names.js';
import { deadline, later } from '../platform/timer.js';
import type { PendingRequest } from '../calls/pending-requests.js';
import type { Received } from '../wire/payload.js';
import { warnDeveloper } from '../platform/reporting.js';

/** Requests of programs have ids of digits and letters, the first one 0000 with and without a hello. */
const ID = '$hlo';
const MIN_WAIT = 25;

/** What a server says to a hello. Without `session` it has none. */
export interface HelloAnswer {
  session?: { key: string; window: number };
  recovered?: boolean;
  rooms?: string[];
  /** How many notifications of this side it has handled. */
  got?: number;
}

/** The first request on a connection: it asks for a session. The answer is told once, null for an error. */
export class Hello implements PendingRequest {
  readonly id = ID;
  readonly keepsId = true;
  #connection: Connection;
  #payload: string;
  #answered: ((answer: HelloAnswer | null) => void) | null;
  #stopClock: () => void;
  #stopWaiting = () => {};

  /** @param timeout milliseconds, after which there is no session */
  constructor(connection: Connection, payload: string, timeout: number, answered: (answer: HelloAnswer | null) => void) {
    this.#connection = connection;
    this.#payload = payload;
    this.#answered = answered;
    this.#stopClock = deadline(timeout, () => this.#finish(null));
  }

  send(): void {
    this.#connection.sendAlways(MsgType.SingleReq, this.id, HELLO, this.#payload);
  }

  receive({ t, wait }: MessageHeader, payload: Received): void {
    if (t === MsgType.RetryRes) {
      this.#stopWaiting = later(Math.max(wait, MIN_WAIT), () => this.send());
    } else {
      this.#finish(t === MsgType.SingleRes ? read(payload) : null);
    }
  }

  arriving(): void {}

  /** The connection is gone, or the answer is not wanted. */
  fail(): void {
    this.#answered = null;
    this.#stopClock();
    this.#stopWaiting();
  }

  #finish(answer: HelloAnswer | null): void {
    const answered = this.#answered;
    this.fail();
    answered?.(answer);
  }
}

function read(payload: Received): HelloAnswer | null {
  try {
    return decodeJson(payload, `the result of "${HELLO}"`);
  } catch (error) {
    warnDeveloper('the server offers no session:', error);
    return null;
  }
}
