import { byId } from '../dom.js';
import { count } from '../format.js';
import { MOST_PENDING } from '../outbox.js';
import { MOST_UPLOADS } from '../files/limits.js';

const NOTES = {
  here: 'Enter sends, Shift+Enter makes a new line.',
  entering: 'Entering the room…',
  nameless: 'Others want to know your name first.',
};

/** The field to write in. `send(text)` gets what was written, without the space around it, and says whether it took it. */
export class Composer {
  #field = byId('message');
  #note = byId('composer-note');

  constructor(send) {
    const submit = () => {
      const text = this.#field.value.trim();
      if (!text || !send(text)) return;
      this.#field.value = '';
      this.#grow();
    };
    byId('composer').addEventListener('submit', (event) => {
      event.preventDefault();
      submit();
      this.#field.focus();
    });
    this.#field.addEventListener('input', () => this.#grow());
    this.#field.addEventListener('keydown', (event) => {
      // An Enter that ends the composition of a character is not meant for us.
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        submit();
      }
    });
  }

  focus() {
    this.#field.focus();
  }

  /**
   * `presence` is `here` where what is sent now goes out at once, `entering` on the way there, `nameless` or `away`;
   * `isFull` is whether no more can wait, `files` the number of those that do.
   */
  show(room, { presence, isFull, files }) {
    this.#field.placeholder = `Say something in ${room.name}`;
    const note = isFull ? fullNote() : presence === 'away' ? awayNote(room, files) : NOTES[presence];
    if (this.#note.textContent !== note) {
      this.#note.textContent = note;
    }
    this.#note.dataset.presence = presence;
    this.#note.classList.toggle('trouble', isFull || presence === 'away');
  }

  /** Says whether there were more files than can be on their way. */
  complainOfFiles(tooMany) {
    byId('files-error').textContent = tooMany
      ? `At most ${MOST_UPLOADS} files can be on their way from this page: the others were left out.`
      : '';
  }

  #grow() {
    this.#field.style.height = 'auto';
    this.#field.style.height = `${this.#field.scrollHeight + 2}px`;
  }
}

function awayNote({ pending }, files) {
  const messages = pending.filter(({ state }) => state === 'waiting').length;
  const waiting = [messages > 0 && count(messages, 'message'), files > 0 && count(files, 'file')].filter(Boolean);
  return waiting.length === 0
    ? 'Not connected: what you send now is kept and goes out when the connection is back.'
    : `Not connected: ${waiting.join(' and ')} will go out when the connection is back.`;
}

function fullNote() {
  return `${MOST_PENDING} messages are not sent yet, and this page keeps no more: wait, or discard some.`;
}
