/** The protocol version this library speaks. */
export const VERSION = 1;

/** The WebSocket subprotocol that stands for a plain byte stream in both directions. */
export const SUBPROTOCOL = 'gotalk.v1';

/** The load of a heartbeat goes from 0 (idle) to this (overloaded). */
export const HEARTBEAT_MAX_LOAD = 0xffff;

/** A name's length has three hex digits. */
export const MAX_NAME_BYTES = 0xfff;
