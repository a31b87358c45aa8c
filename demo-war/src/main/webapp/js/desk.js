import { byId } from './dom.js';
import { RoomList } from './view/room-list.js';
import { showPeople } from './view/people-view.js';
import { Tabs } from './view/tabs.js';
import { Timeline } from './view/timeline.js';
import { UploadList } from './view/upload-list.js';
import { windowMemory } from './storage.js';

/** What lies before the visitor: the room that is shown, the list of rooms, and everything that changes with them. */
export class Desk {
  room;
  #chat;
  #connection;
  #composer;
  #timeline;
  #uploads;
  #uploadList;
  #rooms;
  #tabs = new Tabs((tab) => tab === 'chat' && this.show(this.room));

  constructor({ chat, connection, composer, uploads, downloads }) {
    this.#chat = chat;
    this.#connection = connection;
    this.#composer = composer;
    this.#timeline = new Timeline(chat, downloads);
    this.#uploads = uploads;
    this.#uploadList = new UploadList(uploads);
    this.#rooms = new RoomList(chat, (name) => this.open(name));
    connection.addEventListener('state', () => this.refresh());
    uploads.addEventListener('change', () => this.refresh());
    chat.directory.addEventListener('change', () => this.refresh());
    chat.addEventListener('name', () => this.refresh());
    chat.addEventListener('rooms', () => this.#roomsChanged());
    chat.addEventListener('problem', ({ detail }) => this.#complain(detail));
    byId('new-room').addEventListener('submit', (event) => this.#openTyped(event));
    byId('leave').addEventListener('click', () => this.#leave());
    addEventListener('hashchange', () => this.askedFor() && this.open(this.askedFor()));
    document.addEventListener('visibilitychange', () => this.#read());
  }

  /** The room that the page's address names. */
  askedFor() {
    try {
      return decodeURIComponent(location.hash.slice(1)).trim();
    } catch {
      return '';
    }
  }

  /** With these rooms, one of them shown. */
  start(names, first) {
    names.forEach((name) => this.#chat.join(name).then((room) => this.#watch(room)));
    this.show(this.#chat.room(first));
  }

  async open(name) {
    byId('rooms-error').textContent = '';
    try {
      const isNew = !this.#chat.room(name);
      const room = await this.#chat.join(name);
      if (isNew) {
        this.#watch(room);
      }
      this.show(room);
      this.showTab('chat');
    } catch (error) {
      this.#complain(error.message);
    }
  }

  show(room) {
    if (this.room !== room) {
      this.room = room;
      this.#timeline.show(room);
      this.#uploadList.show(room);
    }
    this.#read();
    this.refresh();
    const hash = `#${encodeURIComponent(room.name)}`;
    if (location.hash !== hash) {
      history.replaceState(null, '', hash);
    }
  }

  showTab(name, then = () => {}) {
    this.#tabs.show(name);
    then();
  }

  /** Shows the room that many places further down the list. */
  step(places) {
    const rooms = [...this.#chat.rooms.values()];
    const next = (rooms.indexOf(this.room) + places + rooms.length) % rooms.length;
    this.show(rooms[next]);
  }

  refresh() {
    const { room } = this;
    const presence = this.#presence();
    byId('room-name').firstElementChild.textContent = room.name;
    byId('leave').hidden = this.#chat.rooms.size < 2;
    byId('me').hidden = !this.#chat.name;
    byId('me-name').textContent = this.#chat.name ?? '';
    document.body.classList.toggle('away', !this.#chat.isHere);
    showPeople(room, this.#chat.name);
    this.#rooms.show(room);
    const files = this.#uploads.waitingFor(room).length;
    this.#composer.show(room, { presence, isFull: this.#chat.outbox.isFull, files });
    const unread = [...this.#chat.rooms.values()].reduce((sum, { unread: number }) => sum + number, 0);
    document.title = `${unread > 0 ? `(${unread}) ` : ''}${room.name} – Gotalk chat`;
  }

  #presence() {
    const { state } = this.#connection;
    if (state.kind !== 'online' && !state.isFirst) return 'away';
    if (!this.#chat.name) return 'nameless';
    return this.#chat.isHere && this.room.isLoaded ? 'here' : 'entering';
  }

  #watch(room) {
    room.addEventListener('state', () => this.refresh());
    room.addEventListener('pending', () => this.refresh());
    room.addEventListener('entry', () => {
      this.#read();
      this.refresh();
    });
  }

  #read() {
    const isShown = document.body.dataset.tab === 'chat' || !isNarrow();
    if (this.room.unread > 0 && isShown && document.visibilityState === 'visible') {
      this.room.markRead();
    }
  }

  #roomsChanged() {
    const rooms = [...this.#chat.rooms.values()];
    windowMemory.write('rooms', rooms.map((room) => room.name));
    if (!rooms.includes(this.room) && rooms.length > 0) {
      this.show(rooms[0]);
    } else {
      this.refresh();
    }
  }

  async #openTyped(event) {
    event.preventDefault();
    const field = byId('new-room-name');
    await this.open(field.value.trim());
    if (!byId('rooms-error').textContent) {
      field.value = '';
      this.#composer.focus();
    }
  }

  async #leave() {
    try {
      await this.#chat.leave(this.room);
    } catch (error) {
      this.#complain(error.message);
    }
  }

  #complain(reason) {
    byId('rooms-error').textContent = `${reason}.`;
    this.#roomsChanged();
  }
}

function isNarrow() {
  return matchMedia('(max-width: 719px)').matches;
}
