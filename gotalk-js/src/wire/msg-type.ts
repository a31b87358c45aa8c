// The first byte of each message: its letter.
export const SingleReq = 0x72; // r
export const StreamReq = 0x73; // s
export const StreamReqPart = 0x70; // p
export const SingleRes = 0x52; // R
export const StreamRes = 0x53; // S
export const ErrorRes = 0x45; // E
export const RetryRes = 0x65; // e
export const Notification = 0x6e; // n
export const Heartbeat = 0x68; // h
export const ProtocolError = 0x66; // f
