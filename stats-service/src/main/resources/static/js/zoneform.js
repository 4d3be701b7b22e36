// The form of a zone: fields and map show the same shape, and the API says what is wrong with it.
import { el, setText, visible } from './elements.js';
import { say } from './page.js';
import { durationField, fillDuration, readDuration } from './durations.js';
import { clearFaults, forgetFault, showFaults } from './faults.js';
import { draw, lookAt, showDraft } from './zonemap.js';

const form = document.getElementById('form');
const notice = document.getElementById('notice');
const DURATIONS = { closesAfter: 'zones.closes-after', mergeWithin: 'zones.merge-within', maxStay: 'zones.max-stay', photosKept: 'zones.photos-kept', capturesKept: 'zones.captures-kept' };
const HINTS = { GATED: 'mode.gated-hint', SIGHTINGS: 'mode.sightings-hint', PASSAGE: 'mode.passage-hint' };
const ROUND = 'latitude longitude radiusMeters'.split(' ');

document.getElementById('durations').append(...Object.entries(DURATIONS).map(([name, key]) => durationField(name, say(key))));

const kind = () => form.elements.kind.value;
const number = (name) => (form.elements[name].value === '' ? undefined : Number(form.elements[name].value));

/** Opens the form for `zone`, or for a new one. */
export function openForm(zone, tariffs) {
  form.reset();
  clearFaults(form, notice);
  setText(document.getElementById('form-title'), zone ? say('zones.edit-title', visible(zone.id)) : say('zones.add'));
  form.elements.tariff.replaceChildren(...[...new Set([...tariffs, zone?.tariff])].filter(Boolean).map((id) => el('option', { value: id }, visible(id))));
  form.elements.id.readOnly = Boolean(zone);
  form.elements.id.value = zone?.id ?? '';
  form.elements.mode.value = zone?.mode ?? 'GATED';
  form.elements.tariff.value = zone?.tariff ?? tariffs[0];
  form.elements.confirm.value = zone?.confirm ?? 'UNSURE';
  form.elements.timeZone.value = zone?.timeZone ?? '';
  form.elements.kind.value = zone?.shape.coordinates ? 'polygon' : 'circle';
  for (const name of Object.keys(DURATIONS)) fillDuration(form, name, zone?.[name], name.endsWith('Kept') ? 'days' : 'hours');
  if (zone?.shape.coordinates) form.elements.geojson.value = JSON.stringify(zone.shape);
  else if (zone) fillCircle(zone.shape);
  form.hidden = false;
  draw((shape) => kind() === 'circle' && fillCircle(shape));
  follow();
  if (zone) lookAt(zone.shape);
  form.elements[zone ? 'mode' : 'id'].focus({ preventScroll: true });
}

export function closeForm() {
  form.hidden = true;
  draw(null);
}

/** What is written, as the API takes it; what cannot be read of a GeoJSON is refused as the API would. */
export function draftOf() {
  const draft = { mode: form.elements.mode.value, shape: shapeOf(), tariff: form.elements.tariff.value, confirm: form.elements.confirm.value };
  for (const name of Object.keys(DURATIONS)) draft[name] = readDuration(form, name) ?? undefined;
  if (form.elements.timeZone.value.trim()) draft.timeZone = form.elements.timeZone.value.trim();
  return draft;
}

export const refuse = (refused) => showFaults(form, notice, refused);

function fillCircle({ circle }) {
  for (const name of ROUND) form.elements[name].value = circle[name];
}

function shapeOf() {
  if (kind() === 'circle') return { circle: Object.fromEntries(ROUND.map((name) => [name, number(name)])) };
  return form.elements.geojson.value.trim() ? polygonIn(form.elements.geojson.value) : undefined;
}

/** A Polygon, also one inside a Feature or a collection of one, as maps' programs write them. */
function polygonIn(text) {
  let json;
  try {
    json = JSON.parse(text);
  } catch {
    throw Object.assign(new Error(text), { faults: [{ field: 'shape', code: 'malformed_json' }] });
  }
  const feature = json?.features?.length === 1 ? json.features[0] : json;
  const { type, coordinates } = feature?.geometry ?? feature ?? {};
  return { type, coordinates };
}

/** Shows on the map what the fields say, and what goes with the choices. */
function follow() {
  for (const part of form.querySelectorAll('[data-kind]')) part.hidden = part.dataset.kind !== kind();
  setText(document.getElementById('mode-hint'), say(HINTS[form.elements.mode.value]));
  try {
    showDraft(shapeOf());
  } catch {
    showDraft(null);
  }
}

form.addEventListener('input', follow);
form.addEventListener('input', forgetFault);
form.elements.geojson.addEventListener('change', () => {
  try {
    lookAt(shapeOf());
  } catch {
    // What is no JSON is said when the form is sent.
  }
});
