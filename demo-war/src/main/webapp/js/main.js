import { alike } from './names-alike.js';
import { browserMemory, windowKey, windowMemory } from './storage.js';
import { byId } from './dom.js';
import { Chat } from './chat.js';
import { Composer } from './view/composer.js';
import { Connection } from './connection.js';
import { Desk } from './desk.js';
import { NameDialog } from './view/name-dialog.js';
import { shortcuts } from './view/shortcuts.js';
import { showConnection } from './view/indicator.js';
import { suggestName } from './suggest-name.js';
import { themeButton } from './view/theme.js';
import { WirePanel } from './wire/panel.js';

const LOBBY = 'Lobby';

const connection = new Connection();
const { sock } = connection;
const wire = new WirePanel(sock);
const chat = new Chat(sock, windowKey());
const composer = new Composer((text) => chat.say(desk.room, text));
const desk = new Desk(chat, connection, composer);
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
chat.addEventListener('refused', ({ detail }) => refuse(detail));
byId('me').addEventListener('click', askName);
shortcuts(
  [
    ['m', 'write a message', () => desk.showTab('chat', () => composer.focus())],
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

const known = browserMemory.read('name');
if (known) {
  chat.call(known).catch((error) => refuse(error.message));
} else {
  nameDialog.open(suggestName(), { mayCancel: false });
}
