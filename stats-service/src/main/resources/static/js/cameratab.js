// The tab Cámaras: every camera that sent a photo, the longest silent first.
import { el, icon, setText, visible } from './elements.js';
import { get, photoAddress } from './api.js';
import { ago, integer, utc, zoneName } from './format.js';
import { count, say } from './page.js';
import { alertOf } from './notices.js';
import { openPhoto } from './photo.js';
import { drawZones } from './zones.js';
import { refusal } from './refusals.js';
import './search.js';
import './frame.js';

/** Silence of an hour is worth a look. */
const SILENT_SECONDS = 3600;
const REFRESH_MILLIS = 30_000;
const at = (id) => document.getElementById(id);

async function load() {
  try {
    const { items } = await get('/v1/cameras');
    at('rows').replaceChildren(...items.map(row));
    at('none').hidden = items.length > 0;
    setText(at('shown'), items.length ? count('cameras.number', items.length) : '');
    drawZones(items.map((one) => one.zone));
    alertOf('load', null);
  } catch (refused) {
    alertOf('load', refused.status === 403 ? refusal(refused) : say('alert.unreachable'));
  } finally {
    document.body.classList.remove('loading');
  }
}

function row(camera) {
  const image = el('img', { src: photoAddress({ id: camera.lastCaptureId }), alt: '', loading: 'lazy' });
  image.addEventListener('error', () => image.remove());
  const silent = camera.secondsSilent >= SILENT_SECONDS;
  return el('tr', {},
    el('td', {}, el('button', { class: 'shot last-photo', type: 'button', 'aria-label': say('photo.open', visible(camera.camera)), onclick: () => openPhoto(camera.lastCaptureId) }, icon('photo'), image)),
    el('td', {}, el('span', { class: 'name' }, visible(camera.camera))),
    el('td', { class: 'side' }, camera.zone ? zoneName(camera.zone) : '–'),
    el('td', {}, el('span', { class: silent ? 'badge warn' : 'badge good' }, icon(silent ? 'offline' : 'read'),
      el('time', { datetime: camera.lastReceivedAt, title: utc(camera.lastReceivedAt) }, silent ? say('cameras.silent', ago(camera.lastReceivedAt)) : ago(camera.lastReceivedAt)))),
    el('td', { class: 'amount', 'data-label': say('cameras.day') }, integer(camera.capturesInDay)),
    el('td', {}, el('div', { class: 'row-acts' }, el('a', { class: 'button small', href: `/captures?${new URLSearchParams({ camera: camera.camera })}` }, say('cameras.captures')))));
}

load();
setInterval(() => document.hidden || document.querySelector('dialog[open]') || load(), REFRESH_MILLIS);
