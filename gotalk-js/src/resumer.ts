import type { Connection } from './connection/connection.js';
import { ConnectionOutbox, type Outbox } from './calls/outbox.js';
import { Hello, type HelloAnswer } from './resume/hello.js';
import { onPageEnd } from './platform/page-end.js';
import { type Resumed, Resumption } from './resume/resumption.js';
import { Rooms } from './rooms.js';

/** Brings a page back to its session and its rooms, over one connection after the other. */
export class Resumer {
  readonly resumption = new Resumption();
  readonly rooms: Rooms;
  #outbox: Outbox;
  #resumed: (resumed: Resumed) => void;
  #hello: Hello | null = null;
  #url: string | undefined;
  #stopPageEnd = () => {};

  /** @param resumed hears how a session goes on */
  constructor(outbox: Outbox, resumed: (resumed: Resumed) => void) {
    this.#outbox = outbox;
    this.#resumed = resumed;
    this.rooms = new Rooms(outbox);
  }

  /**
   * A connection is there, and set up. Servers of ours are asked for a session first; what waits may go out meanwhile, but
   * for what the session counts, and what is behind that.
   */
  connected(connection: Connection, url: string | undefined): void {
    if (!connection.takesExtensions || this.#outbox.isClosing) {
      this.#outbox.connected(connection, 'nothing');
      return;
    }
    // The key is a secret between this page and the server that made it.
    if (this.#url !== url) this.forget();
    this.#url = url;
    this.#hello = new Hello(connection, this.resumption.hello(), this.#outbox.options.handshakeTimeout, (answer) =>
      this.#answered(connection, answer),
    );
    this.#outbox.requests.expect(this.#hello);
    this.#hello.send();
    this.#outbox.connected(connection, this.resumption.mustRepeat ? 'everything' : 'notifications');
    this.#stopPageEnd = onPageEnd(() => {
      this.#outbox.release();
      connection.close();
    });
  }

  /** The connection is gone. */
  lost(): void {
    this.#stopPageEnd();
    this.#stopHello();
    this.resumption.lost();
  }

  /** There is nothing to come back to any more. */
  forget(): void {
    this.#stopHello();
    this.resumption.forget();
    this.rooms.forget();
    this.#outbox.release();
  }

  #answered(connection: Connection, answer: HelloAnswer | null): void {
    const last = this.resumption.session;
    this.#stopHello();
    const resumed = this.resumption.begin(connection, answer);
    const rooms = answer?.rooms || [];
    if (last && this.resumption.session?.key === last.key) {
      this.rooms.keep(rooms);
    } else if (answer) {
      this.rooms.rejoin(rooms, new ConnectionOutbox(this.#outbox, connection), () => connection.isOpen);
    }
    this.#outbox.release();
    if (resumed) this.#resumed(resumed);
  }

  #stopHello(): void {
    if (!this.#hello) return;
    this.#hello.fail();
    this.#outbox.requests.freeId(this.#hello);
    this.#hello = null;
  }
}
