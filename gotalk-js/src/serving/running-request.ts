/** A single request of the peer, from the call of its handler until its permit is free again. */
export class RunningRequest {
  readonly id: string;
  #controller = new AbortController();
  #isAtWork = true;
  #over: () => void;

  /** @param over called, perhaps more than once, when nothing of it runs any more */
  constructor(id: string, over: (request: RunningRequest) => void) {
    this.id = id;
    this.#over = () => over(this);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** The handler works until this is fulfilled; where it gave no promise, nobody knows until when. */
  worksUntil(promise: Promise<void> | undefined): void {
    const rests = () => {
      this.#isAtWork = false;
      if (this.signal.aborted) this.#over();
    };
    if (promise) {
      promise.then(rests);
    } else {
      rests();
    }
  }

  /** Nobody waits for the result any more. A handler that gave no promise may never answer then. */
  abort(reason: Error): void {
    this.#controller.abort(reason);
    if (!this.#isAtWork) this.#over();
  }

  answered(): void {
    this.#over();
  }
}
