/** Reads and writes that go on without storage: private windows and strict settings may refuse it. */
function reading(storage, key) {
  try {
    return JSON.parse(storage().getItem(key));
  } catch {
    return null;
  }
}

function writing(storage, key, value) {
  try {
    if (value === null) {
      storage().removeItem(key);
    } else {
      storage().setItem(key, JSON.stringify(value));
    }
  } catch {
    // Nothing is kept, then.
  }
}

const local = () => window.localStorage;
const session = () => window.sessionStorage;

/** What this browser remembers. */
export const browserMemory = {
  read: (key) => reading(local, `gotalk.${key}`),
  write: (key, value) => writing(local, `gotalk.${key}`, value),
};

/** What this window remembers, also when it is loaded again. */
export const windowMemory = {
  read: (key) => reading(session, `gotalk.${key}`),
  write: (key, value) => writing(session, `gotalk.${key}`, value),
};

/**
 * This window's secret, by which the server knows it again after a reconnect. It is stored only while the page is not
 * there: a duplicated window must not come with the secret of the original.
 */
export function windowKey() {
  const key = windowMemory.read('key') || randomMark();
  windowMemory.write('key', null);
  addEventListener('pagehide', () => windowMemory.write('key', key));
  addEventListener('pageshow', () => windowMemory.write('key', null));
  return key;
}

/** A mark that nobody else has. */
export function randomMark() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(36).padStart(2, '0')).join('');
}
