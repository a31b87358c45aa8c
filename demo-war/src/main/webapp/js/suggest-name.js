const MANNERS = ['Brave', 'Calm', 'Clever', 'Gentle', 'Merry', 'Nimble', 'Quiet', 'Swift', 'Sunny', 'Witty'];
const ANIMALS = ['Badger', 'Finch', 'Fox', 'Heron', 'Lynx', 'Marten', 'Otter', 'Owl', 'Robin', 'Wren'];

/** A name for somebody who has none yet. */
export function suggestName() {
  return `${anyOf(MANNERS)} ${anyOf(ANIMALS)}`;
}

function anyOf(list) {
  return list[Math.floor(Math.random() * list.length)];
}
