// The large photo of a capture with the plate outlined, and what is known of it.
import { el, svgElement, visible, webAddress } from './elements.js';
import { moment, plate, utc, zoneName } from './format.js';
import { say } from './page.js';
import { badges, direction, reason } from './states.js';
import { flagWords } from './flags.js';
import { capture as known } from './ledger.js';
import { get, photoAddress } from './api.js';

/** Candidates with less are not worth a person's look. */
const LIKELY = 0.05;
const dialog = document.getElementById('photo');
const body = document.getElementById('photo-body');
const title = document.getElementById('photo-title');

/** Opens the photo of a capture; one that this page does not know is asked for. */
export async function openPhoto(id) {
  const capture = known(id) ?? (await get(`/v1/captures/${encodeURIComponent(id)}`).catch(() => null));
  if (!capture) return;
  const text = capture.plate?.effective ? plate(capture.plate.effective) : null;
  title.replaceChildren(text ? el('span', { class: 'plate' }, text) : say('plate.none'));
  body.replaceChildren(picture(capture, text), facts(capture));
  dialog.showModal();
}

export function picture(capture, text) {
  if (capture.photoDeletedAt) return el('figure', { class: 'frame-photo gone' }, say('photo.deleted', moment(capture.photoDeletedAt)));
  const image = el('img', { src: photoAddress(capture), alt: say('photo.alt', text ?? say('plate.none')) });
  const frame = el('figure', { class: 'frame-photo' }, image);
  image.addEventListener('error', () => frame.replaceChildren(say('photo.none')));
  image.addEventListener('load', () => {
    const corners = capture.plate?.quadrilateral ?? [];
    if (corners.length !== 4) return;
    const outline = svgElement('svg', { viewBox: `0 0 ${image.naturalWidth} ${image.naturalHeight}`, 'aria-hidden': 'true' });
    outline.append(svgElement('polygon', { points: corners.map(({ x, y }) => `${Number(x)},${Number(y)}`).join(' ') }));
    frame.append(outline);
  });
  return frame;
}

function facts(capture) {
  const { place, plate: seen } = capture;
  const address = webAddress(place?.url);
  const time = (instant) => el('time', { datetime: instant, title: utc(instant) }, moment(instant));
  const rows = [
    ['fact.state', el('span', {}, ...badges(capture), reason(capture) ? ` ${reason(capture)}` : null)],
    ['fact.flags', flagWords(capture.flags)],
    ['fact.confidence', seen?.confidence !== undefined ? say(confidence(seen.confidence), Math.round(seen.confidence * 100)) : null],
    ['fact.observed', seen?.observed && seen.observed !== seen.effective ? plate(seen.observed) : null],
    ['fact.candidates', others(seen)],
    ['fact.declared', capture.declaredPlate && visible(capture.declaredPlate)],
    ['fact.captured', capture.capturedAt ? time(capture.capturedAt) : null],
    ['fact.received', capture.receivedAt ? time(capture.receivedAt) : null],
    ['fact.place', place ? el(address ? 'a' : 'span', address ? { href: address, target: '_blank', rel: 'noopener noreferrer' } : {}, `${place.latitude.toFixed(5)}, ${place.longitude.toFixed(5)}`) : null],
    ['fact.zone', capture.zone ? zoneName(capture.zone) : null],
    ['fact.camera', capture.cameraId && visible(capture.cameraId)],
    ['fact.direction', direction(capture)],
  ];
  return el('dl', { class: 'facts' }, ...rows.filter(([, value]) => value).flatMap(([key, value]) => [el('dt', {}, say(key)), el('dd', {}, value)]));
}

const confidence = (value) => (value >= 0.9 ? 'confidence.high' : value >= 0.7 ? 'confidence.medium' : 'confidence.low');

function others(seen) {
  const texts = (seen?.candidates ?? []).filter((one) => one.score >= LIKELY).map((one) => one.text).filter((one) => one !== seen.effective).slice(0, 5);
  return texts.length ? el('span', { class: 'candidates' }, ...texts.map((one) => el('span', {}, plate(one)))) : null;
}
