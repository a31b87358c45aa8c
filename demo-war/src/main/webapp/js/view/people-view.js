import { bdi, byId, el } from '../dom.js';
import { avatar } from './avatar.js';

/** Who is in the room that is shown. */
export function showPeople(room, ownName) {
  byId('people').replaceChildren(
    ...room.people.map((name) =>
      el(
        'li',
        { className: name === ownName ? 'person own' : 'person' },
        avatar(name),
        bdi(name),
        name === ownName ? el('span', { className: 'you' }, 'you') : null,
      ),
    ),
  );
}
