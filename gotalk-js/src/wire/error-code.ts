// The codes of a protocol error.
export const Abnormal = 0;
export const Unsupported = 1;
export const InvalidMsg = 2;
export const Timeout = 3;
