// A photo, from the live view or a file → small → into the store.
import { add } from './store.js';
import { decoded, shrink, thumbOf } from './shrink.js';
import { exif } from './exif.js';
import { isPlate, normal } from './plates.js';
import { placeNow } from './place.js';

/** A file this young was taken just now, where the phone is. */
const JUST_TAKEN = 120_000;

export async function takeFrom(video, typed) {
  const taken = new Date().toISOString();
  const place = placeNow();
  const still = await createImageBitmap(video);
  await keep(still, { taken, place, live: true, typed });
}

/** @throws when the file is no picture that this browser can show */
export async function takeFile(file, typed) {
  const said = await exif(file);
  const modified = Number.isFinite(file.lastModified) ? file.lastModified : Date.now();
  const taken = said.taken ?? new Date(modified).toISOString();
  const live = Math.abs(Date.now() - Date.parse(taken)) < JUST_TAKEN;
  await keep(await decoded(file), { taken, place: said.place ?? (live ? placeNow() : null), live, typed });
}

async function keep(picture, { taken, place, live, typed }) {
  const [image, thumb] = await Promise.all([shrink(picture), thumbOf(picture)]);
  picture.close();
  await add({ key: random(), taken, image, thumb, place, live, typed: isPlate(typed) ? normal(typed) : '', state: 'WAITING' });
}

const random = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
