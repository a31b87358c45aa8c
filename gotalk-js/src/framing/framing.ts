import type { NormalPayload } from '../wire/payload.js';
import type { Protocol } from '../wire/codec.js';

/** Puts messages into WebSocket messages. */
export interface Framing {
  readonly codec: Protocol;
  /** Sends a message that has no payload, as the codec wrote it. */
  sendHeader(header: string | Uint8Array): void;
  /** @returns the header as it went out */
  sendMessage(t: number, id: string | null, name: string | null, wait: number, payload: NormalPayload): string | Uint8Array;
  /** Hands what was batched to the WebSocket. */
  flush(): void;
  /** Bytes that the network has not taken yet. */
  readonly buffered: number;
}
