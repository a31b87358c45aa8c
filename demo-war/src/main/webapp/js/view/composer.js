import { byId } from '../dom.js';

const SEND_HINT = 'Enter sends, Shift+Enter makes a new line.';

/** The field to write in. `send(text)` gets what was written, without the space around it. */
export class Composer {
  #field = byId('message');
  #note = byId('composer-note');

  constructor(send) {
    const submit = () => {
      const text = this.#field.value.trim();
      if (!text) return;
      this.#field.value = '';
      this.#grow();
      send(text);
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

  show(room, isReady) {
    this.#field.placeholder = `Say something in ${room.name}`;
    this.#note.textContent = isReady ? SEND_HINT : 'Not connected: what you send now stays here until you send it again.';
    this.#note.dataset.ready = isReady;
  }

  #grow() {
    this.#field.style.height = 'auto';
    this.#field.style.height = `${this.#field.scrollHeight + 2}px`;
  }
}
