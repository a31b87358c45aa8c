/** The `gotalk` object itself: programs change its properties at any time, so they are always read from here. */
export const gotalk = {
  // Replaced by the project's version when the script is assembled.
  version: '0.0.0-dev',
  developmentMode: false,
  defaultResponderAddress: '',
  defaultRequestTimeout: 30_000,
};
