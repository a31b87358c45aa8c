import { alike } from './names-alike.js';
import { Directory } from './directory.js';
import { Outbox } from './outbox.js';
import { Room } from './room.js';
import { sentenceOf } from './format.js';

const PATIENCE = 10_000;

/**
 * The chat, as one visitor sees it: says hello on each new connection and goes back into the rooms. Events: `rooms` (the
 * set of one's rooms changed), `entered` (the room in `detail` is there), `name` (one's name changed), `refused` (the
 * name is not to be had) and `problem` (a room is not to be had), both with the reason as `detail`.
 */
export class Chat extends EventTarget {
  name;
  isHere = false;
  directory = new Directory();
  rooms = new Map();
  outbox;
  #sock;
  #key;
  #since;
  #arrivals = 0;

  constructor(connection, key) {
    super();
    const { sock } = connection;
    this.#sock = sock;
    this.#key = key;
    this.outbox = new Outbox(this, connection, ({ name }, { text, ref }) =>
      this.#request('chat/say', { room: name, text, ref }),
    );
    sock.on('open', () => this.#arrive().catch((error) => this.#tell('refused', error.message)));
    sock.on('close', () => this.#lose());
    for (const kind of ['message', 'joined', 'left', 'renamed']) {
      gotalk.handleNotification(`chat/${kind}`, (event) => this.rooms.get(alike(event.room))?.apply(kind, event));
    }
    gotalk.handleNotification('chat/uploading', (news) => this.room(news.room)?.showUploading(news));
    for (const kind of ['room', 'room-gone']) {
      gotalk.handleNotification(`chat/${kind}`, (event) => this.directory.apply(kind, event));
    }
  }

  /** Says hello with this name, or changes one's name to it. */
  async call(name) {
    if (this.isHere) {
      this.name = await this.#request('chat/rename', name);
      this.#tell('name');
      return;
    }
    this.name = name;
    if (this.#sock.ws) {
      await this.#arrive();
    }
  }

  room(name) {
    return this.rooms.get(alike(name));
  }

  /** The room, joined now or, while there is no connection, as soon as there is one. */
  async join(name) {
    const room = this.rooms.get(alike(name)) ?? new Room(name);
    if (this.isHere && !room.isLoaded) {
      this.rooms.set(alike(name), room);
      try {
        await this.#enter(room);
      } catch (error) {
        this.rooms.delete(alike(name));
        throw error;
      }
    }
    this.rooms.set(alike(name), room);
    this.#tell('rooms');
    return room;
  }

  async leave(room) {
    this.rooms.delete(alike(room.name));
    this.#tell('rooms');
    if (this.isHere) {
      await this.#request('chat/leave', room.name);
    }
  }

  /** The same message once more. If the server has it after all, it is not said twice. */
  async sayAgain(room, entry) {
    room.markPending(entry, 'waiting');
    if (this.isHere && !room.isLoaded) {
      await this.#enterAgain(room);
    }
    await this.outbox.flush(room);
  }

  async #arrive() {
    if (!this.name) return;
    const arrival = ++this.#arrivals;
    const welcome = await this.#request('chat/hello', { name: this.name, key: this.#key }).catch((error) => {
      if (arrival === this.#arrivals) throw error;
    });
    if (arrival !== this.#arrivals) return;
    this.#since = welcome.since;
    this.name = welcome.name;
    this.isHere = true;
    this.directory.load(welcome);
    this.#tell('name');
    await Promise.all([...this.rooms.values()].map((room) => this.#enterAgain(room)));
    this.#tell('rooms');
  }

  async #enterAgain(room) {
    const arrival = this.#arrivals;
    try {
      await this.#enter(room);
    } catch (error) {
      if (arrival !== this.#arrivals) return;
      if (room.pending.length > 0) {
        room.refusePending(sentenceOf(error.message));
      } else {
        this.rooms.delete(alike(room.name));
      }
      this.#tell('problem', error.message);
    }
  }

  async #enter(room) {
    const arrival = this.#arrivals;
    const snapshot = await this.#request('chat/join', room.name);
    if (arrival === this.#arrivals) {
      room.load(snapshot, this.#since);
      this.outbox.flush(room);
      this.#tell('entered', room);
    }
  }

  #lose() {
    this.#arrivals += 1;
    this.isHere = false;
    this.directory.suspend();
    this.rooms.forEach((room) => room.suspend());
  }

  #request(operation, value) {
    return this.#sock.request(operation, value, { timeout: PATIENCE });
  }

  #tell(what, detail) {
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }
}
