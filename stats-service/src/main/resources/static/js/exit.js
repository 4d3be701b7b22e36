// The page Salida: the vehicles at one gate, one after the other. The server says what is to be done about each; this page
// shows it, and sends what the person decides. Whatever happens it asks the server again, so a reload loses nothing.
import { get, patch, post } from './api.js';
import { say, settings } from './page.js';
import { setText } from './elements.js';
import { money, plate } from './format.js';
import { listen } from './stream.js';
import { alertOf, toast } from './notices.js';
import { refusal } from './refusals.js';
import { cameraChosen, chooseCamera, heardFrom, tickSignal } from './gatecamera.js';
import { drawCar, drawQueue, tickCar } from './gateview.js';

const REFRESH_MILLIS = 10_000;
/** How long "Pagado" stands before the next car. */
const PAID_MILLIS = 2500;
const ELSEWHERE_MILLIS = 6000;
/** An Enter that comes sooner was meant for what stood there before. */
const SETTLED_MILLIS = 600;
let items = [];
let current = null;
let loading = false;
let again = false;
let busy = false;
let leaving = 0;
let drawn = '';
let drawnAt = 0;

/** Cars that a person is done with; kept while the tab lives. */
const done = new Set(JSON.parse(sessionStorage.getItem('exit-done') ?? '[]'));
/** Cars paid here: of others the page says who took it. */
const mine = new Set();

async function load() {
  if (!cameraChosen()) return;
  if (loading) { again = true; return; }
  loading = true;
  try {
    const answer = await get('/v1/exits', { camera: cameraChosen() });
    if (answer.camera === cameraChosen()) take(answer.items);
    alertOf('load', null);
  } catch {
    alertOf('load', say('alert.unreachable'));
  } finally {
    loading = false;
    if (again) { again = false; load(); }
  }
}

const id = (exit) => exit.capture.id;
const isWaiting = (exit) => !done.has(id(exit)) && exit.state !== 'PAID';

function take(exits) {
  const before = current;
  items = exits;
  heardFrom(items.at(-1)?.capture.receivedAt);
  current = items.find((exit) => before && id(exit) === id(before) && !done.has(id(exit))) ?? items.find(isWaiting) ?? null;
  if (before && current && id(before) === id(current) && before.due && current.state === 'DUE' && before.due.amount !== current.due.amount) {
    toast(say('checkout.changed', money(before.due), money(current.due)));
  }
  if (current?.state === 'PAID' && !leaving) {
    leaving = setTimeout(next, mine.has(id(current)) ? PAID_MILLIS : ELSEWHERE_MILLIS);
  }
  draw();
}

function draw() {
  const what = current && `${id(current)} ${current.state}`;
  if (what !== drawn) {
    drawn = what;
    drawnAt = performance.now();
  }
  drawCar(current, { pay, next, join, declare, correct, paidHere: current && mine.has(id(current)) });
  drawQueue(items.filter((exit) => isWaiting(exit) && exit !== current), serve);
}

/** The next car; the one that was shown is done with. */
function next() {
  clearTimeout(leaving);
  leaving = 0;
  if (current) done.add(id(current));
  sessionStorage.setItem('exit-done', JSON.stringify([...done].slice(-200)));
  current = items.find(isWaiting) ?? null;
  draw();
}

/** A car out of its turn. */
function serve(exit) {
  clearTimeout(leaving);
  leaving = 0;
  current = exit;
  draw();
}

/** One thing at a time: a second Enter does nothing while the first is on its way. */
async function once(what) {
  if (busy || !settings.mayCharge) return;
  busy = true;
  document.body.classList.add('busy');
  try {
    await what();
    alertOf('act', null);
  } catch (refused) {
    // Who took it is on the car itself, once it is loaded.
    alertOf('act', ['already_paid', 'amount_changed', 'quote_expired'].includes(refused.code) ? null : words(refused));
    if (refused.code === 'quote_expired') toast(say('checkout.expired'));
  } finally {
    busy = false;
    document.body.classList.remove('busy');
    load();
  }
}

const PAYING = { unreachable: 'exit.unreachable', amount_unknown: 'exit.unknown', nothing_due: 'exit.free', broker_away: 'exit.away', stay_busy: 'exit.away' };
const words = (refused) => (PAYING[refused.code] ? say(PAYING[refused.code]) : refused.status >= 500 ? say('exit.away') : refusal(refused));

/** A payment that had no answer is the same one when it is sent again, after a reload too. */
const pay = (exit, method) => once(async () => {
  const name = `exit-pay-${exit.stay.id}.${exit.due.amount}`;
  const key = sessionStorage.getItem(name) ?? crypto.randomUUID();
  sessionStorage.setItem(name, key);
  const quote = exit.stay.quotedAt && !exit.stay.chargeId ? { at: exit.stay.quotedAt } : {};
  await post(`/v1/stays/${exit.stay.id}/payments`, { amount: exit.due, method, ...quote }, key);
  sessionStorage.removeItem(name);
  mine.add(id(exit));
  toast(say('exit.paid-toast', money(exit.due), plate(exit.stay.plate)));
});

const resolve = (exit, decision) => once(async () => {
  await post(`/v1/stays/${exit.stay.id}/resolve`, { ...decision, reason: say('exit.reason') }, crypto.randomUUID());
  toast(say('act.accepted'));
});
const join = (exit, stay) => resolve(exit, { joinCaptureId: stay.captureIds[0] });
const declare = (exit, entryAt) => resolve(exit, { entryAt });

const correct = (exit, text) => once(async () => {
  await patch(`/v1/captures/${id(exit)}/plate`, { plate: text, reason: say('exit.reason') }, crypto.randomUUID());
  toast(say('review.done', plate(text)));
});

const concerns = (one) => (one.captureIds ?? []).some((seen) => items.some((exit) => id(exit) === seen));

function showStream(state) {
  document.getElementById('stream').dataset.state = state;
  setText(document.getElementById('stream-word'), say(state === 'live' ? 'stream.live' : 'stream.polling'));
  alertOf('stream', state === 'live' ? null : say('alert.stream'));
}

/** Enter does what the car needs, a digit what bears it, N the next car; text fields keep their keys. */
addEventListener('keydown', (event) => {
  if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.('input, select, textarea')) return;
  const named = event.key === 'Enter' ? (event.target.closest?.('button:not([data-method]), a') ? null : '[data-enter]') : `[data-key="${event.key.toUpperCase().replace(/[^A-Z0-9]/g, '')}"]`;
  const button = named && document.querySelector(named);
  if (!button) return;
  event.preventDefault();
  if (event.key !== 'Enter' || performance.now() - drawnAt > SETTLED_MILLIS) button.click();
});

chooseCamera(() => {
  current = null;
  items = [];
  draw();
  load();
});
draw();
load();
listen({
  on: {
    capture: (one) => one.cameraId === cameraChosen() && load(),
    stay: (one) => concerns(one) && load(),
    charge: (one) => concerns(one) && load(),
    ready: load,
    reset: load,
  },
  poll: load,
  state: showStream,
});
setInterval(load, REFRESH_MILLIS);
setInterval(() => { tickSignal(); if (tickCar()) load(); }, 1000);
