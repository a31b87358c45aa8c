import { byId } from '../dom.js';

/** The ways in which files come to the page: chosen, dropped on the room, or pasted. `take(files)` gets them. */
export class FileEntrance {
  #field = byId('file-field');
  #pane = byId('chat-pane');

  constructor(take) {
    byId('attach').addEventListener('click', () => this.choose());
    this.#field.addEventListener('change', () => {
      take([...this.#field.files]);
      this.#field.value = '';
    });
    byId('message').addEventListener('paste', (event) => {
      if (event.clipboardData.files.length > 0) {
        event.preventDefault();
        take([...event.clipboardData.files]);
      }
    });
    this.#pane.addEventListener('drop', (event) => this.#hasFiles(event) && take([...event.dataTransfer.files]));
    // Everywhere else, too, a file that is dropped must not take the place of the page.
    for (const kind of ['dragover', 'drop', 'dragleave']) {
      addEventListener(kind, (event) => this.#drag(event));
    }
  }

  choose() {
    this.#field.click();
  }

  #drag(event) {
    if (!this.#hasFiles(event)) return;
    event.preventDefault();
    // Going over to a part of the pane is no leaving.
    if (event.type === 'dragleave' && this.#pane.contains(event.relatedTarget)) return;
    const isOver = event.type === 'dragover' && this.#pane.contains(event.target);
    this.#pane.classList.toggle('dropping', isOver);
    event.dataTransfer.dropEffect = isOver ? 'copy' : 'none';
  }

  #hasFiles({ dataTransfer }) {
    return dataTransfer.types.includes('Files');
  }
}
