// The tab Zonas: what is in force, on a map and in a list; a zone with its versions; the form for the next one.
import { el, icon, setText, visible } from './elements.js';
import { everything, get, publish } from './api.js';
import { day, moment, utc } from './format.js';
import { count, say } from './page.js';
import { alertOf, toast } from './notices.js';
import { askToPublish, changesOf, versionOf } from './publishing.js';
import { duration } from './durations.js';
import { lookAt, showDraft, showPlaces, showZones } from './zonemap.js';
import { closeForm, draftOf, openForm, refuse } from './zoneform.js';
import { drawZones, onZone, zoneChosen } from './zones.js';
import { refusal } from './refusals.js';
import './search.js';
import './frame.js';

/** A version counts 10 s after its publication. */
const DELAY_MILLIS = 10_000;
const MODES = { GATED: 'mode.gated', SIGHTINGS: 'mode.sightings', PASSAGE: 'mode.passage' };
const CONFIRMS = { UNSURE: 'confirm.unsure', ALL: 'confirm.all' };
/** No zone can be called so: it is refused, with whatever else is wrong. */
const NAMELESS = '-';
const at = (id) => document.getElementById(id);
const path = (id) => `/v1/zones/${encodeURIComponent(id)}`;
let zones = [];
let tariffs = [];
let edited = null;

async function load() {
  try {
    [zones, tariffs] = await Promise.all([everything('/v1/zones'), everything('/v1/tariffs').then((all) => all.map((one) => one.id))]);
    alertOf('load', null);
    drawZones(zones.map((zone) => zone.id));
    at('rows').replaceChildren(...zones.map(row));
    setText(at('shown'), zones.length ? count('zones.number', zones.length) : '');
    at('none').hidden = zones.length > 0;
    at('rows').closest('.scroll').hidden = !zones.length;
    setText(at('add'), zones.length ? say('zones.add') : say('zones.first'));
  } catch (refused) {
    alertOf('load', refused.status === 403 ? refusal(refused) : say('alert.unreachable'));
  } finally {
    document.body.classList.remove('loading');
  }
}

/** Opens a zone, or all of them for an empty id; the address keeps it. */
function choose(id) {
  const address = new URL(location.href);
  if (id) address.searchParams.set('zone', id);
  else address.searchParams.delete('zone');
  history.pushState(null, '', address);
  drawZones();
  show();
}

async function show() {
  const id = zoneChosen();
  const zone = zones.find((one) => one.id === id);
  closeForm();
  showZones(zones, id, choose);
  at('all').hidden = Boolean(zone);
  at('one').hidden = !zone;
  lookAt(zone?.shape);
  if (!zone) return;
  at('one').replaceChildren(...await detail(zone));
  at('one').focus({ preventScroll: true });
}

function row(zone) {
  return el('tr', {},
    el('td', {}, el('button', { class: 'link name', type: 'button', onclick: () => choose(zone.id) }, visible(zone.id)), zone.active ? null : el('span', { class: 'badge warn' }, icon('pending'), say('zones.soon'))),
    el('td', {}, say(MODES[zone.mode])),
    el('td', {}, visible(zone.tariff)));
}

async function detail(zone) {
  const { versions } = await get(path(zone.id)).catch(() => ({ versions: [zone] }));
  return [
    el('header', {}, el('button', { class: 'button plain small', type: 'button', onclick: () => choose('') }, say('zones.back'))),
    el('h2', { id: 'one-title' }, visible(zone.id)),
    el('dl', { class: 'facts' }, ...facts(zone).flatMap(([label, value]) => [el('dt', {}, label), el('dd', {}, value)])),
    el('div', { class: 'buttons' }, el('button', { class: 'button primary', type: 'button', onclick: () => edit(zone, zone) }, say('zones.edit'))),
    el('h3', {}, say('version.all')),
    el('ol', { class: 'versions' }, ...versions.map((version, i) => versionRow(version, zone, versions.slice(0, i).some((one) => one.active)))),
  ];
}

