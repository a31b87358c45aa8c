/**
 * Asks the server, after a handshake that failed, whether it wants a sign-in: browsers do not show a page with which
 * status the handshake was answered. Servers of ours answer at `status` below their address, with `mayConnect`; others,
 * and those that are away, say nothing that this understands.
 *
 * @param refused hears why this page may not connect; not called where it may, or where nothing is known
 */
export function askStatus(address: string, refused: (why: string) => void): Promise<void> {
  const url = address.replace(/^ws/i, 'http').replace(/\/?([?#].*)?$/, '/status');
  // Cookies go along as with the handshake; a redirect is not followed, since its target may be anywhere.
  return fetch(url, { credentials: 'include', cache: 'no-store', redirect: 'manual' })
    .then(refusal)
    .then((why) => {
      if (why) refused(why);
    })
    .catch(() => {});
}

/** Why a handshake was refused, where that is known: npm's `ws` says it. Empty for any other failure. */
export function refusalIn({ cause }: Error): string {
  const status = /server response: (40[13]|3..)/.exec((cause as Error)?.message)?.[1];
  return status ? `the server answers ${status}` : '';
}

async function refusal(response: Response): Promise<string> {
  if (response.status === 401 || response.status === 403) return `the server answers ${response.status}`;
  const text = response.ok ? await response.text() : '{}';
  // Some servers send their form in the place of what was asked for.
  if (response.type === 'opaqueredirect' || text.includes('j_security_check')) return 'the server asks for a sign-in';
  const { mayConnect, draining } = JSON.parse(text);
  return mayConnect === false && !draining ? 'this user may not connect' : '';
}
