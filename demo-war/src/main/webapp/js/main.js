import { alike } from './names-alike.js';
import { browserMemory, windowKey, windowMemory } from './storage.js';
import { byId } from './dom.js';
import { Chat } from './chat.js';
import { Composer } from './view/composer.js';
import { Connection } from './connection.js';
import { Desk } from './desk.js';
import { Downloads } from './files/downloads.js';
import { FileEntrance } from './view/file-entrance.js';
import { keepPending } from './kept-pending.js';
import { NameDialog } from './view/name-dialog.js';
import { Pulse } from './pulse/pulse.js';
import { shortcuts } from './view/shortcuts.js';
import { showConnection } from './view/indicator.js';
import { showPulse } from './pulse/panel.js';
import { suggestName } from './suggest-name.js';
import { themeButton } from './view/theme.js';
import { Uploads } from './files/uploads.js';
import { WirePanel } from './wire/panel.js';

const LOBBY = 'Lobby';

const connection = new Connection();
const { sock } = connection;
const wire = new WirePanel(sock);
const chat = new Chat(connection, windowKey());
const composer = new Composer((text) => chat.outbox.add(desk.room, text));
const uploads = new Uploads(chat, connection);
const desk = new Desk({ chat, connection, composer, uploads, downloads: new Downloads(sock) });
const entrance = new FileEntrance((files) => composer.complainOfFiles(!uploads.add(desk.room, files)));
const theme = themeButton();
const nameDialog = new NameDialog(async (name) => {
  await chat.call(name);
  browserMemory.write('name', name);
  desk.refresh();
}, () => composer.focus());

// For the browser's console: the connection of this page, to play with.
window.sock = sock;

const askName = () => nameDialog.open(chat.name, { mayCancel: true });
const refuse = (error) => nameDialog.open(chat.name, { error: `${error}.`, mayCancel: false });

showConnection(connection);
showPulse(new Pulse(connection));
chat.addEventListener('refused', ({ detail }) => refuse(detail));
byId('me').addEventListener('click', askName);
shortcuts(
  [
    ['m', 'write a message', () => desk.showTab('chat', () => composer.focus())],
    ['f', 'send files', () => desk.showTab('chat', () => entrance.choose())],
    ['r', 'open a room', () => desk.showTab('rooms', () => byId('new-room-name').focus())],
    ['w', 'filter the wire', () => desk.showTab('wire', () => wire.focus())],
    ['p', 'pause the wire', () => wire.togglePause()],
    ['n', 'change your name', askName],
    ['t', 'light or dark', () => theme.toggle()],
    ['?', 'this help', () => byId('help-dialog').showModal()],
  ],
  { previousRoom: () => desk.step(-1), nextRoom: () => desk.step(1) },
);

const asked = desk.askedFor();
const earlier = windowMemory.read('rooms') || [LOBBY];
const names = asked && !earlier.some((name) => alike(name) === alike(asked)) ? [...earlier, asked] : earlier;
desk.start(names, asked || names[0] || LOBBY);
keepPending(chat);

const known = browserMemory.read('name');
if (known) {
  chat.call(known).catch((error) => refuse(error.message));
} else {
  nameDialog.open(suggestName(), { mayCancel: false });
}
