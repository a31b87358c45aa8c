import { bdi, byId, el } from '../dom.js';
import { sizeOf } from '../format.js';
import { transferBar } from './transfer-bar.js';

/** The files on their way to the room that is shown: one's own, and as far as they are told of, those of others. */
export class UploadList {
  #uploads;
  #room = null;
  #rows = new Map();
  #theirs = new Map();
  #list = byId('uploads');

  constructor(uploads) {
    this.#uploads = uploads;
    uploads.addEventListener('change', () => this.#show());
  }

  show(room) {
    this.#room?.removeEventListener('incoming', this.#show);
    this.#room = room;
    room.addEventListener('incoming', this.#show);
    this.#show();
  }

  /** Rows stay as long as what they show, so that nobody loses a button under the hand. */
  #show = () => {
    const own = this.#uploads.list.filter(({ room }) => room === this.#room);
    const theirs = [...this.#room.incoming.values()].filter(({ ref }) => !own.some((upload) => upload.ref === ref));
    this.#rows = keptRows(this.#rows, own, (upload) => upload.ref, (upload) => ownRow(upload, this.#uploads));
    this.#theirs = keptRows(this.#theirs, theirs, ({ ref }) => ref, theirRow);
    theirs.forEach(({ ref, received }) => this.#theirs.get(ref).show(received));
    const rows = [...this.#theirs.values(), ...this.#rows.values()].map(({ element }) => element);
    if (rows.length !== this.#list.children.length || rows.some((row, i) => row !== this.#list.children[i])) {
      this.#list.replaceChildren(...rows);
    }
  };
}

function keptRows(before, items, key, make) {
  return new Map(items.map((item) => [key(item), before.get(key(item)) ?? make(item)]));
}

function theirRow({ who, file }) {
  const { element, show } = transferBar(`${who} sends ${file.name}`, file.size);
  const text = el('p', { className: 'text' }, bdi(who), ' sends ', bdi(file.name), '…');
  return { element: el('li', { className: 'message' }, el('div', { className: 'bubble' }, text, element)), show };
}

function ownRow(upload, uploads) {
  const { file } = upload;
  const button = (text, onclick) => el('button', { type: 'button', className: 'link', onclick }, text);
  const { element: bar, show } = transferBar(`Sending ${file.name}`, file.size);
  const note = el('p', { className: 'sending' });
  const element = el(
    'li',
    { className: 'message own' },
    el('div', { className: 'bubble' }, el('p', { className: 'text' }, bdi(file.name)), bar),
    note,
  );
  const again = button('Send again', () => uploads.again(upload));
  const remove = button('Remove', () => uploads.remove(upload));
  const cancel = button('Cancel', () => uploads.remove(upload));
  const notes = {
    waiting: () => [`${sizeOf(file.size)}, waiting to be sent · `, cancel],
    sending: () => ['sending… ', cancel],
    failed: () => [el('strong', {}, 'Not sent. '), `${upload.error} `, again, ' ', remove],
    refused: () => [el('strong', {}, 'Not sent. '), `${upload.error} `, remove],
  };

  function change() {
    show(upload.sent, upload.rate.perSecond);
    if (element.dataset.state === upload.state) return;
    element.dataset.state = upload.state;
    bar.hidden = upload.state !== 'sending';
    const isBad = upload.error !== '';
    note.className = isBad ? 'not-sent' : 'sending';
    note.role = isBad ? 'alert' : null;
    note.replaceChildren(...notes[upload.state]());
  }

  upload.addEventListener('change', change);
  change();
  return { element };
}
