import { byId } from '../dom.js';
import { count } from '../format.js';
import { entryView, pendingView } from './entry-view.js';

const NEARLY = 40;

/** What happened in the room that is shown. Stays at the end unless somebody scrolled up to read. */
export class Timeline {
  #chat;
  #downloads;
  #room = null;
  #list = byId('timeline');
  #pending = byId('pending');
  #scroller = byId('scroller');
  #toNewest = byId('to-newest');
  #below = 0;
  #follows = true;
  #top = 0;

  constructor(chat, downloads) {
    this.#chat = chat;
    this.#downloads = downloads;
    this.#scroller.addEventListener('scroll', () => this.#scrolled(), { passive: true });
    // What lies in it grows, too, when an image has come.
    const grows = new ResizeObserver(() => this.#follows && this.toEnd());
    [this.#scroller, this.#list, byId('uploads')].forEach((element) => grows.observe(element));
    this.#toNewest.addEventListener('click', () => this.toEnd());
  }

  show(room) {
    this.#room?.removeEventListener('entry', this.#onEntry);
    this.#room?.removeEventListener('pending', this.#onPending);
    this.#room = room;
    room.addEventListener('entry', this.#onEntry);
    room.addEventListener('pending', this.#onPending);
    // A reader is not to recite the whole of another room.
    this.#list.setAttribute('aria-live', 'off');
    this.#list.replaceChildren(...room.entries.map((entry, i) => this.#view(entry, room.entries[i - 1])));
    requestAnimationFrame(() => this.#list.setAttribute('aria-live', 'polite'));
    this.#onPending();
    this.toEnd();
  }

  toEnd() {
    this.#scroller.scrollTop = this.#scroller.scrollHeight;
    this.#below = 0;
    this.#follows = true;
    this.#toNewest.hidden = true;
  }

  #onEntry = ({ detail: entry }) => {
    this.#list.append(this.#view(entry, this.#room.entries.at(-2)));
    while (this.#list.children.length > this.#room.entries.length) {
      this.#list.firstElementChild.remove();
    }
    this.#grown(entry.kind === 'message');
  };

  #onPending = () => {
    const chat = this.#chat;
    const room = this.#room;
    const views = room.pending.map((entry) =>
      pendingView(entry, {
        again: () => chat.sayAgain(room, entry),
        discard: () => room.dropPending(entry.ref),
      }),
    );
    this.#pending.replaceChildren(...views);
    this.#grown(false);
  };

  #view(entry, before) {
    return entryView(entry, before, entry.kind === 'message' && entry.from === this.#chat.name, this.#downloads);
  }

  #grown(isMessage) {
    if (this.#follows) {
      this.toEnd();
    } else if (isMessage) {
      this.#below += 1;
      this.#toNewest.textContent = `${count(this.#below, 'new message')} ↓`;
      this.#toNewest.hidden = false;
    }
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.#scroller;
    const wentUp = scrollTop < this.#top;
    this.#top = scrollTop;
    // What is told now may have been scrolled before more came.
    this.#follows = scrollHeight - scrollTop - clientHeight < NEARLY || (this.#follows && !wentUp);
    if (this.#follows) {
      this.#below = 0;
      this.#toNewest.hidden = true;
    }
  }
}
