import type { Caller } from './caller.js';
import { deadline } from './platform/timer.js';
import { errorText, namedError } from './wire/errors.js';

/** A new connection while it is set up: what is sent here goes out at once, before what waits on the Sock. Ours. */
export type SetupSock = Pick<
  Caller,
  'request' | 'bufferRequest' | 'requestParts' | 'streamRequest' | 'notify' | 'bufferNotify'
>;

/** Prepares a new connection: done when it returns, or when its promise is fulfilled. See `sock.setup`. Ours. */
export type Setup = (sock: SetupSock) => unknown;

/** One run of a set-up. Its outcome is told once, and not while it is started. */
export class SetupRun {
  #done: (error: Error | null) => void;
  #stopClock: () => void;
  #isOver = false;

  /** @param timeout milliseconds */
  constructor(setup: Setup, sock: SetupSock, timeout: number, done: (error: Error | null) => void) {
    this.#done = done;
    this.#stopClock = deadline(timeout, () => this.finish(timeoutError(timeout)));
    new Promise((resolve) => resolve(setup(sock))).then(
      () => this.finish(null),
      (cause) => this.finish(new Error(`the set-up failed: ${errorText(cause)}`, { cause })),
    );
  }

  /** It is over, for a reason of its own or because the connection has ended. */
  finish(error: Error | null): void {
    if (this.#isOver) return;
    this.cancel();
    this.#done(error);
  }

  /** Its outcome is not wanted. */
  cancel(): void {
    this.#isOver = true;
    this.#stopClock();
  }
}

function timeoutError(timeout: number): Error {
  const advice = 'What it sends must go through the connection that it is given, since everything else waits for it.';
  return namedError('TimeoutError', `the set-up did not complete within ${timeout} ms. ${advice}`);
}
