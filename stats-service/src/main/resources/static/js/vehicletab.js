// The tab Vehículos: which plates have a class or pay nothing, and since when.
import { el, icon, setText, visible } from './elements.js';
import { get, publish } from './api.js';
import { localTime, day, moment, plate, utc } from './format.js';
import { count, say } from './page.js';
import { howMany } from './howmany.js';
import { alertOf, toast } from './notices.js';
import { askToPublish, effectOf, versionOf } from './publishing.js';
import { now } from './clock.js';
import { draftOf, onVehicle, openVehicle, vehiclePath } from './vehicleform.js';
import { onImport } from './vehicleimport.js';
import { offerCsv } from './csv.js';
import { drawZones } from './zones.js';
import { refusal } from './refusals.js';
import './search.js';
import './frame.js';

const PAGE = 50;
const PAUSE_MILLIS = 250;
const at = (id) => document.getElementById(id);
const filter = at('filters');
const asked = () => new URLSearchParams(location.search).get('plate') ?? '';
let cursor = null;
/** How many there are; null while that is not known. */
let total = null;
let turn = 0;
let timer = 0;

async function load(further = false) {
  const mine = ++turn;
  try {
    const page = await get('/v1/vehicles', { plate: asked(), limit: PAGE, cursor: further ? cursor : null });
    if (mine !== turn) return;
    if (!further) at('rows').replaceChildren();
    at('rows').append(...page.items.map(row));
    cursor = page.nextCursor ?? null;
    const shown = at('rows').childElementCount;
    at('more').hidden = !cursor;
    at('none').hidden = shown > 0;
    at('csv').href = `/v1/vehicles?${new URLSearchParams({ plate: asked() })}`;
    at('csv').toggleAttribute('hidden', !shown);
    setText(at('none'), asked() ? say('vehicles.none-such') : say('vehicles.none'));
    if (!further) total = null;
    showShown();
    if (cursor && !further) countAll(mine);
    alertOf('load', null);
  } catch (refused) {
    if (mine === turn) alertOf('load', refused.status === 403 ? refusal(refused) : say('alert.unreachable'));
  } finally {
    document.body.classList.remove('loading');
  }
}

function showShown() {
  const shown = at('rows').childElementCount;
  setText(at('shown'), shown ? (cursor ? howMany(shown, total) : count('vehicles.number', shown)) : '');
}

async function countAll(mine) {
  const page = await get('/v1/vehicles', { plate: asked(), limit: 1, total: true }).catch(() => null);
  if (mine !== turn) return;
  total = page?.total ?? null;
  showShown();
}

const stamp = (instant) => `${day(localTime(instant).slice(0, 10))} ${moment(instant).split(' ').at(-1)}`;
const isOver = (vehicle) => Boolean(vehicle.validTo) && Date.parse(vehicle.validTo) <= now();
const isToCome = (vehicle) => Boolean(vehicle.validFrom) && Date.parse(vehicle.validFrom) > now();

function standing(vehicle) {
  if (isOver(vehicle)) return ['rejected', '', say('vehicles.over', stamp(vehicle.validTo))];
  if (isToCome(vehicle)) return ['pending', 'warn', say('vehicles.to-come', stamp(vehicle.validFrom))];
  return ['read', 'good', vehicle.validTo ? say('vehicles.until', stamp(vehicle.validTo)) : say('version.in-force')];
}

function row(vehicle) {
  const [shape, tone, words] = standing(vehicle);
  return el('tr', { class: isOver(vehicle) ? 'off' : null },
    el('td', {}, el('span', { class: 'plate' }, plate(vehicle.plate))),
    el('td', {}, vehicle.class ? visible(vehicle.class) : '', vehicle.exempt ? el('span', { class: 'badge' }, icon('charge'), say('vehicles.exempt')) : vehicle.class ? null : '–'),
    el('td', { class: 'side' }, vehicle.zones.length ? vehicle.zones.map(visible).join(', ') : el('span', { class: 'quiet' }, say('vehicles.everywhere'))),
    el('td', {}, el('span', { class: `badge ${tone}` }, icon(shape), words)),
    el('td', { class: 'side' }, el('time', { datetime: vehicle.publishedAt, title: utc(vehicle.publishedAt) }, stamp(vehicle.publishedAt)), ` · ${visible(vehicle.publishedBy)}`),
    el('td', {}, el('div', { class: 'row-acts' },
      el('button', { class: 'button small', type: 'button', onclick: () => openVehicle(vehicle) }, say('zones.edit')),
      isOver(vehicle) || isToCome(vehicle) ? null : el('button', { class: 'button small', type: 'button', onclick: () => end(vehicle) }, say('vehicles.end')))));
}

/** Publishes that it ends now; what it was before keeps its class. */
async function end(vehicle) {
  const draft = JSON.stringify({ ...draftOf(vehicle), validTo: new Date(Math.floor(now() / 1000) * 1000).toISOString() });
  try {
    const preview = await publish(vehiclePath(vehicle.plate), draft, vehicle.version, true);
    askToPublish(say('vehicles.end-title', plate(vehicle.plate)), preview, [el('p', {}, say('vehicles.end-words')), effectOf(preview.effect)],
      () => publish(vehiclePath(vehicle.plate), draft, vehicle.version), published);
  } catch (refused) {
    toast(refusal(refused));
  }
}

function published(vehicle) {
  toast(say('tariffs.published', versionOf(vehicle), plate(vehicle.plate)));
  load();
}

filter.elements.plate.value = asked();
filter.addEventListener('submit', (event) => event.preventDefault());
filter.addEventListener('input', () => {
  const address = new URL(location.href);
  const value = filter.elements.plate.value.trim();
  if (value) address.searchParams.set('plate', value);
  else address.searchParams.delete('plate');
  history.replaceState(null, '', address);
  clearTimeout(timer);
  timer = setTimeout(load, PAUSE_MILLIS);
});
at('more').addEventListener('click', () => load(true));
at('add').addEventListener('click', () => openVehicle(null));
onVehicle(published);
onImport(() => load());
offerCsv(at('csv'));
drawZones();
load();
