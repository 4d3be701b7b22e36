// The small photo of a capture; of one whose photo was deleted the word for it.
import { el } from './elements.js';
import { say } from './page.js';
import { photoAddress } from './api.js';

export function thumbnail(capture, alt = '') {
  if (capture.photoDeletedAt) return el('span', { class: 'gone' }, say('photo.gone'));
  const image = el('img', { src: photoAddress(capture), alt, loading: 'lazy', decoding: 'async' });
  image.addEventListener('error', () => image.remove());
  return image;
}
