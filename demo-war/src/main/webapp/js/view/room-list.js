import { alike } from '../names-alike.js';
import { bdi, byId, el } from '../dom.js';
import { count } from '../format.js';

/** The rooms: one's own with what is unread in them, then the others. */
export class RoomList {
  #chat;
  #choose;

  /** `choose(name)` is called with the room somebody wants to see. */
  constructor(chat, choose) {
    this.#chat = chat;
    this.#choose = choose;
  }

  show(active) {
    const joined = [...this.#chat.rooms.values()];
    const others = this.#chat.directory.rooms.filter(({ room }) => !this.#chat.room(room));
    const focused = document.activeElement?.dataset?.room;
    byId('joined-rooms').replaceChildren(...joined.map((room) => this.#row(room.name, room === active, room.unread)));
    byId('other-rooms').replaceChildren(...others.map(({ room }) => this.#row(room, false, 0)));
    byId('other-rooms-title').hidden = others.length === 0;
    if (focused) {
      document.querySelector(`.room-list [data-room="${CSS.escape(focused)}"]`)?.focus();
    }
    showTotal(joined.reduce((sum, room) => sum + room.unread, 0));
  }

  #row(name, isActive, unread) {
    const people = this.#chat.directory.people(name);
    const button = el(
      'button',
      { type: 'button', className: 'room', data: { room: alike(name) }, onclick: () => this.#choose(name) },
      bdi(name, { className: 'room-label' }),
      unread > 0 ? badge(unread) : null,
      el('span', { className: 'room-people', title: count(people, 'person', 'people') }, ` ${people} here`),
    );
    if (isActive) {
      button.setAttribute('aria-current', 'page');
    }
    return el('li', {}, button);
  }
}

function badge(unread) {
  return el('span', { className: 'badge' }, String(unread), el('span', { className: 'visually-hidden' }, ' unread, '));
}

function showTotal(unread) {
  const onTab = byId('tab-unread');
  onTab.hidden = unread === 0;
  onTab.textContent = String(unread);
}
