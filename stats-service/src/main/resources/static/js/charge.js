// A charge from photo to amount, a step at a time, and what may be done about it.
import { el, icon, setText, visible } from './elements.js';
import { moment, money, plate, span, utc, zoneName } from './format.js';
import { count, say, settings } from './page.js';
import { get, post } from './api.js';
import { toast } from './notices.js';
import { badges } from './states.js';
import { flagWords } from './flags.js';
import { openPhoto } from './photo.js';
import { linesOf } from './lines.js';
import { refusal } from './refusals.js';
import { thumbnail } from './thumb.js';

const dialog = document.getElementById('charge');
const title = document.getElementById('charge-title');
const body = document.getElementById('charge-body');
const acts = document.getElementById('charge-acts');
const STEP_MILLIS = 700;
const STEPS = 30;
const PHOTOS_SHOWN = 12;
let heard = () => {};
let current = null;

/** Calls `changed` when something was done about a charge. */
export const onCharge = (changed) => { heard = changed; };

export async function openCharge(id) {
  const charge = await get(`/v1/charges/${encodeURIComponent(id)}`).catch(() => null);
  if (!charge) return toast(say('alert.unreachable'));
  show(charge);
  if (!dialog.open) dialog.showModal();
}

/** How a charge stands, as icon and word. */
export function standing(charge) {
  if (charge.state === 'VOIDED') return el('span', { class: 'badge warn' }, icon('rejected'), say('charge.voided'));
  if (charge.disputed) return el('span', { class: 'badge warn' }, icon('review'), say('charge.disputed'));
  return el('span', { class: 'badge good' }, icon('charge'), say('charge.issued'));
}

function show(charge) {
  current = charge;
  const { trace } = charge;
  title.replaceChildren(el('span', { class: 'plate' }, plate(charge.plate)), ' ', el('span', { class: 'number' }, money(charge.amount)), ' ', standing(charge));
  body.replaceChildren(
    step('charge.photos', count('photos.number', trace.captures.length), photos(trace)),
    step('charge.reading', readings(trace)),
    step('charge.stay', `${zoneName(charge.zone)} · ${moment(charge.from)} – ${moment(charge.to)} · ${span((Date.parse(charge.to) - Date.parse(charge.from)) / 1000)}`, flags(charge)),
    step('charge.tariff', [charge.tariff, charge.vehicleClass && visible(charge.vehicleClass)].filter(Boolean).join(' · '), linesOf(charge)),
    step('charge.payments', say('charge.balance', money(charge.paid), money(charge.balance)), payments(trace)),
    step('charge.history', el('ol', { class: 'steps' }, ...history(charge))));
  drawActs(charge);
}

const step = (key, ...content) => el('section', { class: 'step' }, el('h3', {}, say(key)), ...content.map((one) => (typeof one === 'string' ? el('p', {}, one) : one)));

function photos({ captures }) {
  return el('div', { class: 'strip' }, ...captures.slice(0, PHOTOS_SHOWN).map((capture) => {
    return el('button', { class: 'shot', type: 'button', onclick: () => openPhoto(capture.id) }, icon('photo'), thumbnail(capture, say('photo.alt', plate(capture.plate?.effective ?? ''))), el('span', { class: 'second' }, moment(capture.capturedAt)));
  }));
}

function readings({ captures, corrections }) {
  const read = captures.map((c) => el('li', {}, el('time', { title: utc(c.capturedAt) }, moment(c.capturedAt)), ' ',
    c.plate?.observed ? say('charge.read', plate(c.plate.observed), Math.round((c.plate.confidence ?? 0) * 100)) : el('span', {}, ...badges(c))));
  const corrected = corrections.map((c) => el('li', {}, el('time', { title: utc(c.at) }, moment(c.at)), ' ',
    c.plate ? say('charge.corrected', visible(c.by), plate(c.plate), visible(c.reason)) : say('charge.unread', visible(c.by), visible(c.reason))));
  return el('ol', { class: 'steps' }, ...read.slice(0, PHOTOS_SHOWN), ...corrected);
}

const flags = (charge) => (charge.flags?.length ? el('p', { class: 'quiet' }, flagWords(charge.flags)) : null);

const payments = ({ settlements }) => (settlements.length
  ? el('ol', { class: 'steps' }, ...settlements.map((s) => el('li', {}, el('time', { title: utc(s.at) }, moment(s.at)), ` ${money(s.amount)} · ${method(s.method)}${s.reference ? ` · ${visible(s.reference)}` : ''} · ${visible(s.by)}`)))
  : null);

const METHODS = { cash: 'method.cash', card: 'method.card', qr: 'method.qr', transfer: 'method.transfer' };
const method = (name) => (METHODS[name] ? say(METHODS[name]) : visible(name));

const DECISIONS = {
  'stay-checkout': 'decision.checkout', 'stay-resolve': 'decision.resolve', 'charge-void': 'decision.void',
  'charge-dispute': 'decision.dispute', 'charge-dispute-resolve': 'decision.dispute-resolve',
};

