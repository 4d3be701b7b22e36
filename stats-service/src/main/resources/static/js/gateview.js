// The car at the gate, as large as the screen, and those behind it.
import { el, icon, setText, visible } from './elements.js';
import { clock, instantOf, localTime, moment, money, plate, span, utc } from './format.js';
import { say, settings } from './page.js';
import { get, photoAddress } from './api.js';
import { now } from './clock.js';
import { reason } from './states.js';
import { cameraChosen, signalWords } from './gatecamera.js';

const car = document.getElementById('car');
const queue = document.getElementById('queue');
const SHOWN_WAITING = 3;
const METHODS = { cash: 'method.cash', card: 'method.card', qr: 'method.qr' };
let method = sessionStorage.getItem('exit-method') in METHODS ? sessionStorage.getItem('exit-method') : 'cash';
let drawn = '';
let shown = null;
let acts = {};

/** Draws `exit` unless it stands there already; null is nobody. */
export function drawCar(exit, does) {
  shown = exit;
  acts = does;
  const { elapsedSeconds, quotedAt, ...stay } = exit?.stay ?? {};
  const signature = JSON.stringify([cameraChosen(), does.paidHere, exit && { ...exit, stay }]);
  if (signature !== drawn) {
    drawn = signature;
    car.dataset.state = exit?.state ?? 'EMPTY';
    car.replaceChildren(...(exit ? [head(exit), ...(BODIES[exit.state] ?? BODIES.WAITING)(exit)] : empty()));
    car.querySelector('[autofocus]')?.focus();
  }
  tickCar();
}

/** What changes with time alone; answers whether the amount is due to be asked for again. */
export function tickCar() {
  if (!shown) {
    const line = document.getElementById('gate-signal');
    if (line) setText(line, signalWords());
    return false;
  }
  const { stay, rise } = shown;
  const facts = document.getElementById('facts');
  if (facts && stay) setText(facts, factsOf(stay));
  const line = document.getElementById('rise');
  if (!line || !rise) return false;
  const left = (Date.parse(rise.at) - now()) / 1000;
  setText(line, left > 0 ? say('exit.rise', money(rise.amount), span(Math.max(left, left < 60 ? left : Math.ceil(left / 60) * 60))) : '');
  return left <= 0;
}

function factsOf(stay) {
  const end = stay.to ? Date.parse(stay.to) : now();
  return say('exit.facts', moment(stay.from), span((end - Date.parse(stay.from)) / 1000), visible(stay.tariff.replace(/@\d+$/, '')));
}

function photo(id, key) {
  const frame = el('figure', { class: 'shot-large' }, icon('photo'));
  if (id) {
    const image = el('img', { src: photoAddress({ id }), alt: say(key) });
    image.addEventListener('error', () => image.remove());
    frame.append(image);
  }
  frame.append(el('figcaption', {}, say(key)));
  return frame;
}

function head(exit) {
  const text = exit.capture.plate?.effective;
  const found = exit.capture.plate?.quadrilateral?.length === 4;
  const cut = found ? el('img', { class: 'cut', src: `${photoAddress(exit.capture)}/plate`, alt: '' }) : null;
  cut?.addEventListener('error', () => cut.remove());
  return el('div', { class: 'car-head' },
    photo(exit.entryCaptureId, 'direction.entry'),
    el('div', { class: 'car-plate' }, cut, text ? el('span', { class: 'plate' }, plate(text)) : null,
      el('time', { datetime: exit.capture.capturedAt, title: utc(exit.capture.capturedAt), class: 'quiet number' }, clock(exit.capture.capturedAt))),
    photo(exit.capture.id, 'direction.exit'));
}

/** The amount with its cents small, as large as its length lets it be. */
function sum(amount) {
  const [, whole, cents] = /^(.*?)([.,]\d\d)?$/.exec(money(amount));
  const node = el('p', { class: 'sum-large' }, el('span', {}, whole), cents ? el('small', {}, cents) : null);
  node.style.setProperty('--length', whole.length + (cents ?? '').length * 0.45);
  return node;
}

const facts = (exit) => [exit.stay && el('p', { id: 'facts', class: 'facts-line' }), exit.rise && el('p', { id: 'rise', class: 'rise' })].filter(Boolean);
const title = (key, ...values) => el('h2', { class: 'say-large' }, say(key, ...values));
const button = (key, does, words, ...more) => el('button', { class: 'button', type: 'button', 'data-key': key, onclick: does }, el('kbd', {}, key), ' ', words, ...more);
const skip = () => settings.mayCharge && button('N', acts.next, say('exit.next'));
const go = () => settings.mayCharge && el('button', { class: 'button primary large', type: 'button', 'data-enter': true, onclick: acts.next }, say('exit.next'));
const buttons = (...all) => el('div', { class: 'car-acts' }, ...all.filter(Boolean));

