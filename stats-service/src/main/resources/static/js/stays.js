// The page Estadías: what is open, what waits for a person, what is over.
import { el, icon, setText } from './elements.js';
import { moment, money, plate, span, utc, zoneName } from './format.js';
import { count, say, settings } from './page.js';
import { get, post } from './api.js';
import { list } from './list.js';
import { toast } from './notices.js';
import { now } from './clock.js';
import { openPhoto } from './photo.js';
import { flagWords } from './flags.js';
import { refusal } from './refusals.js';
import './search.js';
import './frame.js';
import { thumbnail } from './thumb.js';

const STATES = {
  OPEN: ['pending', '', 'stay.open'], CLOSED: ['read', 'good', 'stay.closed'], NEEDS_REVIEW: ['review', 'warn', 'stay.review'],
  SUPERSEDED: ['rejected', '', 'stay.superseded'], CANCELLED: ['rejected', '', 'stay.cancelled'],
};
const PHOTOS_SHOWN = 12;
const STEP_MILLIS = 700;
const STEPS = 30;
const dialog = document.getElementById('stay');
const at = (id) => document.getElementById(`stay-${id}`);
let current = null;

const badge = ({ state }) => {
  const [shape, tone, key] = STATES[state] ?? STATES.OPEN;
  return el('span', { class: `badge ${tone}` }, icon(shape), say(key));
};

const load = list('/v1/stays', (stay) => el('tr', {},
  el('td', {}, el('button', { class: 'link', type: 'button', onclick: () => open(stay.id) }, el('span', { class: 'plate' }, plate(stay.plate)))),
  el('td', { class: 'side' }, zoneName(stay.zone)),
  el('td', { class: 'wide-only' }, el('time', { datetime: stay.from, title: utc(stay.from) }, moment(stay.from))),
  el('td', { class: 'side' }, span(stay.elapsedSeconds)),
  el('td', { class: 'amount' }, stay.amountSoFar ? money(stay.amountSoFar) : '–'),
  el('td', { class: 'quiet side' }, flagWords(stay.flags)),
  el('td', {}, badge(stay))));

async function open(id) {
  const stay = await get(`/v1/stays/${encodeURIComponent(id)}`).catch(() => null);
  if (!stay) return toast(say('alert.unreachable'));
  const captures = await Promise.all(stay.captureIds.slice(0, PHOTOS_SHOWN).map((one) => get(`/v1/captures/${one}`).catch(() => null)));
  show(stay, captures.filter(Boolean));
  if (!dialog.open) dialog.showModal();
}

function show(stay, captures) {
  current = stay;
  at('title').replaceChildren(el('span', { class: 'plate' }, plate(stay.plate)), ' ', badge(stay));
  const facts = [
    ['fact.zone', zoneName(stay.zone)],
    ['fact.entered', `${moment(stay.from)} · ${span(stay.elapsedSeconds)}`],
    ['fact.left', stay.to && moment(stay.to)],
    ['fact.tariff', stay.tariff],
    ['fact.amount', stay.amountSoFar && money(stay.amountSoFar)],
    ['fact.flags', flagWords(stay.flags)],
  ];
  at('body').replaceChildren(
    el('div', { class: 'strip' }, ...captures.map((capture) => {
      return el('button', { class: 'shot', type: 'button', onclick: () => openPhoto(capture.id) }, icon('photo'), thumbnail(capture, say('photo.alt', plate(capture.plate?.effective ?? ''))), el('span', { class: 'second' }, moment(capture.capturedAt)));
    })),
    el('p', { class: 'quiet' }, count('photos.number', stay.captureIds.length)),
    el('dl', { class: 'facts' }, ...facts.filter(([, value]) => value).flatMap(([key, value]) => [el('dt', {}, say(key)), el('dd', {}, value)])));
  drawActs();
}

const lacksEntry = (stay) => (stay.flags ?? []).some((flag) => flag === 'MISSING_ENTRY' || flag === 'AMBIGUOUS_EXIT');

function drawActs() {
  const stay = current;
  const open = ['OPEN', 'NEEDS_REVIEW'].includes(stay.state) && !stay.ledgerClosedAt;
  const act = (key, fields, value) => el('button', { class: 'button', type: 'button', onclick: () => ask(key, fields(), value) }, say(key));
  at('acts').replaceChildren(...[
    stay.chargeId && el('a', { class: 'button', href: `/charges?charge=${stay.chargeId}` }, say('act.charge')),
    settings.mayCharge && open && !lacksEntry(stay) && act('act.exit', () => [timeField('act.exit-at')], (form) => ({ exitAt: instant(form) })),
    settings.mayCharge && open && lacksEntry(stay) && act('act.entry', () => [timeField('act.entry-at')], (form) => ({ entryAt: instant(form) })),
    settings.mayCharge && open && act('act.join', joinFields, (form) => ({ joinCaptureId: form.get('capture') })),
    settings.mayCharge && open && act('act.cancel-stay', () => [], () => ({ cancel: true })),
  ].filter(Boolean));
}

const labelled = (key, field) => el('label', {}, el('span', {}, say(key)), field);
/** Local to the browser, as its own clock field is; what is sent has its offset. */
const timeField = (key) => labelled(key, el('input', { class: 'field', type: 'datetime-local', name: 'at', step: 1, required: true, max: localNow() }));
const instant = (form) => new Date(form.get('at')).toISOString();
const localNow = () => { const at = new Date(now()); return new Date(at - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 19); };

function joinFields() {
  const select = el('select', { class: 'field', name: 'capture', required: true });
  get('/v1/stays', { zone: current.zone, state: 'OPEN', limit: 50 }).then(({ items }) => {
    select.append(...items.filter((one) => one.id !== current.id)
      .map((one) => el('option', { value: one.captureIds[0] }, `${plate(one.plate)} · ${moment(one.from)}`)));
  }).catch(() => {});
  return [labelled('act.join-with', select)];
}

function ask(words, fields, value) {
  const notice = el('p', { class: 'notice', role: 'alert' });
  const key = crypto.randomUUID();
  const form = el('form', { class: 'act-form' }, el('h3', {}, say(words)), ...fields,
    labelled('act.reason', el('input', { class: 'field', name: 'reason', required: true, maxlength: 500, autocomplete: 'off' })), notice,
    el('div', { class: 'buttons' },
      el('button', { class: 'button', type: 'button', onclick: drawActs }, say('shell.cancel')),
      el('button', { class: 'button primary', type: 'submit' }, say(words))));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const data = new FormData(form);
    try {
      const accepted = await post(`/v1/stays/${current.id}/resolve`, { ...value(data), reason: data.get('reason') }, key);
      toast(accepted.amount ? say('act.accepted-amount', money(accepted.amount)) : say('act.accepted'));
      await follow(current);
    } catch (refused) {
      setText(notice, refusal(refused));
    }
  });
  at('acts').replaceChildren(form);
  form.querySelector('input, select')?.focus();
}

/** Asks for the stay until it has changed, then draws list and dialog anew. */
async function follow(before) {
  const same = ({ state, to, flags }) => JSON.stringify([state, to, flags]) === JSON.stringify([before.state, before.to, before.flags]);
  for (let left = STEPS; left > 0; left--) {
    const stay = await get(`/v1/stays/${before.id}`).catch(() => null);
    if (stay && !same(stay)) break;
    await new Promise((later) => { setTimeout(later, STEP_MILLIS); });
  }
  dialog.close();
  load();
}

const asked = new URLSearchParams(location.search).get('stay');
if (asked) open(asked);
