import type { Connection } from '../connection/connection.js';
import { later } from '../platform/timer.js';
import type { HelloAnswer } from './hello.js';
import { hexDigits } from '../wire/hex.js';
import { ACK, TRACE } from '../wire/names.js';
import type { Received } from '../wire/payload.js';
import { SentNotifications } from './sent-notifications.js';
import { textOf } from '../wire/text.js';

const ACK_EVERY = 64;
const ACK_INTERVAL = 5000;

/** What survives a lost connection: the server keeps it for the page that comes back. Ours. */
export interface ResumableSession {
  /** A secret, as good as the page's sign-in for what it names: do not show or store it. */
  readonly key: string;
  /** How long the server waits for the page to come back, in milliseconds. */
  readonly window: number;
}

/** How a page has come back. Ours. */
export interface Resumed {
  /** Whether no notification was lost in either direction, but for those of a set-up. */
  recovered: boolean;
  /** The rooms that the page was found in. */
  rooms: string[];
}

/**
 * The session of one Sock. Both sides count notifications with names that are not reserved, each from its own first
 * `$gotalk/ack` on a connection on, so that neither counts what the other does not.
 */
export class Resumption {
  #session: ResumableSession | undefined;
  #sent = new SentNotifications();
  #connection: Connection | null = null;
  #handledBefore = 0; // over earlier connections
  #handledHere = 0;
  #acknowledged = 0; // of those here
  #peerCounts = false;
  #stopClock: (() => void) | null = null;

  get session(): ResumableSession | undefined {
    return this.#session;
  }

  /** Whether something has to be repeated before anything else is sent. */
  get mustRepeat(): boolean {
    return this.#sent.kept.length > 0;
  }

  /** The payload of a hello. */
  hello(): string {
    const resume = this.#session && { session: this.#session.key, resume: { got: this.#handled } };
    return JSON.stringify({ can: ['resume'], ...resume });
  }

  /**
   * The server has answered the hello: both sides count from now on, and what it has not got is repeated.
   *
   * @param answer null where it knows no sessions
   * @returns how a session that there was goes on; null where there was none
   */
  begin(connection: Connection, answer: HelloAnswer | null): Resumed | null {
    const last = this.#session;
    const { session, recovered = false, rooms = [], got = 0 } = answer || {};
    const isSame = last !== undefined && session?.key === last.key;
    this.#session = session;
    if (!isSame) this.#sent = new SentNotifications();
    if (!isSame || !recovered) this.#handledBefore = 0;
    const isExact = this.#sent.continueAfter(got) && isSame && recovered;
    if (session) this.#countOver(connection);
    return last ? { recovered: isExact, rooms } : null;
  }

  /** An acknowledgement of the server; from its first one on, its notifications count. */
  received(payload: Received): void {
    const digits = textOf(payload);
    this.#peerCounts = true;
    if (this.#connection && /^[\da-f]{8}$/i.test(digits)) {
      this.#sent.acknowledged(parseInt(digits, 16));
    }
  }

  /** The handler of a notification was called. */
  handled(): void {
    if (!this.#peerCounts) return;
    this.#handledHere += 1;
    if (!this.#connection) return;
    if (this.#handledHere - this.#acknowledged >= ACK_EVERY) {
      this.#acknowledge(this.#connection);
    } else {
      this.#stopClock ??= later(ACK_INTERVAL, () => this.#connection && this.#acknowledge(this.#connection));
    }
  }

  /** The connection is gone. */
  lost(): void {
    this.#handledBefore = this.#handled;
    this.#handledHere = this.#acknowledged = 0;
    this.#peerCounts = false;
    this.#connection = null;
    this.#stopTimer();
  }

  /** The page has ended the session, or the server has. */
  forget(): void {
    this.#connection?.count(null);
    this.lost();
    this.#session = undefined;
    this.#sent = new SentNotifications();
  }

  get #handled(): number {
    return (this.#handledBefore + this.#handledHere) >>> 0;
  }

  #countOver(connection: Connection): void {
    this.#connection = connection;
    this.#acknowledge(connection);
    for (const { name, payload, trace } of this.#sent.kept) {
      if (trace) connection.notify(TRACE, trace);
      connection.notify(name, payload);
    }
    connection.count(this.#sent);
  }

  #acknowledge(connection: Connection): void {
    this.#stopTimer();
    this.#acknowledged = this.#handledHere;
    connection.notify(ACK, hexDigits(this.#handled, 8));
  }

  #stopTimer(): void {
    this.#stopClock?.();
    this.#stopClock = null;
  }
}
