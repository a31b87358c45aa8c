const MEBIBYTE = 1024 * 1024;

/** Largest file that the server takes, in bytes. */
export const MOST_BYTES = 64 * MEBIBYTE;

/** So many files may be on their way from this page. */
export const MOST_UPLOADS = 10;

/** Larger images are shown only as a file to download. */
export const MOST_PREVIEW_BYTES = 2 * MEBIBYTE;

/** Images for previews that are kept in this page, in bytes. */
export const MOST_KEPT_BYTES = 32 * MEBIBYTE;
