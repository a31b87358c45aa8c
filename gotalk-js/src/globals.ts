declare const GOTALK_VERSION: string;

/** What programs read and change on `gotalk` itself, at any time. The object is `gotalk`. */
class Globals {
  /** Version of this library; for the version of the protocol see `protocol.Version`. */
  readonly version: string = GOTALK_VERSION;
  /** Whether helpful warnings go to the console: at first true on localhost, 127.0.0.1 and *.local. */
  developmentMode = false;
  /**
   * Where to connect without an address. At first the folder that `gotalk.js` or `gotalk.mjs` came from, with ws for
   * http and wss for https; `gotalk/` beside the page where a bundler made another file of it; empty where there is no
   * page either, as in workers and in Node.
   */
  defaultResponderAddress = '';
  /** Deadline of requests that name none, in milliseconds; 0 for none. At first 30000. Ours. */
  defaultRequestTimeout = 30_000;
}

export const globals = new Globals();