/** Every revision and decision, in the order in which they came. */
function history(charge) {
  const { revisions, decisions } = charge.trace;
  const told = [
    ...revisions.map((r) => [r.postedAt, say('history.issued', money(r.amount), plate(r.plate)), r.id === charge.id]),
    ...revisions.filter((r) => r.voidedAt).map((r) => [r.voidedAt, say('history.voided', money(r.amount), plate(r.plate)), r.id === charge.id]),
    ...decisions.map((d) => [d.at, say(DECISIONS[d.kind.replaceAll('.', '-')] ?? d.kind, visible(d.by), visible(d.command.reason ?? '')), false]),
  ];
  return told.sort(([a], [b]) => Date.parse(a) - Date.parse(b))
    .map(([at, words, own]) => el('li', { class: own ? 'own' : null }, el('time', { title: utc(at) }, `${moment(at)}`), ` ${words}`));
}

function drawActs(charge) {
  const inForce = charge.state === 'ISSUED';
  const may = settings.mayCharge;
  acts.replaceChildren(...[
    el('a', { class: 'button', href: `/v1/charges/${charge.id}/statement`, target: '_blank' }, say('act.statement')),
    may && inForce && el('button', { class: 'button primary', type: 'button', onclick: () => ask(pay(charge)) }, say('act.pay')),
    may && inForce && !charge.disputed && el('button', { class: 'button', type: 'button', onclick: () => ask(why('act.dispute', '/dispute')) }, say('act.dispute')),
    may && inForce && charge.disputed && el('button', { class: 'button', type: 'button', onclick: () => ask(decide()) }, say('act.decide')),
    may && inForce && el('button', { class: 'button', type: 'button', onclick: () => ask(why('act.void', '/void')) }, say('act.void')),
  ].filter(Boolean));
}

/** Puts a form in place of the buttons; it goes away when it is sent or cancelled. */
function ask({ words, path, fields, value }) {
  const notice = el('p', { class: 'notice', role: 'alert' });
  const key = crypto.randomUUID();
  const form = el('form', { class: 'act-form' }, el('h3', {}, say(words)), ...fields, notice,
    el('div', { class: 'buttons' },
      el('button', { class: 'button', type: 'button', onclick: () => drawActs(current) }, say('shell.cancel')),
      el('button', { class: 'button primary', type: 'submit' }, say(words))));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const before = JSON.stringify(current);
    try {
      await post(`/v1/charges/${current.id}${path}`, value(new FormData(form)), key);
      toast(say('act.accepted'));
      await follow(current.id, before);
    } catch (refused) {
      setText(notice, refusal(refused));
    }
  });
  acts.replaceChildren(form);
  form.querySelector('input, select, textarea')?.focus();
}

const labelled = (key, field) => el('label', {}, el('span', {}, say(key)), field);
const reasonField = () => labelled('act.reason', el('input', { class: 'field', name: 'reason', required: true, maxlength: 500, autocomplete: 'off' }));
const why = (words, path) => ({ words, path, fields: [reasonField()], value: (form) => ({ reason: form.get('reason') }) });

const decide = () => ({
  words: 'act.decide',
  path: '/dispute/resolve',
  fields: [
    labelled('act.outcome', el('select', { class: 'field', name: 'outcome' },
      el('option', { value: 'CHARGE_STANDS' }, say('outcome.stands')), el('option', { value: 'CHARGE_VOIDED' }, say('outcome.voided')))),
    reasonField(),
  ],
  value: (form) => ({ outcome: form.get('outcome'), reason: form.get('reason') }),
});

const pay = (charge) => ({
  words: 'act.pay',
  path: '/settlements',
  fields: [
    labelled('act.amount', el('input', { class: 'field', name: 'amount', required: true, inputmode: 'decimal', pattern: '-?\\d+([.,]\\d+)?', value: charge.balance.amount, autocomplete: 'off' })),
    labelled('act.method', el('select', { class: 'field', name: 'method' }, ...Object.entries(METHODS).map(([name, key]) => el('option', { value: name }, say(key))))),
    labelled('act.reference', el('input', { class: 'field', name: 'reference', maxlength: 100, autocomplete: 'off' })),
  ],
  value: (form) => ({ amount: form.get('amount').replace(',', '.'), method: form.get('method'), ...(form.get('reference') ? { reference: form.get('reference') } : {}) }),
});

/** Asks for the charge until it shows what was accepted. */
async function follow(id, before) {
  for (let left = STEPS; left > 0; left--) {
    const charge = await get(`/v1/charges/${id}`).catch(() => null);
    if (charge && JSON.stringify(charge) !== before) {
      show(charge);
      if (charge.state === 'VOIDED' || left < STEPS) break;
    }
    await new Promise((later) => { setTimeout(later, STEP_MILLIS); });
  }
  drawActs(current);
  heard();
}

dialog?.addEventListener('close', () => heard());
