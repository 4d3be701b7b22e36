// The tab Tarifas: what is in force and where; a tariff as JSON beside what it would charge.
import { el, icon, setText, visible } from './elements.js';
import { Refused, everything, get, publish } from './api.js';
import { day, localTime, moment, utc } from './format.js';
import { count, say, settings } from './page.js';
import { alertOf, toast } from './notices.js';
import { offerCsv } from './csv.js';
import { askToPublish, effectOf, versionOf } from './publishing.js';
import { quote, quoteSoon, refuse, writtenTariff } from './tariffquote.js';
import { clearReplay, offerReplay } from './tariffreplay.js';
import { now } from './clock.js';
import { drawZones } from './zones.js';
import { refusal } from './refusals.js';
import './search.js';
import './frame.js';

/** No tariff can be called so: it is refused, with whatever else is wrong. */
const NAMELESS = '-';
const ORIGINAL = 'original';
/** What is given out on publication and is no part of a draft. */
const GIVEN = 'id version publishedAt publishedBy replaces sentAt warnings effect versions'.split(' ');
const STAY_MILLIS = (2 * 60 + 17) * 60_000;
const at = (id) => document.getElementById(id);
const form = at('form');
const path = (id) => `/v1/tariffs/${encodeURIComponent(id)}`;
const chosen = () => new URLSearchParams(location.search).get('tariff');
let tariffs = [];
let zones = [];
let edited = null;

const isBegun = (version) => !version.validFrom || version.version === 1 || Date.parse(version.validFrom) <= now();
/** The version that prices a stay that begins now. */
const inForce = (versions) => versions.find(isBegun);

async function load() {
  try {
    [tariffs, zones] = await Promise.all([everything('/v1/tariffs'), everything('/v1/zones')]);
    // The list has the newest versions; where those have yet to begin, an older one is in force.
    tariffs = await Promise.all(tariffs.map((one) => (isBegun(one) ? { ...one, versions: [one] } : get(path(one.id)))));
    alertOf('load', null);
    drawZones(zones.map((zone) => zone.id));
    offerReplay(zones.map((zone) => zone.id), () => writtenTariff() && form.elements.json.value);
    at('rows').replaceChildren(...tariffs.map(row));
    setText(at('shown'), count('tariffs.number', tariffs.length));
  } catch (refused) {
    alertOf('load', refused.status === 403 ? refusal(refused) : say('alert.unreachable'));
  } finally {
    document.body.classList.remove('loading');
  }
}

function row(tariff) {
  const current = inForce(tariff.versions);
  const next = current?.version === tariff.version ? null : tariff;
  return el('tr', {},
    el('td', {}, el('button', { class: 'link name', type: 'button', onclick: () => choose(tariff.id) }, visible(tariff.id))),
    el('td', {}, zonesOf(tariff.id)),
    el('td', {}, current ? versionOf(current) : '–', next ? el('span', { class: 'badge warn' }, icon('pending'), say('tariffs.next', versionOf(next), stamp(next.validFrom))) : null),
    el('td', { class: 'side' }, sinceOf(current)));
}

function zonesOf(id) {
  const names = zones.filter((zone) => zone.tariff === id).map((zone) => visible(zone.id));
  if (id === ORIGINAL) names.push(say('tariffs.automatic'));
  return names.length ? names.join(', ') : el('span', { class: 'quiet' }, say('tariffs.nowhere'));
}

const stamp = (instant) => `${day(localTime(instant).slice(0, 10))} ${moment(instant).split(' ').at(-1)}`;
const sinceOf = (version) => (version?.validFrom && version.version > 1
  ? el('time', { datetime: version.validFrom, title: utc(version.validFrom) }, stamp(version.validFrom)) : say('tariffs.always'));

/** Opens a tariff, or the list for null; the address keeps it. */
function choose(id) {
  const address = new URL(location.href);
  if (id) address.searchParams.set('tariff', id);
  else address.searchParams.delete('tariff');
  history.pushState(null, '', address);
  show();
}

