import { MOST_UPLOADS } from './limits.js';
import { sentenceOf } from '../format.js';
import { Upload } from './upload.js';

const MOST_REFUSALS = 5;

/**
 * The files of this page that are on their way, one after the other. One whose connection ends begins again on the next;
 * the server does not show it twice. Event `change` comes when the list is another one, or what waits in it.
 */
export class Uploads extends EventTarget {
  list = [];
  #connection;
  #chat;
  #isBusy = false;

  constructor(chat, connection) {
    super();
    this.#connection = connection;
    this.#chat = chat;
    chat.addEventListener('entered', () => this.#run());
    chat.addEventListener('rooms', () => this.#dropThoseOfRoomsLeft());
    addEventListener('beforeunload', (event) => this.#isBusy && event.preventDefault());
  }

  /** @returns whether there was room for all of them */
  add(room, files) {
    const fitting = [...files].slice(0, Math.max(0, MOST_UPLOADS - this.list.length));
    this.#become([...this.list, ...fitting.map((file) => new Upload(room, file))]);
    this.#run();
    return fitting.length === files.length;
  }

  waitingFor(room) {
    return this.list.filter((upload) => upload.room === room && upload.state === 'waiting');
  }

  again(upload) {
    upload.become('waiting');
    this.#become(this.list);
    this.#run();
  }

  /** Cancels it, if it is under way. */
  remove(upload) {
    upload.cancel();
    this.#become(this.list.filter((other) => other !== upload));
  }

  async #run() {
    if (this.#isBusy) return;
    this.#isBusy = true;
    for (let upload = this.#next(); upload; upload = this.#next()) {
      await this.#send(upload);
    }
    this.#isBusy = false;
  }

  #next() {
    return this.list.find(({ state, room }) => state === 'waiting' && this.#isConnectedTo(room));
  }

  #isConnectedTo(room) {
    return room.isLoaded && this.#connection.isOpen;
  }

  async #send(upload) {
    upload.become('sending');
    try {
      await this.#patiently(() => upload.send(this.#connection.sock));
      this.remove(upload);
    } catch (error) {
      if (upload.isCancelled) return;
      if (this.#isConnectedTo(upload.room)) {
        upload.become('failed', error.name === 'TimeoutError' ? 'The server does not answer.' : sentenceOf(error.message));
      } else {
        upload.become('waiting');
        this.#become(this.list);
      }
    }
  }

  /** A stream that is refused for the time being has to begin anew: nobody keeps its parts. */
  async #patiently(attempt) {
    for (let refusals = 1; ; refusals += 1) {
      try {
        return await attempt();
      } catch (error) {
        if (!error.isRetry || refusals === MOST_REFUSALS) throw error;
        await new Promise((done) => setTimeout(done, error.wait + Math.random() * 500 * refusals));
      }
    }
  }

  #dropThoseOfRoomsLeft() {
    const rooms = new Set(this.#chat.rooms.values());
    this.list.filter(({ room }) => !rooms.has(room)).forEach((upload) => this.remove(upload));
  }

  #become(list) {
    this.list = list;
    this.dispatchEvent(new Event('change'));
  }
}
