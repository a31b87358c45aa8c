import { globals } from '../globals.js';

let base: URL | undefined;

/** Where the script came from says where the server is: `https://host/app/gotalk.js` means `wss://host/app/`. */
export function setScriptUrl(scriptUrl: string | undefined): void {
  base = webUrl(scriptUrl);
  const at = base || webUrl(globalThis.location?.href);
  globals.defaultResponderAddress = base ? toWebSocket(new URL('.', base)) : '';
  globals.developmentMode = at !== undefined && isLocalName(at.hostname);
}

/**
 * The WebSocket address that `address` stands for: absolute, `//host/path`, or a path on the host that served the
 * script (or the page, where that is not known).
 */
export function absoluteAddress(address: string | undefined): string {
  const given = address || globals.defaultResponderAddress;
  if (!given) {
    throw new Error('address not specified: pass one, or set gotalk.defaultResponderAddress');
  }
  if (/^wss?:/i.test(given)) return given;
  if (/^https?:\/\//i.test(given)) return toWebSocket(new URL(given));
  const host = base || webUrl(globalThis.location?.href);
  if (!host) {
    throw new Error(`address "${given}" must begin with ws:// or wss://, as the host of this script is not known`);
  }
  return toWebSocket(new URL(given.startsWith('/') ? given : `/${given}`, host));
}

/** Names of this machine and its neighbours, where developers work. */
function isLocalName(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1' || hostname.endsWith('.local');
}

export function isLoopback(address: string): boolean {
  const hostname = parsed(address)?.hostname ?? '';
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

function webUrl(text: string | undefined): URL | undefined {
  const url = parsed(text);
  return url && /^https?:$/.test(url.protocol) ? url : undefined;
}

function parsed(text: string | undefined): URL | undefined {
  try {
    return new URL(text!);
  } catch {
    return undefined;
  }
}

function toWebSocket(url: URL): string {
  return url.href.replace(/^http/, 'ws').replace(/#.*$/, '');
}
