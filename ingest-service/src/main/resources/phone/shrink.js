// Pictures small enough for a poor network: a long side of 1600 pixels, and of JPEG at most 200 KB, which 400 kbit/s carry in four
// seconds; promised are 250 KB.
const SIDE = 1600;
const BYTES = 200_000;
const QUALITIES = [0.8, 0.6, 0.45];
const THUMB_SIDE = 240;

/** A JPEG of a picture (image, bitmap or canvas) within `side` and `bytes`; smaller still where no quality is enough. */
export async function shrink(picture, side = SIDE, bytes = BYTES) {
  const canvas = drawn(picture, side);
  for (const quality of QUALITIES) {
    const jpeg = await jpegOf(canvas, quality);
    if (jpeg.size <= bytes) return jpeg;
  }
  return shrink(canvas, Math.round(Math.max(canvas.width, canvas.height) * 0.8), bytes);
}

export const thumbOf = (picture) => jpegOf(drawn(picture, THUMB_SIDE), 0.7);

/** Upright, whatever the camera's EXIF says: what is drawn has none. */
export const decoded = (file) => createImageBitmap(file, { imageOrientation: 'from-image' });

/** The same photo for a network that did not carry it in time. */
export async function smaller(jpeg) {
  const picture = await decoded(jpeg);
  const side = Math.max(640, Math.round(Math.max(picture.width, picture.height) * 0.7));
  const small = await shrink(picture, side, Math.max(40_000, Math.round(jpeg.size * 0.5)));
  picture.close();
  return small.size < jpeg.size ? small : jpeg;
}

function drawn(picture, side) {
  const { width, height } = picture;
  const scale = Math.min(1, side / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

const jpegOf = (canvas, quality) => new Promise((done, failed) => canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('no JPEG'))), 'image/jpeg', quality));
