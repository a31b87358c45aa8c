import { imageSize } from './image-size.js';
import { MOST_PREVIEW_BYTES } from './limits.js';

const TYPES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);
const MOST_PIXELS = 24_000_000;
const WIDTH = 320;
const HEIGHT = 240;

/** Whether a file is worth a look at its content: it claims to be an image, and a small one. */
export function mayPreview({ type, size }) {
  return TYPES.has(type) && size <= MOST_PREVIEW_BYTES;
}

/**
 * Paints an image on a canvas, no larger than the canvas may be: a picture element would need a page that lets images in
 * from more places than this server. Fails for what is no image.
 */
export async function paint(canvas, blob) {
  const size = imageSize(new Uint8Array(await blob.arrayBuffer()));
  if (!size || size.width * size.height > MOST_PIXELS || size.width * size.height === 0) {
    throw new Error('no image, or too large a one');
  }
  const image = await createImageBitmap(blob);
  const scale = Math.min(1, WIDTH / image.width, HEIGHT / image.height);
  const sharpness = Math.min(devicePixelRatio, 1 / scale);
  canvas.width = Math.max(1, Math.round(image.width * scale * sharpness));
  canvas.height = Math.max(1, Math.round(image.height * scale * sharpness));
  canvas.style.width = `${Math.max(1, Math.round(image.width * scale))}px`;
  const context = canvas.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  image.close();
}
