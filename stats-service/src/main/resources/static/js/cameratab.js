// The tab Cámaras: those that have a record and those that sent a photo without one, the longest silent first.
import { el, icon, setText, visible } from './elements.js';
import { get, photoAddress } from './api.js';
import { ago, integer, moment, span, utc, zoneName } from './format.js';
import { count, say } from './page.js';
import { alertOf, toast } from './notices.js';
import { cameraPath, onCamera, openCamera } from './cameraform.js';
import { keyActs, showSecret } from './secret.js';
import { onImport } from './cameraimport.js';
import { openPhoto } from './photo.js';
import { drawZones } from './zones.js';
import { refusal } from './refusals.js';
import './search.js';
import './frame.js';

/** Of a camera whose record does not say what to expect: silence of an hour is worth a look. */
const SILENT_SECONDS = 3600;
/** As a clock without a second hand shows it. */
const EXACT_SECONDS = 5;
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

const nameOf = (camera) => visible(camera.record?.name ?? camera.camera);

function row(camera) {
  const revoked = camera.record?.revoked;
  return el('tr', { class: revoked ? 'off' : null },
    el('td', {}, lastPhoto(camera)),
    el('td', {}, el('span', { class: 'name' }, nameOf(camera)), camera.record && camera.record.name !== camera.camera ? el('span', { class: 'quiet' }, ` ${visible(camera.camera)}`) : null,
      revoked ? el('span', { class: 'badge warn' }, icon('rejected'), say('keys.is-revoked')) : null,
      camera.record?.previousUntil ? el('span', { class: 'quiet' }, ` ${say('keys.previous', moment(camera.record.previousUntil))}`) : null),
    el('td', { class: 'side' }, camera.zone ? zoneName(camera.zone) : '–'),
    el('td', {}, signal(camera)),
    el('td', { class: camera.clockOff ? null : 'side' }, clock(camera)),
    el('td', { class: 'amount side' }, integer(camera.capturesInDay)),
    el('td', {}, el('div', { class: 'row-acts' }, ...acts(camera))));
}

function lastPhoto(camera) {
  if (!camera.lastCaptureId) return el('span', { class: 'shot last-photo none-yet' }, icon('photo'));
  const image = el('img', { src: photoAddress({ id: camera.lastCaptureId }), alt: '', loading: 'lazy' });
  image.addEventListener('error', () => image.remove());
  return el('button', { class: 'shot last-photo', type: 'button', 'aria-label': say('photo.open', nameOf(camera)), onclick: () => openPhoto(camera.lastCaptureId) }, icon('photo'), image);
}

function signal(camera) {
  if (!camera.lastReceivedAt) return el('span', { class: `badge ${camera.silent ? 'warn' : ''}` }, icon('pending'), say('cameras.never'));
  const silent = camera.record?.expectedInterval ? camera.silent : camera.secondsSilent >= SILENT_SECONDS;
  return el('span', { class: silent ? 'badge warn' : 'badge good' }, icon(silent ? 'offline' : 'read'),
    el('time', { datetime: camera.lastReceivedAt, title: utc(camera.lastReceivedAt) }, silent ? say('cameras.silent', ago(camera.lastReceivedAt)) : ago(camera.lastReceivedAt)));
}

function clock({ clockSkewSeconds: skew, clockOff }) {
  if (skew == null) return el('span', { class: 'quiet' }, '–');
  if (Math.abs(skew) <= EXACT_SECONDS) return el('span', {}, say('cameras.exact'));
  const words = say(skew > 0 ? 'cameras.behind' : 'cameras.ahead', span(Math.abs(skew)));
  return clockOff ? el('span', { class: 'badge warn' }, icon('review'), words) : el('span', {}, words);
}

function acts(camera) {
  const { record } = camera;
  const seen = camera.lastCaptureId ? [el('a', { class: 'button small', href: `/captures?${new URLSearchParams({ camera: camera.sentAs })}` }, say('cameras.captures'))] : [];
  if (!record) return [...seen, el('button', { class: 'button small', type: 'button', onclick: () => openCamera(null, camera.camera) }, say('cameras.record'))];
  const edit = el('button', { class: 'button small', type: 'button', onclick: () => openCamera(record) }, record.revoked ? say('keys.again') : say('zones.edit'));
  return [...seen, edit, ...(record.revoked ? [] : keyActs(cameraPath(record.id), record.name, load))];
}

onCamera((camera) => {
  if (camera.key) showSecret(camera, camera.name);
  else toast(say('cameras.saved', visible(camera.name)));
  load();
});
onImport(load);
at('add').addEventListener('click', () => openCamera(null));
load();
setInterval(() => document.hidden || document.querySelector('dialog[open]') || load(), REFRESH_MILLIS);