const facts = (zone) => [
  [say('zones.mode'), say(MODES[zone.mode])],
  [say('column.tariff'), visible(zone.tariff)],
  [say('zones.shape'), zone.shape.circle ? say('zones.round', Math.round(zone.shape.circle.radiusMeters)) : count('zones.points', zone.shape.coordinates[0].length - 1)],
  [say('zones.closes-after'), duration(zone.closesAfter)],
  [say('zones.merge-within'), duration(zone.mergeWithin)],
  [say('zones.max-stay'), duration(zone.maxStay)],
  [say('zones.photos-kept'), zone.photosKept ? duration(zone.photosKept) : say('zones.kept-as-everywhere')],
  [say('zones.captures-kept'), zone.capturesKept ? duration(zone.capturesKept) : say('zones.kept-as-everywhere')],
  [say('zones.confirm'), say(CONFIRMS[zone.confirm])],
  [say('zones.clock'), visible(zone.timeZone)],
];

function versionRow(version, zone, replaced) {
  const since = new Date(Date.parse(version.publishedAt) + DELAY_MILLIS).toISOString();
  const state = version.active ? ['read', 'good', 'version.in-force'] : replaced ? ['stays', '', 'version.replaced'] : ['pending', 'warn', 'zones.soon'];
  return el('li', { onmouseenter: () => showDraft(version.shape), onmouseleave: () => showDraft(null) },
    el('b', {}, versionOf(version)), ' ', el('span', { class: `badge ${state[1]}` }, icon(state[0]), say(state[2])),
    el('span', { class: 'second' }, say('version.since', ''), el('time', { datetime: since, title: utc(since) }, `${day(since.slice(0, 10))} ${moment(since).split(' ').at(-1)}`), ` · ${visible(version.publishedBy)}`),
    version.version === zone.version ? null : el('button', { class: 'button plain small', type: 'button', onclick: () => edit(zone, version) }, say('version.reuse')));
}

/** Opens the form over `zone`, filled in from one of its versions. */
function edit(zone, version) {
  edited = zone;
  at('all').hidden = true;
  at('one').hidden = true;
  openForm(version, tariffs);
}

const shapeWords = (zone) => (zone.shape.circle ? Object.values(zone.shape.circle).join(', ') : facts(zone)[2][1]);

/** The shapes as a change; two polygons of as many points read the same and are told apart. */
function shapes(before, after) {
  const [one, other] = [before, after].map(shapeWords);
  const moved = one === other && JSON.stringify(before.shape) !== JSON.stringify(after.shape);
  return [say('zones.shape'), one, moved ? say('zones.moved') : other];
}

at('form').addEventListener('submit', async (event) => {
  event.preventDefault();
  const id = edited?.id ?? (at('form').elements.id.value.trim() || NAMELESS);
  try {
    const draft = JSON.stringify(draftOf());
    const preview = await publish(path(id), draft, edited?.version, true);
    if (edited && preview.version === edited.version) return toast(say('publish.nothing'));
    const before = edited && facts(edited);
    const changes = before && changesOf([...facts(preview).map(([label, after], i) => [label, before[i][1], after]).filter(([label]) => label !== say('zones.shape')), shapes(edited, preview)]);
    askToPublish(say('publish.title', versionOf(preview), visible(id)), preview, [changes, el('p', {}, say('zones.effect'))],
      () => publish(path(id), draft, edited?.version), published);
  } catch (refused) {
    if (!refused.faults) throw refused;
    refuse(refused.code === 'version_conflict' && !edited ? { faults: [{ field: 'id', detail: say('zones.taken') }] } : refused);
  }
});

async function published(zone) {
  toast(say('zones.published', versionOf(zone), visible(zone.id)));
  await load();
  choose(zone.id);
  setTimeout(async () => {
    await load();
    if (at('form').hidden) show();
  }, DELAY_MILLIS + 1000);
}

at('add').addEventListener('click', () => {
  edited = null;
  at('all').hidden = true;
  openForm(null, tariffs);
});
at('cancel').addEventListener('click', show);
onZone(show);
load().then(show);
get('/v1/captures', { limit: 200 }).then(({ items }) => showPlaces(items.map((one) => one.place).filter(Boolean)), () => {}).then(() => zones.length || lookAt(null));
