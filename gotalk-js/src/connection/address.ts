import { globals } from '../globals.js';

let base: URL | undefined;

/**
 * Where the script came from says where the server is: `https://host/app/gotalk.js` means `wss://host/app/`. A bundle
 * comes from anywhere, under another name; the server is then taken to be in `gotalk/` beside the page.
 */
export function setScriptUrl(scriptUrl: string | undefined): void {
  const script = webUrl(scriptUrl);
  const isOwnFile = script !== undefined && /\/gotalk\.m?js$/.test(script.pathname);
  const page = webUrl(globalThis.document?.baseURI);
  base = isOwnFile ? script : undefined;
  const folder = isOwnFile ? new URL('.', script) : page && new URL('gotalk/', page);
  globals.defaultResponderAddress = folder ? toWebSocket(folder) : '';
  const at = base || pageUrl() || script;
  globals.developmentMode = at !== undefined && isLocalName(at.hostname);
}

/** In a worker, its script's URL: the page's is not known there. */
function pageUrl(): URL | undefined {
  return webUrl(globalThis.location?.href);
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
  const host = base || pageUrl();
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
