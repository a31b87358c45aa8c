import { reportFailure } from './reporting.js';

/** Events of a Sock. A listener that throws is reported; the others are still called. */
export class EventEmitter {
  #listeners = new Map();

  addListener(type, listener) {
    if (typeof listener !== 'function') {
      throw new TypeError('a listener must be a function');
    }
    this.#listeners.set(type, [...this.#entries(type), { listener, call: listener }]);
    return this;
  }

  on(type, listener) {
    return this.addListener(type, listener);
  }

  once(type, listener) {
    if (typeof listener !== 'function') {
      throw new TypeError('a listener must be a function');
    }
    const call = (...args) => {
      this.#remove(type, (entry) => entry.call === call);
      listener.apply(this, args);
    };
    this.#listeners.set(type, [...this.#entries(type), { listener, call }]);
    return this;
  }

  removeListener(type, listener) {
    this.#remove(type, (entry) => entry.listener === listener);
    return this;
  }

  removeAllListeners(type) {
    if (type === undefined) {
      this.#listeners.clear();
    } else {
      this.#listeners.delete(type);
    }
    return this;
  }

  /** The functions that were added, in their order. */
  listeners(type) {
    return this.#entries(type).map((entry) => entry.listener);
  }

  /** @returns whether anybody listens */
  emit(type, ...args) {
    const entries = this.#entries(type);
    for (const { call } of entries) {
      try {
        call.apply(this, args);
      } catch (error) {
        reportFailure(error);
      }
    }
    return entries.length > 0;
  }

  #entries(type) {
    return this.#listeners.get(type) || [];
  }

  #remove(type, matches) {
    const left = this.#entries(type).filter((entry) => !matches(entry));
    if (left.length > 0) {
      this.#listeners.set(type, left);
    } else {
      this.#listeners.delete(type);
    }
  }
}
