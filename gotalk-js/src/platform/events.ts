import { reportFailure } from './reporting.js';

type Listener = (...args: any[]) => void;

/** A listener that throws is reported as an uncaught error; the others are still called. */
export class EventEmitter<Events> {
  #listeners = new Map<PropertyKey, { listener: Listener; call: Listener }[]>();

  addListener<K extends keyof Events>(event: K, listener: (value: Events[K]) => void): this {
    return this.#add(event, listener, listener);
  }

  on<K extends keyof Events>(event: K, listener: (value: Events[K]) => void): this {
    return this.#add(event, listener, listener);
  }

  once<K extends keyof Events>(event: K, listener: (value: Events[K]) => void): this {
    const call: Listener = (...args) => {
      this.#remove(event, (entry) => entry.call === call);
      (listener as Listener).apply(this, args);
    };
    return this.#add(event, listener, call);
  }

  removeListener<K extends keyof Events>(event: K, listener: (value: Events[K]) => void): this {
    this.#remove(event, (entry) => entry.listener === listener);
    return this;
  }

  /** Those of one event, or all. */
  removeAllListeners(event?: keyof Events): this {
    if (event === undefined) {
      this.#listeners.clear();
    } else {
      this.#listeners.delete(event);
    }
    return this;
  }

  /** The functions that were added, in their order. */
  listeners<K extends keyof Events>(event: K): Array<(value: Events[K]) => void> {
    return this.#entries(event).map((entry) => entry.listener);
  }

  /** @returns whether there are listeners */
  emit<K extends keyof Events>(event: K, ...args: [value?: Events[K]]): boolean {
    const entries = this.#entries(event);
    for (const { call } of entries) {
      try {
        call.apply(this, args);
      } catch (error) {
        reportFailure(error);
      }
    }
    return entries.length > 0;
  }

  #entries(event: PropertyKey) {
    return this.#listeners.get(event) || [];
  }

  #add(event: PropertyKey, listener: Listener, call: Listener): this {
    if (typeof listener !== 'function') {
      throw new TypeError('a listener must be a function');
    }
    this.#listeners.set(event, [...this.#entries(event), { listener, call }]);
    return this;
  }

  #remove(event: PropertyKey, matches: (entry: { listener: Listener; call: Listener }) => boolean): void {
    const left = this.#entries(event).filter((entry) => !matches(entry));
    if (left.length > 0) {
      this.#listeners.set(event, left);
    } else {
      this.#listeners.delete(event);
    }
  }
}
