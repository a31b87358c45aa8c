import type { Header } from './header.js';

/** Writes and reads messages without their payloads. */
export interface Protocol<T = any> {
  readonly versionBuf: T;
  makeFixnum(value: number, digits: number): T;
  /** Throws where it is not two hex digits. */
  parseVersion(data: T): number;
  /** Throws where the header is not complete and valid. */
  parseMsg(data: T): Header<T>;
  makeMsg(t: number, id: T | string | null, name: string | null, wait: number, size: number): T;
  makeHeartbeatMsg(load: number): T;
}

export interface BinaryProtocol extends Protocol<Uint8Array> {}