const BODIES = {
  READING: () => [title('exit.reading'), buttons(skip())],
  WAITING: (exit) => [title('exit.waiting'), ...facts(exit), buttons(skip())],
  NO_STAY: () => [title('exit.no-stay'), buttons(go())],
  FREE: (exit) => [...(exit.due ? [sum(exit.due)] : []), title('exit.free'), ...facts(exit), buttons(go())],
  PAID: (exit) => [
    el('h2', { class: 'say-large paid' }, icon('read'), acts.paidHere ? say('exit.paid') : say('exit.paid-by', visible(exit.payment?.by ?? ''))),
    el('p', { class: 'facts-line' }, [exit.payment && money(exit.payment.amount), exit.payment && methodName(exit.payment.method), exit.payment && clock(exit.payment.at)].filter(Boolean).join(' · ')),
    buttons(go())],
  DUE: (exit) => [sum(exit.due), ...facts(exit), ...(settings.mayCharge ? [till(exit)] : [])],
  PLATE: (exit) => [title('exit.plate'), el('p', { class: 'quiet' }, reason(exit.capture) ?? ''), ...(settings.mayCharge ? [plateForm(exit)] : [])],
  NO_ENTRY: (exit) => [title('exit.no-entry'), candidates(exit), ...(settings.mayCharge ? [entryForm(exit)] : [])],
};

const methodName = (name) => (METHODS[name] ? say(METHODS[name]) : visible(name));

function till(exit) {
  const choose = (name) => () => {
    method = name;
    sessionStorage.setItem('exit-method', name);
    for (const one of row.querySelectorAll('[data-method]')) one.setAttribute('aria-pressed', String(one.dataset.method === method));
  };
  const row = buttons(
    ...Object.entries(METHODS).map(([name, key], i) => el('button', { class: 'button', type: 'button', 'data-key': i + 1, 'data-method': name, 'aria-pressed': String(name === method), onclick: choose(name) }, el('kbd', {}, String(i + 1)), ' ', say(key))),
    el('button', { class: 'button primary large number', type: 'button', 'data-enter': true, onclick: () => acts.pay(shown, method) }, say('checkout.confirm', money(exit.due)), ' ', el('kbd', { 'aria-hidden': 'true' }, '⏎')),
    skip());
  return row;
}

function plateForm(exit) {
  const field = el('input', { id: 'typed', class: 'field plate-field', maxlength: 16, required: true, autocomplete: 'off', spellcheck: 'false', autocapitalize: 'characters', autofocus: true, value: exit.capture.plate?.effective ?? '', 'aria-label': say('review.plate') });
  const form = el('form', { class: 'car-acts' }, field, el('button', { class: 'button primary large', type: 'submit' }, say('review.confirm')), skip());
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    acts.correct(shown, field.value.toUpperCase().replace(/[^A-Z0-9]/g, ''));
  });
  return form;
}

/** The stays that it may end, asked for once the car is drawn. */
function candidates(exit) {
  const list = el('ol', { class: 'candidates-large' });
  get(`/v1/captures/${exit.capture.id}/candidates`).then(({ items }) => list.replaceChildren(...(items.length ? items.map((stay, i) => {
    const image = el('img', { src: photoAddress({ id: stay.captureIds[0] }), alt: '' });
    image.addEventListener('error', () => image.remove());
    return el('li', {}, el('button', { class: 'candidate', type: 'button', disabled: !settings.mayCharge, 'data-key': i + 1, onclick: () => acts.join(exit, stay) },
      el('span', { class: 'shot-large' }, icon('photo'), image), el('kbd', {}, String(i + 1)), ' ', el('span', { class: 'plate' }, plate(stay.plate)),
      el('span', { class: 'quiet number' }, moment(stay.from))));
  }) : [el('li', { class: 'quiet' }, say('exit.no-candidates'))]))).catch(() => list.replaceChildren(el('li', {}, say('alert.unreachable'))));
  return list;
}

function entryForm(exit) {
  const local = localTime(exit.capture.capturedAt);
  const field = el('input', { id: 'entered', class: 'field', type: 'datetime-local', required: true, max: local, value: local, 'aria-label': say('act.entry-at') });
  const form = el('form', { class: 'car-acts' }, el('label', { for: 'entered' }, say('exit.declare')), field,
    el('button', { class: 'button', type: 'submit' }, say('act.entry')), button('D', () => field.focus(), say('exit.declare-key')), skip());
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    acts.declare(exit, instantOf(field.value));
  });
  return form;
}

const empty = () => [icon('exit'), title(cameraChosen() ? 'exit.empty' : 'exit.choose'),
  cameraChosen() ? el('p', { class: 'quiet' }, visible(cameraChosen()), ' · ', el('span', { id: 'gate-signal' })) : null].filter(Boolean);

/** Those behind, the next first. */
export function drawQueue(exits, serve) {
  queue.replaceChildren(...exits.slice(0, SHOWN_WAITING).map((exit) => {
    const image = el('img', { src: photoAddress(exit.capture), alt: '' });
    image.addEventListener('error', () => image.remove());
    return el('li', {}, el('button', { class: 'next-car', type: 'button', onclick: () => serve(exit) },
      el('span', { class: 'shot-large' }, icon('photo'), image),
      el('span', { class: 'plate' }, exit.capture.plate?.effective ? plate(exit.capture.plate.effective) : say('plate.none')),
      el('span', { class: 'number' }, exit.due ? money(exit.due) : '…')));
  }), ...(exits.length > SHOWN_WAITING ? [el('li', { class: 'quiet' }, say('exit.more', exits.length - SHOWN_WAITING))] : []));
}