async function show() {
  edited = chosen() ? await get(path(chosen())).catch(() => null) : null;
  if (edited) return edit(edited);
  form.hidden = true;
  at('all').hidden = false;
}

/** Opens the form over what is written in `version`; null: a tariff that is new. */
function edit(version) {
  form.reset();
  at('all').hidden = true;
  form.hidden = false;
  at('naming').hidden = Boolean(edited);
  setText(at('form-title'), edited ? say('zones.edit-title', visible(edited.id)) : say('tariffs.add'));
  form.elements.json.value = JSON.stringify(version ? draftOf(version) : skeleton(), null, 2);
  const exit = Math.floor(now() / 60_000) * 60_000;
  form.elements.entry.value = localTime(exit - STAY_MILLIS);
  form.elements.exit.value = localTime(exit);
  drawVersions();
  clearReplay();
  quote();
  (edited ? form.elements.json : form.elements.id).focus({ preventScroll: true });
  form.elements.json.setSelectionRange(0, 0);
}

/** What was valid from some time past would be so again; what is to come keeps its time. */
const isGiven = (version, name) => GIVEN.includes(name) || (name === 'validFrom' && isBegun(version));
const draftOf = (version) => Object.fromEntries(Object.entries(version).filter(([name, value]) => !isGiven(version, name) && !(Array.isArray(value) && !value.length)));

const skeleton = () => ({
  kind: 'TIME', currency: settings.currency, timeZone: settings.timeZone, grace: 'PT5M', per: 'ROLLING_24H', cap: '12000.00',
  steps: [{ from: 'PT0S', to: 'PT1H', increment: 'PT1H', price: '2400.00' }, { from: 'PT1H', increment: 'PT5M', price: '200.00' }],
});

function drawVersions() {
  at('history').hidden = !edited;
  if (!edited) return;
  const current = inForce(edited.versions);
  at('history').replaceChildren(el('h2', {}, say('version.all')),
    el('ol', { class: 'versions' }, ...edited.versions.map((version) => versionRow(version, current))));
}

function versionRow(version, current) {
  const state = version === current ? ['read', 'good', 'version.in-force'] : isBegun(version) ? ['stays', '', 'version.replaced'] : ['pending', 'warn', 'version.soon'];
  return el('li', {},
    el('b', {}, versionOf(version)), ' ', el('span', { class: `badge ${state[1]}` }, icon(state[0]), say(state[2])),
    el('span', { class: 'second' }, say('version.since', ''), sinceOf(version), ` · ${version.publishedBy ? visible(version.publishedBy) : say('tariffs.built-in')}`),
    el('button', { class: 'button plain small', type: 'button', onclick: () => edit(version) }, say('version.reuse')));
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const id = edited?.id ?? (form.elements.id.value.trim() || NAMELESS);
  if (!writtenTariff()) return;
  const draft = form.elements.json.value;
  try {
    const preview = await publish(path(id), draft, edited?.version, true);
    if (edited && preview.version === edited.version) return toast(say('publish.nothing'));
    const from = preview.validFrom ? say('tariffs.from', stamp(preview.validFrom)) : say('tariffs.at-once');
    askToPublish(say('publish.title', versionOf(preview), visible(id)), preview, [el('p', {}, from), effectOf(preview.effect)],
      () => publish(path(id), draft, edited?.version), published);
  } catch (refused) {
    if (!(refused instanceof Refused)) throw refused;
    refuse(refused.code === 'version_conflict' && !edited ? { faults: [{ field: 'id', detail: say('tariffs.taken') }] } : refused);
  }
});

async function published(tariff) {
  toast(say('tariffs.published', versionOf(tariff), visible(tariff.id)));
  await load();
  choose(tariff.id);
}

form.addEventListener('input', quoteSoon);
at('back').addEventListener('click', () => choose(null));
at('add').addEventListener('click', () => {
  edited = null;
  edit(null);
});
offerCsv(at('csv'));
addEventListener('popstate', show);
load().then(show);
