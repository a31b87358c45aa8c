const MOST_ENTRIES = 500;
/** How long after the server's start people who were here before count as coming back, in milliseconds. */
const RETURNING = 2 * 60_000;

/**
 * A room as this page knows it. `entries` is what happened, in the server's order; `pending` what was typed here and is
 * not yet confirmed. The server's snapshot and its events overlap in time: ids say which event comes after it.
 */
export class Room extends EventTarget {
  name;
  people = [];
  entries = [];
  pending = [];
  /** Files that others send and that are told of, by their marks. */
  incoming = new Map();
  unread = 0;
  isLoaded = false;
  #since = null;
  /** Those who were here when the server ended and are not back yet. */
  #absent = new Set();
  #id = 0;
  #lastMessage = 0;
  #early = [];

  constructor(name) {
    super();
    this.name = name;
  }

  /** The connection is gone, and events may be missed from here on. */
  suspend() {
    this.isLoaded = false;
    this.#early = [];
    this.incoming.clear();
    this.#changed('incoming');
    this.pending.filter(({ state }) => state === 'sending').forEach((entry) => this.markPending(entry, 'waiting'));
    this.#changed('state');
  }

  /** A snapshot: what is new in it is added, what is known is not doubled. */
  load({ id, room, people, messages }, since) {
    const isFirst = this.#since === null;
    if (!isFirst && this.#since !== since) {
      this.#lastMessage = 0;
      this.#absent = new Set(this.people.filter((name) => !people.includes(name)));
      this.#add({ kind: 'note', text: 'The server started anew. What was said before is kept only on this page.' });
    }
    this.#since = since;
    this.name = room;
    this.people = people;
    messages.forEach((message) => this.#addMessage(message));
    this.#id = id;
    this.isLoaded = true;
    if (isFirst) {
      this.unread = 0;
    }
    this.#early.splice(0).forEach(([kind, event]) => this.apply(kind, event));
    this.#changed('state');
  }

  /** An event: `message`, `joined`, `left` or `renamed`. */
  apply(kind, event) {
    if (!this.isLoaded) {
      this.#early.push([kind, event]);
    } else if (event.id > this.#id) {
      this.#id = event.id;
      this.#happened(kind, event);
    }
  }

  /** Something was typed here. `state` is `waiting`, `sending` or `failed`. */
  addPending(ref, text, state = 'waiting', error = '') {
    this.pending.push({ ref, text, state, error, silences: 0 });
    this.#changed('pending');
  }

  markPending(entry, state, error = '') {
    Object.assign(entry, { state, error });
    this.#changed('pending');
  }

  /** The room is not to be had, and so there is no use in waiting. */
  refusePending(error) {
    this.pending.filter(({ state }) => state !== 'failed').forEach((entry) => this.markPending(entry, 'failed', error));
  }

  /** The server has it. It usually came as an event before; if not, it will. */
  confirmPending({ id, ref }) {
    if (id <= this.#lastMessage) {
      this.dropPending(ref);
    }
  }

  dropPending(ref) {
    this.pending = this.pending.filter((entry) => entry.ref !== ref);
    this.#changed('pending');
  }

  /** Somebody's file has come so far. */
  showUploading(news) {
    if (news.over) {
      this.incoming.delete(news.ref);
    } else {
      this.incoming.set(news.ref, news);
    }
    this.#changed('incoming');
  }

  markRead() {
    this.unread = 0;
    this.#changed('state');
  }

  #happened(kind, event) {
    const { who, was } = event;
    switch (kind) {
      case 'message':
        this.#addMessage(event);
        return;
      case 'joined':
        this.people = [...this.people, who];
        break;
      case 'left':
        this.people = this.people.filter((name) => name !== who);
        break;
      case 'renamed':
        this.people = this.people.map((name) => (name === was ? who : name));
        break;
    }
    if (kind !== 'joined' || !this.#isReturn(event)) {
      this.#add({ kind, ...event });
    }
    this.#changed('state');
  }

  /** People who come back after a restart of the server never left, as others see it. */
  #isReturn({ who, time }) {
    return this.#absent.delete(who) && new Date(time) - new Date(this.#since) < RETURNING;
  }

  #addMessage(message) {
    if (message.id <= this.#lastMessage) return;
    this.#lastMessage = message.id;
    const isOwn = this.pending.some((entry) => entry.ref === message.ref);
    if (isOwn) {
      this.dropPending(message.ref);
    }
    if (this.#isRepeated(message)) return;
    this.unread += isOwn ? 0 : 1;
    this.#add({ kind: 'message', ...message });
  }

  /** Whose answer was lost with the server says it again to the next one, which cannot know. */
  #isRepeated({ from, ref }) {
    return Boolean(ref) && this.entries.some((entry) => entry.ref === ref && entry.from === from);
  }

  #add(entry) {
    this.entries.push(entry);
    if (this.entries.length > MOST_ENTRIES) {
      this.entries.shift();
    }
    this.dispatchEvent(new CustomEvent('entry', { detail: entry }));
  }

  #changed(what) {
    this.dispatchEvent(new Event(what));
  }
}
