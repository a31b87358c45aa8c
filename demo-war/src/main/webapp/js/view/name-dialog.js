import { byId } from '../dom.js';

/**
 * Asks for a name. `take(name)` may fail, with a reason that is shown for another try; `closed()` is called when the
 * dialog is done.
 */
export class NameDialog {
  #dialog = byId('name-dialog');
  #field = byId('name-field');
  #error = byId('name-error');
  #cancel = byId('name-cancel');

  constructor(take, closed) {
    byId('name-form').addEventListener('submit', async (event) => {
      event.preventDefault();
      this.#error.textContent = '';
      try {
        await take(this.#field.value.trim());
        this.close();
      } catch (error) {
        this.#error.textContent = `${error.message}.`;
        this.#field.select();
      }
    });
    this.#dialog.addEventListener('close', closed);
    this.#cancel.addEventListener('click', () => this.#dialog.close());
    this.#dialog.addEventListener('cancel', (event) => {
      if (this.#cancel.hidden) event.preventDefault();
    });
  }

  /** Without a name there is no chat, so a first one cannot be cancelled. */
  open(name, { error = '', mayCancel }) {
    this.#field.value = name;
    this.#error.textContent = error;
    this.#cancel.hidden = !mayCancel;
    if (!this.#dialog.open) {
      this.#dialog.showModal();
    }
    this.#field.select();
  }

  close() {
    this.#dialog.close();
  }
}
