// The map of the last hour: a spot per place, as large as its captures are many.
import { el, visible } from './elements.js';
import { moment, plate } from './format.js';
import { count, say } from './page.js';
import { allCaptures } from './ledger.js';
import { now } from './clock.js';
import { zoneChosen } from './zones.js';
import { openPhoto } from './photo.js';
import { HOME, L, openMap } from './ground.js';

const HOUR_MILLIS = 3_600_000;
const NAMED = 6;
const box = document.getElementById('map');
const summary = document.getElementById('map-summary');
const spots = new Map();
let map = null;
let seen = '';

/** Draws the captures of the last hour, grouped by place (5 decimals, about a metre). */
export function drawMap() {
  const since = now() - HOUR_MILLIS;
  const groups = new Map();
  for (const one of allCaptures()) {
    if (!one.place || Date.parse(one.capturedAt) < since || (zoneChosen() && one.zone !== zoneChosen())) continue;
    const key = `${one.place.latitude.toFixed(5)}, ${one.place.longitude.toFixed(5)}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const shown = [...groups.values()].reduce((sum, group) => sum + group.length, 0);
  summary.textContent = shown ? `${count('captures.number', shown)} · ${count('map.places', groups.size)}` : say('map.none');
  map ??= openMap(box);
  for (const [key, spot] of spots) {
    if (groups.has(key)) continue;
    spot.remove();
    spots.delete(key);
  }
  for (const [key, group] of groups) drawSpot(key, group);
  frame([...groups.keys()].sort().join('|'));
}

function drawSpot(key, group) {
  const { latitude, longitude } = group[0].place;
  const size = Math.round(22 + 14 * Math.log10(group.length));
  const icon = L.divIcon({ className: 'spot', iconSize: [size, size], html: el('span', {}, String(group.length)) });
  const name = `${count('captures.number', group.length)}, ${placeName(key, group)}`;
  const spot = spots.get(key) ?? L.marker([latitude, longitude], { icon, title: name, alt: name }).addTo(map).bindPopup('');
  spots.set(key, spot);
  spot.setIcon(icon);
  spot.setPopupContent(card(placeName(key, group), group));
  spot.getElement()?.setAttribute('aria-label', name);
}

const placeName = (key, group) => visible(group[0].cameraId ?? key);

function card(name, group) {
  const rows = group.slice(0, NAMED).map((one) => el('li', {},
    el('button', { class: 'button plain small', type: 'button', onclick: () => openPhoto(one.id) }, one.plate?.effective ? plate(one.plate.effective) : say('plate.none')),
    el('span', { class: 'quiet' }, moment(one.capturedAt))));
  return el('div', {}, el('b', {}, name), el('ul', {}, ...rows));
}

/** Fits the view when the set of places changes; else the view is left as the viewer has it. */
function frame(places) {
  if (places === seen && map._loaded) return;
  seen = places;
  if (spots.size) map.fitBounds(L.latLngBounds([...spots.values()].map((spot) => spot.getLatLng())).pad(0.3), { maxZoom: 16, animate: false });
  else if (!map._loaded) map.setView(HOME, 12);
}
